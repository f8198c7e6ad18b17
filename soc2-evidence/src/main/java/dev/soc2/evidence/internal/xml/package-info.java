/** XML exports read element by element, however long the file, without entities and without the network. */
@NullMarked
package dev.soc2.evidence.internal.xml;

import org.jspecify.annotations.NullMarked;
