/** For tests of hosts: what every renderer must do, as tests to extend, and what a build expects of an assessment. */
@NullMarked
package dev.soc2.report.testkit;

import org.jspecify.annotations.NullMarked;
