/** Scenario files, the tests of a rule pack, and their runner. */
@NullMarked
package dev.soc2.rules.scenario;

import org.jspecify.annotations.NullMarked;
