package dev.soc2.rules.internal.engine;

import dev.soc2.model.criteria.CriterionId;
import dev.soc2.model.engagement.Engagement;
import dev.soc2.model.result.Concluded;
import dev.soc2.model.result.CriterionConclusion;
import dev.soc2.model.result.OpinionAlgebra;
import dev.soc2.model.result.OpinionKind;
import dev.soc2.model.result.OpinionPart;
import dev.soc2.model.result.Reason;
import dev.soc2.model.result.ReasonCode;
import dev.soc2.model.result.SuggestedOpinion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The three parts of the suggested opinion. */
final class Opinion {

    private final Plan plan;
    private final Engagement engagement;
    private final boolean interim;
    private final Map<CriterionId, Concluded<CriterionConclusion>> operation;
    private final Map<CriterionId, Concluded<CriterionConclusion>> design;

    Opinion(
            Plan plan,
            boolean interim,
            Map<CriterionId, Concluded<CriterionConclusion>> operation,
            Map<CriterionId, Concluded<CriterionConclusion>> design) {
        this.plan = plan;
        this.engagement = plan.engagement;
        this.interim = interim;
        this.operation = operation;
        this.design = design;
    }

    SuggestedOpinion suggest() {
        Optional<OpinionPart> tooEarly = tooEarly();
        OpinionPart description = tooEarly.orElseGet(() -> new Description(engagement).suggest());
        OpinionPart designed = tooEarly.orElseGet(() -> part(design));
        Optional<OpinionPart> operated = engagement.period().isEmpty()
                ? Optional.empty()
                : Optional.of(tooEarly.orElseGet(() -> part(operation)));
        return new SuggestedOpinion(description, designed, operated);
    }

    private Optional<OpinionPart> tooEarly() {
        List<Reason> reasons = new ArrayList<>();
        if (interim) {
            reasons.add(new Reason(
                    ReasonCode.NOT_YET_DUE,
                    engagement.period().isEmpty() ? "the date had not passed" : "the period had not ended"));
        }
        if (engagement.isPartial()) {
            reasons.add(new Reason(ReasonCode.PARTIAL_SCOPE, "only some criteria were looked at"));
        }
        return reasons.isEmpty()
                ? Optional.empty()
                : Optional.of(new OpinionPart(OpinionKind.NOT_DETERMINABLE_YET, reasons));
    }

    private static Map<CriterionId, CriterionConclusion> kinds(
            Map<CriterionId, Concluded<CriterionConclusion>> concluded) {
        Map<CriterionId, CriterionConclusion> kinds = new TreeMap<>();
        concluded.forEach((id, c) -> kinds.put(id, c.conclusion()));
        return kinds;
    }

    private OpinionPart part(Map<CriterionId, Concluded<CriterionConclusion>> concluded) {
        return OpinionAlgebra.suggest(kinds(concluded), plan.criteriaInScope, engagement.pervasiveness());
    }
}
