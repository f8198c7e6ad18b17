/** What implementations of this library's interfaces must do, as tests to extend. */
@NullMarked
package dev.soc2.evidence.testkit;

import org.jspecify.annotations.NullMarked;
