/** Contract kits: what every provider of rules and of packs must do, as tests to extend. */
@NullMarked
package dev.soc2.rules.testkit;

import org.jspecify.annotations.NullMarked;
