/** What importers share: the codes of their faults. */
@NullMarked
package dev.soc2.evidence.internal;

import org.jspecify.annotations.NullMarked;
