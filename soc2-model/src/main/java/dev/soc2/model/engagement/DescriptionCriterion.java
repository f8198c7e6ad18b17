package dev.soc2.model.engagement;

/** The nine things that a system description answers (DC section 200). */
public enum DescriptionCriterion {
    /** Kinds of service provided. */
    DC1,
    /** Principal service commitments and system requirements. */
    DC2,
    /** Infrastructure, software, people, procedures and data. */
    DC3,
    /** Incidents that came from weak controls or led to a significant failure. */
    DC4,
    /** Applicable criteria and the controls that address them. */
    DC5,
    /** Controls that customers must run. */
    DC6,
    /** Subservice organisations. */
    DC7,
    /** Criteria that are not relevant, and why. */
    DC8,
    /** Significant changes in the period; Type II only. */
    DC9
}
