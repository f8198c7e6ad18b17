/** Okta: the System Log, and exports of users with their factors. */
@NullMarked
package dev.soc2.evidence.internal.okta;

import org.jspecify.annotations.NullMarked;
