package dev.soc2.report.compare;

import dev.soc2.model.issue.Issue;
import dev.soc2.model.issue.Location;

/** What can be wrong with the file of a baseline. */
enum BaselineCode {
    /** The file of a baseline does not begin with the line that names its format and engagement. */
    NO_BASELINE("SOC2-P010"),
    /** A line of a baseline is no finding. */
    NO_FINDING("SOC2-P011"),
    /** A line of a baseline has a fingerprint that belongs to another finding: somebody changed it. */
    OTHER_FINGERPRINT("SOC2-P012"),
    /** A baseline has a finding twice. */
    TWICE("SOC2-P013"),
    /** A line of a baseline is not UTF-8. */
    NOT_UTF8("SOC2-P014"),
    /** The file of a baseline is larger than any that is written. */
    TOO_LARGE("SOC2-P015"),
    /** A baseline is in the middle of a merge. */
    MERGING("SOC2-P016");

    private final String code;

    BaselineCode(String code) {
        this.code = code;
    }

    Issue at(Location place, String what, String fix) {
        return Issue.error(code, place, what, fix);
    }
}
