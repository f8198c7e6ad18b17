/** Runs the code that the pages show. */
@NullMarked
package dev.soc2.quickstart.examples;

import org.jspecify.annotations.NullMarked;
