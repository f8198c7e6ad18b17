package dev.soc2.evidence.internal.sheet;

/**
 * A sheet as its workbook lists it.
 *
 * @param name the name on its tab
 * @param part the part that holds it
 * @param isHidden whether the workbook hides it
 */
record SheetEntry(String name, String part, boolean isHidden) {}
