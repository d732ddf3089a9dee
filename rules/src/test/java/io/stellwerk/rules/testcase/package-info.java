@NullMarked
package io.stellwerk.rules.testcase;

import org.jspecify.annotations.NullMarked;
