/** The customers and people of one tenant in immutable, checksummed MapDB files, memory mapped. */
@NullMarked
package io.stellwerk.connector.store.mapdb;

import org.jspecify.annotations.NullMarked;
