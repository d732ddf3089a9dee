/** The numbering plans of the world by libphonenumber. */
@NullMarked
package io.stellwerk.connector.numbers.libphonenumber;

import org.jspecify.annotations.NullMarked;
