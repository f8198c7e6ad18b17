package dev.soc2.rules.internal.engine;

import dev.soc2.model.evidence.AttributeValue;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.EvidenceTypes;
import dev.soc2.model.result.JudgedConclusion;
import dev.soc2.model.result.JudgementAlgebra;
import dev.soc2.model.result.OperatingConclusion;
import dev.soc2.model.result.RecordedNote;
import dev.soc2.rules.internal.timeline.Timeline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What people recorded about controls: analyses of deviations, judgements, responses. */
final class Analyses {

    private static final long FAR_APART = Duration.ofDays(31).toNanos();

    private final Timeline timeline;

    Analyses(Timeline timeline) {
        this.timeline = timeline;
    }

    private List<Evidence> about(String type, String control) {
        return about(timeline, type, control);
    }

    /** Records that name a control, or whose subject it is. */
    static List<Evidence> about(Timeline timeline, String type, String control) {
        return timeline.reserved(type).stream()
                .filter(e -> Narrowing.names(e, "control")
                        .map(names -> names.contains(control))
                        .orElse(e.subject().equals(control)))
                .toList();
    }

    /** Whether deviations of a test are systemic or intentional, or one cause spans more than 31 days. */
    boolean isSystemic(String control, Map<String, Long> deviationTimes) {
        Map<String, List<Long>> timesByCause = new HashMap<>();
        for (Evidence analysis : timeline.reserved(EvidenceTypes.DEVIATION_ANALYSIS)) {
            Long time = deviationTimes.get(analysis.subject());
            if (time == null || !Narrowing.concerns(analysis, "control", control)) {
                continue;
            }
            if (isFlagged(analysis, "systemic") || isFlagged(analysis, "intentional")) {
                return true;
            }
            analysis.text("cause")
                    .filter(cause -> !cause.isBlank())
                    .ifPresent(cause -> timesByCause
                            .computeIfAbsent(cause, c -> new ArrayList<>())
                            .add(time));
        }
        return timesByCause.values().stream()
                .anyMatch(times -> times.stream().max(Comparator.naturalOrder()).orElse(0L)
                                - times.stream().min(Comparator.naturalOrder()).orElse(0L)
                        > FAR_APART);
    }

    private static boolean isFlagged(Evidence analysis, String name) {
        return analysis.attribute(name)
                .map(AttributeValue::plain)
                .map(v -> v.toString().toLowerCase(Locale.ROOT).equals("true"))
                .orElse(false);
    }

    /** The latest judgement of a test that stands; an earlier one is history. One that does not stand is said if none does. */
    Optional<JudgedConclusion> judgement(String control, String test, OperatingConclusion computed) {
        return about(EvidenceTypes.JUDGEMENT, control).stream()
                .filter(e -> Narrowing.concerns(e, "test", test))
                .filter(e -> conclusion(e).isPresent())
                .sorted(Comparator.comparing(Evidence::occurredAt).thenComparing(Evidence::id))
                .map(e -> judged(e, computed))
                .reduce((earlier, later) -> later.accepted() || !earlier.accepted() ? later : earlier);
    }

    private static Optional<OperatingConclusion> conclusion(Evidence judgement) {
        String written =
                judgement.text("conclusion").orElse("").toUpperCase(Locale.ROOT).replace('-', '_');
        for (OperatingConclusion conclusion : OperatingConclusion.values()) {
            if (conclusion.name().equals(written)) {
                return Optional.of(conclusion);
            }
        }
        return Optional.empty();
    }

    private static JudgedConclusion judged(Evidence judgement, OperatingConclusion computed) {
        OperatingConclusion conclusion = conclusion(judgement).orElse(computed);
        String reason = judgement.text("reason").orElse("");
        return new JudgedConclusion(
                conclusion,
                reason,
                judgement.text("reviewer").or(judgement::actor).orElse(""),
                JudgementAlgebra.accepts(computed, conclusion, !reason.isBlank()),
                judgement.id());
    }

    List<RecordedNote> analyses(String control) {
        return about(EvidenceTypes.DEVIATION_ANALYSIS, control).stream()
                .map(e -> note(e, "cause"))
                .toList();
    }

    List<RecordedNote> responses(String control) {
        List<RecordedNote> notes = new ArrayList<>();
        about(EvidenceTypes.MANAGEMENT_RESPONSE, control).forEach(e -> notes.add(note(e, "response")));
        about(EvidenceTypes.REMEDIATION, control).forEach(e -> notes.add(note(e, "action")));
        return notes;
    }

    private static RecordedNote note(Evidence record, String preferred) {
        String text = record.text(preferred)
                .or(() -> record.text("text"))
                .or(() -> record.text("reason"))
                .orElseGet(() -> record.attributes().values().stream()
                        .map(AttributeValue::plain)
                        .map(Object::toString)
                        .findFirst()
                        .orElse(record.type()));
        return new RecordedNote(
                record.id(), record.subject(), text, record.actor().orElse(""), record.occurredAt());
    }
}
