/** Single values as authors write them: numbers, days, times, hours, phone numbers; shared by the readers of cells and of DRL. */
@NullMarked
package io.stellwerk.rules.value;

import org.jspecify.annotations.NullMarked;
