/** What the exports of logs have in common: the row, its time, and the record of somebody having done something. */
@NullMarked
package dev.soc2.evidence.internal.event;

import org.jspecify.annotations.NullMarked;
