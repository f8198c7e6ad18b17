/** What signed notes rest on: Ed25519 from the JDK, Base64 that has one form only, and the codes of what can be wrong. */
@NullMarked
package dev.soc2.evidence.internal.note;

import org.jspecify.annotations.NullMarked;
