/** Importers: exports of real systems in, evidence records and a receipt out. */
@NullMarked
package dev.soc2.evidence.importing;

import org.jspecify.annotations.NullMarked;
