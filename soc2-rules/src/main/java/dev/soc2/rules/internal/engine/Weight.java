package dev.soc2.rules.internal.engine;

import dev.soc2.model.criteria.CriterionId;
import dev.soc2.model.result.ControlResult;
import dev.soc2.model.result.CriterionConclusion;
import dev.soc2.model.result.DeficiencySeverity;
import dev.soc2.model.result.OperatingConclusion;
import dev.soc2.model.result.ReasonCode;
import java.util.Map;
import java.util.Optional;

/** How much the weakness of a control weighs, by what became of the criteria that it addresses. */
final class Weight {

    private Weight() {}

    /** Nothing where nothing is wrong, and nothing where the evidence does not say. */
    static Optional<DeficiencySeverity> of(
            ControlResult result, boolean compensated, Map<CriterionId, CriterionConclusion> criteria) {
        OperatingConclusion operating = result.operating().orElse(OperatingConclusion.NOT_APPLICABLE);
        return switch (operating) {
            case EFFECTIVE ->
                result.reasons().stream().anyMatch(r -> r.code() == ReasonCode.LOOSENED)
                        ? Optional.of(DeficiencySeverity.OBSERVATION)
                        : Optional.empty();
            case EFFECTIVE_WITH_DEVIATIONS -> Optional.of(DeficiencySeverity.EXCEPTION);
            case INEFFECTIVE -> Optional.of(ofFailure(result, compensated, criteria));
            case INSUFFICIENT_EVIDENCE, DID_NOT_OPERATE, NOT_TESTED, NOT_APPLICABLE -> Optional.empty();
        };
    }

    private static DeficiencySeverity ofFailure(
            ControlResult result, boolean compensated, Map<CriterionId, CriterionConclusion> criteria) {
        if (compensated) {
            return DeficiencySeverity.DEFICIENCY;
        }
        boolean broken =
                result.control().criteria().stream().anyMatch(c -> criteria.get(c) == CriterionConclusion.NOT_MET);
        return broken ? DeficiencySeverity.MATERIAL : DeficiencySeverity.SIGNIFICANT;
    }
}
