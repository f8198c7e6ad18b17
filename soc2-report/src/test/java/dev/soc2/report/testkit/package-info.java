/** Contract kits: what every renderer must do, as tests to extend. */
@NullMarked
package dev.soc2.report.testkit;

import org.jspecify.annotations.NullMarked;
