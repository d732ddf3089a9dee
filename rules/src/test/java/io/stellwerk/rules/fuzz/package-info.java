/** What readers of foreign text and bytes must never do, whatever they are given: targets for jazzer, and their run. */
package io.stellwerk.rules.fuzz;
