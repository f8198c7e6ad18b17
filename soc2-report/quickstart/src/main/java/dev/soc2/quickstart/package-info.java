/** A host application that assesses engagement folders. */
@NullMarked
package dev.soc2.quickstart;

import org.jspecify.annotations.NullMarked;
