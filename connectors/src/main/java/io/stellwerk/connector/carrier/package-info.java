/** The carrier's side whatever the protocol: who may ask, and how a query becomes an answer. */
@NullMarked
package io.stellwerk.connector.carrier;

import org.jspecify.annotations.NullMarked;
