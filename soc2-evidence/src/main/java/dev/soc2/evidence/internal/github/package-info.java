/** Pull requests, reviews, checks, deployments and members of GitHub, from its API and from webhooks. */
@NullMarked
package dev.soc2.evidence.internal.github;

import org.jspecify.annotations.NullMarked;
