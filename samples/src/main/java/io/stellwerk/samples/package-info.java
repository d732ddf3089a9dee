/** Makes the data of the sample tenants: customers, people and calls that nobody is or made. */
@NullMarked
package io.stellwerk.samples;

import org.jspecify.annotations.NullMarked;
