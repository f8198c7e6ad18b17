/** Small programs that show one thing each; tests run all of them. */
@NullMarked
package dev.soc2.quickstart.examples;

import org.jspecify.annotations.NullMarked;
