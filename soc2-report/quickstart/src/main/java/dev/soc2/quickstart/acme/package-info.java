/** A made-up company with a year of evidence, in which every deviation was planted and written down. */
@NullMarked
package dev.soc2.quickstart.acme;

import org.jspecify.annotations.NullMarked;
