/** Tables on SQLite and PostgreSQL: opened with care, written by one, read as they stood. */
@NullMarked
package dev.soc2.evidence.internal.store;

import org.jspecify.annotations.NullMarked;
