package dev.soc2.report.compare;

/**
 * What a change comes from. Two causes stand together where both changed and one assessment cannot tell them apart.
 */
public enum ChangeCause {
    /** Something else is examined: another period, other categories, criteria or controls. */
    SCOPE,
    /** It is measured otherwise: another rule, pack, catalogue, policy, parameter or engine. */
    RULE,
    /** More or less is known about the same time: records came or went, a source was read or was not. */
    EVIDENCE,
    /** The thing itself changed: something came due or happened since the earlier assessment. */
    WORLD
}
