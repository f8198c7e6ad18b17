package dev.soc2.model.result;

/** How far the removal of a weakness has come. It never changes what is concluded on the period. */
public enum RemediationState {
    /** Nothing is recorded that would remove it. */
    OPEN,
    /** Management agreed and said what it will do, or by when. */
    PLANNED,
    /** The cause was removed; too little happened since to see whether it works. */
    IMPLEMENTED,
    /** Enough happened since, and all of it conforms. */
    RETEST_PASSED,
    /** Something deviated again since. */
    RETEST_FAILED,
    /** Somebody closed it after a re-test that passed. */
    CLOSED,
    /** Somebody who is named accepted the risk until a time that has not come yet. */
    RISK_ACCEPTED
}
