/** Working papers: for each control what was tested, how, on what, with which result, and how to do it again. */
@NullMarked
package dev.soc2.report.internal.workpaper;

import org.jspecify.annotations.NullMarked;
