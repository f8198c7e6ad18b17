/** What must not be stored: taken out of records by named rules, and replaced by keyed pseudonyms. */
@NullMarked
package dev.soc2.evidence.internal.redaction;

import org.jspecify.annotations.NullMarked;
