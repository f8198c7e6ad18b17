/** Documents of words: one model of headings, paragraphs, lists and tables, which every format of a letter shares. */
@NullMarked
package dev.soc2.report.internal.prose;

import org.jspecify.annotations.NullMarked;
