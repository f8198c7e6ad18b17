package dev.soc2.model.result;

import java.util.List;

/**
 * On whom the assessment relies: other organisations, and for each criterion what is assumed of them and of customers.
 *
 * @param organizations the organisations, in written order
 * @param criteria the criteria that assume something of others, in printed order
 */
public record RelianceResult(List<SubserviceReliance> organizations, List<CriterionReliance> criteria) {

    /** On nobody. */
    public static final RelianceResult NONE = new RelianceResult(List.of(), List.of());

    /** Copies the lists. */
    public RelianceResult {
        organizations = List.copyOf(organizations);
        criteria = List.copyOf(criteria);
    }
}
