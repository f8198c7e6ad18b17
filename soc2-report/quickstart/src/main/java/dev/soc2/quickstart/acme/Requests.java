package dev.soc2.quickstart.acme;

import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.EvidenceBuilder;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Plain pairs of something that came in and the answer to it, each about a subject of its own. */
record Requests(Duty duty, int ordinary, String prefix, String source) {

    /** One limit for all. */
    void play(Scene scene, String trigger, String answer, Limit limit) {
        play(scene, trigger, answer, limit, UnaryOperator.identity());
    }

    /** One limit for all; both records get what {@code details} adds. */
    void play(Scene scene, String trigger, String answer, Limit limit, UnaryOperator<EvidenceBuilder> details) {
        for (Fate fate : duty.fates(scene, ordinary)) {
            Instant start = Duty.start(scene, fate, limit.wholeDays());
            one(scene, fate, start, trigger, answer, limit, details, details);
        }
    }

    /** A limit by severity; only what came in carries the severity. */
    void playBySeverity(
            Scene scene, String trigger, String answer, List<String> severities, Function<String, Limit> limits) {
        for (Fate fate : duty.fates(scene, ordinary)) {
            String severity = scene.any(severities);
            Limit limit = limits.apply(severity);
            Instant start = Duty.start(scene, fate, limit.wholeDays());
            one(
                    scene,
                    fate,
                    start,
                    trigger,
                    answer,
                    limit,
                    b -> b.with("severity", severity),
                    UnaryOperator.identity());
        }
    }

    private void one(
            Scene scene,
            Fate fate,
            Instant start,
            String trigger,
            String answer,
            Limit limit,
            UnaryOperator<EvidenceBuilder> asked,
            UnaryOperator<EvidenceBuilder> answered) {
        String id = scene.id(prefix);
        Evidence record = scene.add(asked.apply(Evidence.of(id, trigger, id, start, source)));
        duty.answer(scene, record, limit.due(start), fate)
                .ifPresent(at -> scene.add(answered.apply(Evidence.of(id + "-answer", answer, id, at, source))));
    }
}
