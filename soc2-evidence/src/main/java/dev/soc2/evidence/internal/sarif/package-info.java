/** SARIF logs of static analysis: each result is a weakness that was found in an artefact. */
@NullMarked
package dev.soc2.evidence.internal.sarif;

import org.jspecify.annotations.NullMarked;
