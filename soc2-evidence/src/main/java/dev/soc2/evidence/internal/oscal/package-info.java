/** OSCAL assessment results and plans of action, in each of their three notations, as observations, findings and risks. */
@NullMarked
package dev.soc2.evidence.internal.oscal;

import org.jspecify.annotations.NullMarked;
