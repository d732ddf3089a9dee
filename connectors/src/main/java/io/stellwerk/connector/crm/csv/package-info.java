/** Customers and people from CSV files: what is good goes live, what is not is quarantined with its reason. */
@NullMarked
package io.stellwerk.connector.crm.csv;

import org.jspecify.annotations.NullMarked;
