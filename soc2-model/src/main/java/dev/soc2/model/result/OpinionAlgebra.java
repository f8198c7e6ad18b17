package dev.soc2.model.result;

import dev.soc2.model.criteria.Criterion;
import dev.soc2.model.criteria.CriterionId;
import dev.soc2.model.criteria.TrustServicesCategory;
import dev.soc2.model.engagement.Pervasiveness;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * From criteria to the kind of opinion that their results suggest.
 *
 * <p>What is wrong suggests qualified or, when pervasive, adverse; what cannot be shown suggests qualified or, when
 * pervasive, a disclaimer. Pervasive means by default: an entity-level criterion (of the trust services criteria: CC1 to
 * CC5) fails together with two others; or more than a quarter of the criteria in scope fail; or every criterion of an
 * additional category fails. The two sets are judged separately, and the worst counts.
 */
public final class OpinionAlgebra {

    private static final List<OpinionKind> WORST_FIRST = List.of(
            OpinionKind.NOT_DETERMINABLE_YET,
            OpinionKind.ADVERSE,
            OpinionKind.DISCLAIMER,
            OpinionKind.QUALIFIED,
            OpinionKind.UNQUALIFIED);

    private OpinionAlgebra() {}

    /**
     * The worse of two kinds; what is not determinable yet outranks everything.
     *
     * @param one a kind
     * @param other another
     * @return the worse
     */
    public static OpinionKind worst(OpinionKind one, OpinionKind other) {
        return WORST_FIRST.indexOf(one) <= WORST_FIRST.indexOf(other) ? one : other;
    }

    /**
     * The kind that the conclusions on criteria suggest, with the default meaning of pervasive.
     *
     * @param conclusions conclusions by criterion; those that are not relevant are left out of account
     * @param inScope every criterion in scope, of which shares are taken; contains the concluded ones
     * @return the kind and its reasons
     */
    public static OpinionPart suggest(
            Map<CriterionId, CriterionConclusion> conclusions, Collection<Criterion> inScope) {
        return suggest(conclusions, inScope, Pervasiveness.DEFAULT);
    }

    /**
     * The kind that the conclusions on criteria suggest.
     *
     * @param conclusions conclusions by criterion; those that are not relevant are left out of account
     * @param inScope every criterion in scope, of which shares are taken; contains the concluded ones
     * @param pervasiveness when failing criteria are pervasive
     * @return the kind and its reasons
     */
    public static OpinionPart suggest(
            Map<CriterionId, CriterionConclusion> conclusions,
            Collection<Criterion> inScope,
            Pervasiveness pervasiveness) {
        Map<CriterionId, CriterionConclusion> judged = new TreeMap<>(conclusions);
        judged.values().removeIf(c -> c == CriterionConclusion.NOT_RELEVANT);
        if (judged.isEmpty()) {
            return new OpinionPart(
                    OpinionKind.NOT_DETERMINABLE_YET,
                    List.of(new Reason(ReasonCode.NOT_TESTED, "no criterion was concluded on")));
        }
        List<Criterion> scope = inScope.stream()
                .filter(c -> conclusions.get(c.id()) != CriterionConclusion.NOT_RELEVANT)
                .toList();
        List<Reason> reasons = new ArrayList<>();
        OpinionKind wrong = extent(
                judged,
                CriterionConclusion.NOT_MET,
                scope,
                pervasiveness,
                OpinionKind.ADVERSE,
                ReasonCode.EXCEEDS_POLICY,
                reasons);
        OpinionKind unknown = extent(
                judged,
                CriterionConclusion.INSUFFICIENT_EVIDENCE,
                scope,
                pervasiveness,
                OpinionKind.DISCLAIMER,
                ReasonCode.UNDETERMINED_EXCEEDS_POLICY,
                reasons);
        return new OpinionPart(worst(wrong, unknown), reasons);
    }

    private static OpinionKind extent(
            Map<CriterionId, CriterionConclusion> judged,
            CriterionConclusion failing,
            List<Criterion> scope,
            Pervasiveness pervasiveness,
            OpinionKind whenPervasive,
            ReasonCode code,
            List<Reason> reasons) {
        Set<CriterionId> failed = judged.entrySet().stream()
                .filter(e -> e.getValue() == failing)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
        if (failed.isEmpty()) {
            return OpinionKind.UNQUALIFIED;
        }
        boolean pervasive = isPervasive(failed, scope, pervasiveness);
        reasons.add(new Reason(
                code,
                failed.size() + " of " + scope.size() + " criteria "
                        + (failing == CriterionConclusion.NOT_MET ? "not met" : "with insufficient evidence")
                        + (pervasive ? ", pervasive: " : ", not pervasive: ")
                        + failed.stream().sorted().map(CriterionId::value).collect(Collectors.joining(" "))));
        return pervasive ? whenPervasive : OpinionKind.QUALIFIED;
    }

    private static boolean isPervasive(Set<CriterionId> failed, List<Criterion> scope, Pervasiveness limits) {
        boolean entityLevel = failed.size() > limits.entityLevelWith()
                && scope.stream().anyMatch(c -> c.entityLevel() && failed.contains(c.id()));
        return entityLevel
                || limits.exceedsShare(failed.size(), scope.size())
                || (limits.wholeCategory() && wholeCategoryFailed(failed, scope));
    }

    private static boolean wholeCategoryFailed(Set<CriterionId> failed, List<Criterion> scope) {
        for (TrustServicesCategory category : TrustServicesCategory.values()) {
            List<CriterionId> own = scope.stream()
                    .filter(c -> c.categories().equals(Set.of(category)))
                    .map(Criterion::id)
                    .toList();
            if (category != TrustServicesCategory.SECURITY && !own.isEmpty() && failed.containsAll(own)) {
                return true;
            }
        }
        return false;
    }
}
