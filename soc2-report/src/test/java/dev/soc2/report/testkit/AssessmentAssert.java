package dev.soc2.report.testkit;

import dev.soc2.model.criteria.CriterionId;
import dev.soc2.model.result.Assessment;
import dev.soc2.model.result.AssessmentStatus;
import dev.soc2.model.result.ControlResult;
import dev.soc2.model.result.CriterionConclusion;
import dev.soc2.model.result.CriterionResult;
import dev.soc2.report.compare.Baseline;
import dev.soc2.report.compare.BaselineComparison;
import dev.soc2.report.compare.Finding;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/**
 * What a build expects of an assessment. It needs no library: a fault is an {@link AssertionError} that says what, where
 * and how to look further.
 *
 * <pre>{@code
 * AssessmentAssert.assertThat(assessment)
 *         .hasNoNewExceptions(Baseline.read(file))
 *         .supports("CC6.1", "CC8.1")
 *         .control("IAM-03").operatedEffectively();
 * }</pre>
 */
public final class AssessmentAssert {

    private final Assessment assessment;

    private AssessmentAssert(Assessment assessment) {
        this.assessment = assessment;
    }

    /**
     * Starts a chain of expectations.
     *
     * @param assessment what is looked at
     * @return the expectations
     */
    public static AssessmentAssert assertThat(Assessment assessment) {
        return new AssessmentAssert(assessment);
    }

    /**
     * No deviation, and no control or criterion that is not supported, at all.
     *
     * @return this
     */
    public AssessmentAssert hasNoExceptions() {
        return hasNoNewExceptions(Baseline.empty(assessment.engagement().id()));
    }

    /**
     * No deviation, and no control or criterion that is not supported, that the baseline does not have. What is
     * undetermined does not count here.
     *
     * @param known the findings that are known
     * @return this
     */
    public AssessmentAssert hasNoNewExceptions(Baseline known) {
        BaselineComparison found = known.compare(assessment);
        return none(found.addedAndWrong(), known, "exceptions");
    }

    /**
     * Nothing at all that the baseline does not have, what is undetermined or was not assessed included.
     *
     * @param known the findings that are known
     * @return this
     */
    public AssessmentAssert hasNoNewFindings(Baseline known) {
        return none(known.compare(assessment).added(), known, "findings");
    }

    private AssessmentAssert none(List<Finding> found, Baseline known, String what) {
        if (!found.isEmpty()) {
            boolean any = known.findings().isEmpty();
            throw Failures.of(
                    assessment,
                    (any ? "expected no " + what : "expected no new " + what) + ", but found " + found.size()
                            + (any
                                    ? ""
                                    : " that the baseline of "
                                            + known.findings().size() + " does not have"),
                    found.stream().map(Failures::finding).toList(),
                    "assessment.explain(\"" + control(found) + "\") says what would change it");
        }
        return this;
    }

    /** A control that can be explained: the first that the findings name. */
    private String control(List<Finding> found) {
        return found.stream()
                .filter(finding -> finding.level() != Finding.Level.CRITERION)
                .map(Finding::about)
                .findFirst()
                .orElseGet(() -> assessment.controls().stream()
                        .map(ControlResult::id)
                        .findFirst()
                        .orElse("…"));
    }

    /**
     * The criteria are supported, exceptions that are borne included.
     *
     * @param criteria ids of criteria, such as {@code CC6.1}
     * @return this
     */
    public AssessmentAssert supports(String... criteria) {
        List<String> faults = Arrays.stream(criteria)
                .map(CriterionId::of)
                .map(this::criterion)
                .filter(criterion -> !criterion.conclusion().isMet())
                .map(this::line)
                .toList();
        if (!faults.isEmpty()) {
            throw Failures.of(
                    assessment,
                    "expected support for " + String.join(", ", criteria) + ", but " + faults.size() + " of "
                            + criteria.length + " is not supported",
                    faults,
                    "assessment.criterion(...) has the reasons, assessment.explain(control) what would change them");
        }
        return this;
    }

    private CriterionResult criterion(CriterionId id) {
        return assessment
                .criterion(id)
                .orElseThrow(() -> Failures.of(
                        assessment,
                        "expected a conclusion on " + id + ", but nothing was concluded on it",
                        List.of("concluded on: "
                                + String.join(
                                        ", ",
                                        assessment.criteria().stream()
                                                .map(c -> c.id().value())
                                                .toList())),
                        "categories and onlyCriteria of the engagement decide which criteria are in scope"));
    }

    /**
     * Every criterion in scope is concluded on, for or against.
     *
     * @return this
     */
    public AssessmentAssert hasNoUndeterminedCriteria() {
        return noCriterion(
                criterion -> criterion.conclusion() == CriterionConclusion.INSUFFICIENT_EVIDENCE, "undetermined");
    }

    /**
     * No criterion in scope is not supported; one that is undetermined does not count here.
     *
     * @return this
     */
    public AssessmentAssert hasNoUnsupportedCriteria() {
        return noCriterion(criterion -> criterion.conclusion() == CriterionConclusion.NOT_MET, "not supported");
    }

    private AssessmentAssert noCriterion(Predicate<CriterionResult> wrong, String what) {
        List<String> faults =
                assessment.criteria().stream().filter(wrong).map(this::line).toList();
        if (!faults.isEmpty()) {
            throw Failures.of(
                    assessment,
                    "expected no criterion to be " + what + ", but " + faults.size() + " of "
                            + assessment.criteria().size() + " is",
                    faults,
                    "assessment.recommendations() says what would settle it, most valuable first");
        }
        return this;
    }

    private String line(CriterionResult criterion) {
        return criterion.id() + " " + criterion.criterion().title() + ": " + criterion.conclusion()
                + Failures.reasons(criterion.reasons())
                + (criterion.controls().isEmpty()
                        ? "; no control addresses it"
                        : "; controls " + String.join(", ", criterion.controls()));
    }

    /**
     * The period had ended at the instant of the assessment.
     *
     * @return this
     */
    public AssessmentAssert isFinal() {
        if (assessment.status() != AssessmentStatus.FINAL) {
            throw Failures.of(
                    assessment,
                    "expected a final assessment, but the period had not ended at "
                            + assessment.inputs().asOf(),
                    List.of("last day: " + assessment.engagement().lastDay()),
                    "assess as of a later instant");
        }
        return this;
    }

    /**
     * Expectations of one control.
     *
     * @param id id of the control
     * @return the expectations; {@link ControlAssert#and()} leads back
     */
    public ControlAssert control(String id) {
        List<String> ids = assessment.controls().stream().map(ControlResult::id).toList();
        if (!ids.contains(id)) {
            throw Failures.of(
                    assessment,
                    "expected control " + id + ", but it was not assessed",
                    List.of("assessed: " + String.join(", ", ids)),
                    "packs, categories and exclusions of the engagement decide which controls are in scope");
        }
        return new ControlAssert(this, assessment, assessment.control(id));
    }
}
