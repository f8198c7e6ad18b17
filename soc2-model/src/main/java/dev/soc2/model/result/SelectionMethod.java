package dev.soc2.model.result;

/** How the items of a sample were chosen. All but the last can be repeated from what a report prints. */
public enum SelectionMethod {
    /** The period is cut into as many runs as items are drawn, and one item is drawn from each. */
    PERIOD_STRATIFIED,
    /** Items are ranked by a digest of seed and id; the first are taken. */
    HASH_RANK,
    /** Every so many-th item in the order of ids, from a start that the seed gives. */
    SYSTEMATIC,
    /** Each stratum gets its share of the sample; inside it items are ranked by a digest. */
    STRATIFIED,
    /** A person listed the items and said why; nothing statistical follows from it. */
    JUDGEMENTAL
}
