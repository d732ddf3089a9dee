/** The system of record in one SQLite file. */
@NullMarked
package io.stellwerk.connector.store.sqlite;

import org.jspecify.annotations.NullMarked;
