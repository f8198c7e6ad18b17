/** The generator keeps what it promises before anything is assessed. */
@NullMarked
package dev.soc2.quickstart.acme;

import org.jspecify.annotations.NullMarked;
