/** OCSF 1.x events: findings, checks and identity events of any tool that speaks the Open Cybersecurity Schema. */
@NullMarked
package dev.soc2.evidence.internal.ocsf;

import org.jspecify.annotations.NullMarked;
