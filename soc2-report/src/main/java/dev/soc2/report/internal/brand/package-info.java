/** Colours and pictures of a house, checked before they reach a page. */
@NullMarked
package dev.soc2.report.internal.brand;

import org.jspecify.annotations.NullMarked;
