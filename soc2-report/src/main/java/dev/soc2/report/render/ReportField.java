package dev.soc2.report.render;

/** What can be withheld from a reader. Conclusions, counts and times are never withheld. */
public enum ReportField {
    /** Who did, owns, reviewed, approved or signed something; {@code [withheld]} takes its place. */
    PERSONS,
    /** Items and what they are about; a pseudonym takes their place, so that the same thing can be followed. */
    SUBJECTS,
    /** Ids and digests of records; pseudonyms and keyed digests take their place. */
    RECORDS,
    /** What was found in the single case: facts of items and of reasons, and the texts of notices. */
    DETAILS,
    /** How populations were drawn from their sources. */
    QUERIES,
    /** Where evidence came from: names of files and of the log. */
    SOURCES,
    /** Values of parameters that differ from the rule pack. */
    VALUES,
    /** What people wrote about findings: analysis, response, remediation, reasons of reviewers. */
    NOTES,
    /** What to do next, and what would change a conclusion; left out as a whole. */
    ADVICE,
    /** What is known of suppliers' reports and letters. */
    SUPPLIERS,
    /** Why controls and criteria were left out. */
    BOUNDARIES,
    /** The rules of tests in words. */
    RULES
}
