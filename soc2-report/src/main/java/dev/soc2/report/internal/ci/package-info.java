/** What a build server reads: findings as SARIF, results as JUnit XML. */
@NullMarked
package dev.soc2.report.internal.ci;

import org.jspecify.annotations.NullMarked;
