/** What management has to answer for: every exception with its cause, its response and how far its removal has come. */
@NullMarked
package dev.soc2.report.internal.exceptions;

import org.jspecify.annotations.NullMarked;
