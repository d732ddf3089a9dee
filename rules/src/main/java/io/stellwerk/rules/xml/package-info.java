/** Reads XML that may be hostile: no document type, no entities of its own, bounded depth and size. */
@NullMarked
package io.stellwerk.rules.xml;

import org.jspecify.annotations.NullMarked;
