package dev.soc2.quickstart.acme;

import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.EvidenceBuilder;
import dev.soc2.model.result.ReasonCode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Alerts, and incidents through their stages; an incident goes wrong in one stage at most. */
final class Incidents {

    private final Scene scene;

    private Incidents(Scene scene) {
        this.scene = scene;
    }

    static void play(Scene scene) {
        new Requests(Duty.of("LOG-03", "T1"), 60, "alert", "siem")
                .playBySeverity(
                        scene,
                        "alert.raised",
                        "alert.triaged",
                        List.of("CRITICAL", "HIGH", "HIGH", "MEDIUM", "MEDIUM"),
                        severity -> switch (severity) {
                            case "CRITICAL" -> Limit.hours(1);
                            case "HIGH" -> Limit.hours(4);
                            default -> Limit.days(1);
                        });
        for (int i = 0; i < 10; i++) {
            String id = scene.id("alert");
            scene.add(Evidence.of(id, "alert.raised", id, scene.within(AcmeTime.FIRST, AcmeTime.LAST), "siem")
                    .with("severity", i % 2 == 0 ? "LOW" : "INFO"));
            scene.lookAlike("LOG-03", "T1", id, "too low to have a limit");
        }
        new Incidents(scene).incidents();
    }

    private void incidents() {
        Duty classify = Duty.of("INC-01", "T1");
        Duty contain = Duty.of("INC-01", "T2");
        Duty review = Duty.of("INC-01", "T3");
        List<Duty> stages = List.of(classify, contain, review);
        for (int stage = 0; stage < 3; stage++) {
            for (Fate fate : stages.get(stage).fates(scene, 2)) {
                List<Fate> fates = new ArrayList<>(List.of(Fate.ON_TIME, Fate.ON_TIME, Fate.ON_TIME));
                fates.set(stage, fate);
                incident(stages, stage, fates, true);
            }
        }
        for (int left = scene.plants("INC-03", "T1"); left > 0; left--) {
            incident(stages, 0, List.of(Fate.ON_TIME, Fate.ON_TIME, Fate.ON_TIME), false);
        }
    }

    /** The stage that matters gets its start; what comes before is counted back from it, what comes after follows. */
    private void incident(List<Duty> stages, int stage, List<Fate> fates, boolean kept) {
        String severity = scene.any(kept ? List.of("SEV1", "SEV2", "SEV3") : List.of("SEV1", "SEV2"));
        String id = scene.id("INC");
        Limit contained = severity.equals("SEV1") ? Limit.hours(24) : Limit.days(severity.equals("SEV2") ? 3 : 10);
        List<Limit> limits = List.of(Limit.hours(4), contained, Limit.days(10));
        Instant start = Duty.start(scene, fates.get(stage), limits.get(stage).wholeDays());
        Instant detected = start.minus(Duration.ofHours(List.of(0, 2, 6).get(stage)));
        Evidence first =
                scene.add(fact("detected", "incident.detected", id, detected).with("severity", severity));
        Optional<Instant> classified = stage == 0
                ? stages.get(0).answer(scene, first, limits.get(0).due(detected), fates.get(0))
                : Optional.of(start.minus(Duration.ofHours(stage == 1 ? 0 : 5)));
        if (classified.isEmpty()) {
            return;
        }
        Evidence second = scene.add(
                fact("classified", "incident.classified", id, classified.get()).with("severity", severity));
        if (kept) {
            preserved(id, classified.get(), severity);
        } else if (AcmeTime.inPeriod(classified.get())) {
            notPreserved(second);
        }
        Optional<Instant> stopped = stage == 2
                ? Optional.of(start.minus(Duration.ofHours(2)))
                : stages.get(1).answer(scene, second, contained.due(classified.get()), fates.get(1));
        stopped.ifPresent(at -> scene.add(fact("contained", "incident.contained", id, at)));
        if (stage == 2) {
            review(id, start, stages.get(2), limits.get(2), fates.get(2));
        }
    }

    private void review(String id, Instant start, Duty duty, Limit limit, Fate fate) {
        Evidence resolved = scene.add(fact("resolved", "incident.resolved", id, start));
        duty.answer(scene, resolved, limit.due(start), fate)
                .ifPresent(at ->
                        scene.add(fact("reviewed", "incident.reviewed", id, at).with("rootCause", "a full disk")));
        if (fate == Fate.MISSING) {
            // A review that names no cause is none.
            scene.add(fact("reviewed", "incident.reviewed", id, start.plus(Duration.ofDays(1))));
        }
    }

    private void preserved(String id, Instant at, String severity) {
        if (!severity.equals("SEV3")) {
            scene.add(fact("preserved", "incident.evidence.preserved", id, at.plus(Duration.ofHours(1)))
                    .with("timeline", "timeline of " + id)
                    .with("evidenceHash", "kept with the case")
                    .with("custodian", "security lead"));
        }
    }

    private void notPreserved(Evidence classified) {
        boolean inPart = scene.oneIn(2);
        if (inPart) {
            scene.add(fact(
                            "preserved",
                            "incident.evidence.preserved",
                            classified.subject(),
                            classified.occurredAt().plus(Duration.ofHours(1)))
                    .with("timeline", "timeline of " + classified.subject()));
        }
        scene.plant("INC-03", "T1", classified.id(), inPart ? ReasonCode.PREDICATE_FALSE : ReasonCode.MISSING);
    }

    private EvidenceBuilder fact(String prefix, String type, String incident, Instant at) {
        return scene.fact(prefix, type, incident, at, "tickets");
    }
}
