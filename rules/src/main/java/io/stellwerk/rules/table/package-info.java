/** Decision tables as values: typed columns, unary tests, rows with stable ids. */
@NullMarked
package io.stellwerk.rules.table;

import org.jspecify.annotations.NullMarked;
