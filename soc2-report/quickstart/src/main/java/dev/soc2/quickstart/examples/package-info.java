/** The code that the README and the guides show: each class is run by a test, each region stands in one of the pages. */
@NullMarked
package dev.soc2.quickstart.examples;

import org.jspecify.annotations.NullMarked;
