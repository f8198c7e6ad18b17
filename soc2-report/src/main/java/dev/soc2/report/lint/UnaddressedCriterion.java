package dev.soc2.report.lint;

import dev.soc2.model.result.CriterionConclusion;
import dev.soc2.model.result.CriterionResult;
import java.util.function.Consumer;

/** R10. No control addresses a criterion, and nobody else's is relied on. */
final class UnaddressedCriterion implements LintCheck {

    @Override
    public void check(Subject subject, Consumer<LintFinding> findings) {
        for (CriterionResult criterion : subject.assessment().criteria()) {
            boolean settled = criterion.conclusion() == CriterionConclusion.NOT_RELEVANT
                    || criterion.conclusion() == CriterionConclusion.MET_WITH_RELIANCE
                    || subject.assessment().reliance().criteria().stream()
                            .anyMatch(r -> r.alone() && r.criterion().equals(criterion.id()));
            if (criterion.controls().isEmpty() && !settled) {
                findings.accept(new LintFinding(
                        LintRule.R10,
                        "criterion " + criterion.id(),
                        "no control addresses it",
                        "link a control to it, or say in the engagement why it is not relevant"));
            }
        }
    }
}
