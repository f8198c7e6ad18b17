package dev.soc2.model.result;

import dev.soc2.model.criteria.CriterionId;
import dev.soc2.model.engagement.Engagement;
import dev.soc2.model.evidence.EvidenceRef;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The reasoned result of an engagement: every control, every criterion, the suggested opinion, and what they rest on.
 *
 * @param engagement what was examined
 * @param status whether the period had ended
 * @param inputs what the result rests on
 * @param controls every control in scope, sorted by id
 * @param criteria every criterion concluded on, in printed order
 * @param commitments every promise of the engagement, in written order
 * @param reliance on whom the assessment relies
 * @param suggestedOpinion what the findings suggest
 * @param notices what a reader should know beyond single controls, sorted
 * @param evidence records that results cite, sorted by id
 * @param recommendations what to do about conclusions that are not good, most valuable first
 */
public record Assessment(
        Engagement engagement,
        AssessmentStatus status,
        AssessmentInputs inputs,
        List<ControlResult> controls,
        List<CriterionResult> criteria,
        List<CommitmentResult> commitments,
        RelianceResult reliance,
        SuggestedOpinion suggestedOpinion,
        List<Notice> notices,
        List<EvidenceRef> evidence,
        List<Recommendation> recommendations) {

    /** Checks the invariants and sorts the notices. */
    public Assessment {
        Objects.requireNonNull(engagement, "engagement");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(inputs, "inputs");
        Objects.requireNonNull(reliance, "reliance");
        Objects.requireNonNull(suggestedOpinion, "suggestedOpinion");
        controls = List.copyOf(controls);
        criteria = List.copyOf(criteria);
        commitments = List.copyOf(commitments);
        notices = List.copyOf(notices.stream().distinct().sorted().toList());
        evidence = List.copyOf(evidence.stream().distinct().sorted().toList());
        recommendations = List.copyOf(recommendations);
    }

    /**
     * A result that recommends nothing.
     *
     * @param engagement what was examined
     * @param status whether the period had ended
     * @param inputs what the result rests on
     * @param controls every control in scope, sorted by id
     * @param criteria every criterion concluded on, in printed order
     * @param commitments every promise of the engagement, in written order
     * @param reliance on whom the assessment relies
     * @param suggestedOpinion what the findings suggest
     * @param notices what a reader should know beyond single controls
     * @param evidence records that results cite
     */
    public Assessment(
            Engagement engagement,
            AssessmentStatus status,
            AssessmentInputs inputs,
            List<ControlResult> controls,
            List<CriterionResult> criteria,
            List<CommitmentResult> commitments,
            RelianceResult reliance,
            SuggestedOpinion suggestedOpinion,
            List<Notice> notices,
            List<EvidenceRef> evidence) {
        this(
                engagement,
                status,
                inputs,
                controls,
                criteria,
                commitments,
                reliance,
                suggestedOpinion,
                notices,
                evidence,
                List.of());
    }

    /**
     * The result of one control.
     *
     * @param id id of the control
     * @return its result
     * @throws IllegalArgumentException if the control was not assessed; the message names those that were
     */
    public ControlResult control(String id) {
        return controls.stream()
                .filter(c -> c.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no control '" + id + "' was assessed; there are "
                        + controls.stream().map(ControlResult::id).toList()));
    }

    /**
     * Why one control was concluded on as it was, what would change that, and what to do: plain text in English.
     *
     * @param control id of the control
     * @return the text, lines ended by a line feed
     * @throws IllegalArgumentException if the control was not assessed; the message names those that were
     */
    public String explain(String control) {
        return Explanation.of(this, control).text();
    }

    /**
     * What to do about one control, most valuable first.
     *
     * @param control id of the control
     * @return recommendations about it
     */
    public List<Recommendation> recommendations(String control) {
        return recommendations.stream().filter(r -> r.about().equals(control)).toList();
    }

    /**
     * The result of one criterion.
     *
     * @param id id of the criterion
     * @return its result, or empty when nothing was concluded on it
     */
    public Optional<CriterionResult> criterion(CriterionId id) {
        return criteria.stream().filter(c -> c.id().equals(id)).findFirst();
    }

    /**
     * Every deviation of every control.
     *
     * @return the deviations, by control, test and item
     */
    public List<Deviation> deviations() {
        return controls.stream().flatMap(c -> c.deviations().stream()).toList();
    }
}
