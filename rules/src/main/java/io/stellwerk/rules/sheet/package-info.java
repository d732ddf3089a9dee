/** Workbooks (XLSX) as what their cells say, read without trust: nothing is evaluated, followed or run. */
@NullMarked
package io.stellwerk.rules.sheet;

import org.jspecify.annotations.NullMarked;
