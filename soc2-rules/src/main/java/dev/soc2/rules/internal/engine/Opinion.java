package dev.soc2.rules.internal.engine;

import dev.soc2.model.criteria.CriterionId;
import dev.soc2.model.engagement.DescriptionAnswer;
import dev.soc2.model.engagement.DescriptionCriterion;
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
import java.util.stream.Collectors;

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
        OpinionPart description = tooEarly.orElseGet(this::description);
        OpinionPart designed = tooEarly.orElseGet(() -> OpinionAlgebra.suggest(kinds(design), plan.criteriaInScope));
        Optional<OpinionPart> operated =
                engagement.period().isEmpty() ? Optional.empty() : Optional.of(tooEarly.orElseGet(this::operation));
        return new SuggestedOpinion(description, designed, operated);
    }

    private Optional<OpinionPart> tooEarly() {
        List<Reason> reasons = new ArrayList<>();
        if (interim) {
            reasons.add(new Reason(ReasonCode.NOT_YET_DUE, "the period had not ended"));
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

    private OpinionPart operation() {
        return OpinionAlgebra.suggest(kinds(operation), plan.criteriaInScope);
    }

    /** By what the description leaves open; without any description there is nothing to judge yet. */
    private OpinionPart description() {
        if (engagement.description().answers().isEmpty()) {
            return new OpinionPart(
                    OpinionKind.NOT_DETERMINABLE_YET,
                    List.of(new Reason(ReasonCode.MISSING, "the engagement gives no system description")));
        }
        List<DescriptionCriterion> asked = new ArrayList<>(List.of(DescriptionCriterion.values()));
        if (engagement.period().isEmpty()) {
            asked.remove(DescriptionCriterion.DC9);
        }
        List<DescriptionCriterion> open =
                asked.stream().filter(c -> !isAnswered(c)).toList();
        if (open.isEmpty()) {
            return new OpinionPart(OpinionKind.UNQUALIFIED, List.of());
        }
        boolean pervasive = 4 * open.size() > asked.size();
        return new OpinionPart(
                pervasive ? OpinionKind.ADVERSE : OpinionKind.QUALIFIED,
                List.of(new Reason(
                        ReasonCode.MISSING,
                        open.size() + " of " + asked.size() + " description criteria unanswered: "
                                + open.stream().map(Enum::name).collect(Collectors.joining(" ")))));
    }

    private boolean isAnswered(DescriptionCriterion criterion) {
        boolean written = engagement
                .description()
                .answer(criterion)
                .map(Opinion::saysSomething)
                .orElse(false);
        return written
                || switch (criterion) {
                    case DC2 -> !engagement.commitments().isEmpty();
                    // What the engagement lists is the answer, also when it lists none.
                    case DC5, DC6, DC7, DC8 -> true;
                    case DC1, DC3, DC4, DC9 -> false;
                };
    }

    private static boolean saysSomething(DescriptionAnswer answer) {
        return !answer.text().isBlank() || answer.parts().values().stream().anyMatch(p -> !p.isBlank());
    }
}
