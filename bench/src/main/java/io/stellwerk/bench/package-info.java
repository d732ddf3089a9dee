/** Benchmarks: what is said about speed anywhere in the project is measured here. */
@NullMarked
package io.stellwerk.bench;

import org.jspecify.annotations.NullMarked;
