/** Rule sets as zip archives: for uploads, downloads and the last good version. */
@NullMarked
package io.stellwerk.rules.archive;

import org.jspecify.annotations.NullMarked;
