/** Tables as a workbook for spreadsheet programs. */
@NullMarked
package dev.soc2.report.internal.xlsx;

import org.jspecify.annotations.NullMarked;
