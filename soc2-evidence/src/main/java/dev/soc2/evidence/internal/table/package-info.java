/** Tables of named columns, however they are written: a mapping makes each row a record. */
@NullMarked
package dev.soc2.evidence.internal.table;

import org.jspecify.annotations.NullMarked;
