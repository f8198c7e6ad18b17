/** What makes a report unbelievable, found before a reader does: ten rules, each of them a class. */
@NullMarked
package dev.soc2.report.lint;

import org.jspecify.annotations.NullMarked;
