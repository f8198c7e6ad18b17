package dev.soc2.evidence.internal.table;

/**
 * Why a cell cannot be used.
 *
 * @param what what is wrong with it, without its content
 * @param fix how to mend it
 */
public record BrokenCell(String what, String fix) {}
