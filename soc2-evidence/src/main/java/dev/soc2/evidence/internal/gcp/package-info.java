/** Exports of Google Cloud: who holds which role, and the versions of secrets. */
@NullMarked
package dev.soc2.evidence.internal.gcp;

import org.jspecify.annotations.NullMarked;
