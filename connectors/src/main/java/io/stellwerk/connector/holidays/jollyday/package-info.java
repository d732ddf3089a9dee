/** Public holidays by Jollyday. */
@NullMarked
package io.stellwerk.connector.holidays.jollyday;

import org.jspecify.annotations.NullMarked;
