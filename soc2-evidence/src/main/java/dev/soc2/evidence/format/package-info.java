/** What a kind of export is: how it is recognised and configured, and how its rows become records. */
@NullMarked
package dev.soc2.evidence.format;

import org.jspecify.annotations.NullMarked;
