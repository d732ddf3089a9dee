/** A tenant's own test cases: sample calls with the expected answer, read, decided by the real router, and compared. */
@NullMarked
package io.stellwerk.rules.testcase;

import org.jspecify.annotations.NullMarked;
