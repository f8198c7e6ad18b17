/** Bundles for auditors: written from a log as a folder or one file, and verified without the log. */
@NullMarked
package dev.soc2.evidence.internal.bundle;

import org.jspecify.annotations.NullMarked;
