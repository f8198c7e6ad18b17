/** The one strict reader with places, for the modules that read documents. */
@NullMarked
package dev.soc2.model.document.tree;

import org.jspecify.annotations.NullMarked;
