/** What formats of scanners and their findings have in common: rows of JSON, ids, checks, severities and vulnerabilities. */
@NullMarked
package dev.soc2.evidence.internal.findings;

import org.jspecify.annotations.NullMarked;
