/** The labelled events of a vendor, imported and examined by the vendor's own rules in the words of this library. */
@NullMarked
package dev.soc2.quickstart.panther;

import org.jspecify.annotations.NullMarked;
