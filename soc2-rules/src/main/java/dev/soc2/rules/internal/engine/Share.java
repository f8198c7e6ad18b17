package dev.soc2.rules.internal.engine;

/** Which items of an evaluation count where a control has versions: those that began under the one being tested. */
@FunctionalInterface
interface Share {

    /** Every item. */
    Share ALL = item -> true;

    /** Whether an item belongs to it. */
    boolean owns(Item item);
}
