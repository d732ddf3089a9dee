/** What the system of record keeps: versions of rule sets, publications to come, and the audit. */
@NullMarked
package io.stellwerk.engine.record;

import org.jspecify.annotations.NullMarked;
