package dev.soc2.quickstart.acme;

import dev.soc2.model.evidence.EvidenceBuilder;
import dev.soc2.model.result.ReasonCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** The twelve policies and the privacy notice: approved, reviewed, sometimes too late. */
final class Policies {

    private enum Story {
        REVIEWED,
        REVIEWED_ON_THE_LIMIT,
        NEW_VERSION,
        REVIEWED_BY_OTHERS_TOO,
        REVIEWED_LATE,
        NEVER_REVIEWED,
        NOT_IN_FORCE,
        APPROVED_LATE
    }

    private static final List<Story> GOOD = List.of(
            Story.REVIEWED,
            Story.REVIEWED,
            Story.REVIEWED_ON_THE_LIMIT,
            Story.NEW_VERSION,
            Story.REVIEWED_BY_OTHERS_TOO);
    private static final List<Story> BAD =
            List.of(Story.REVIEWED_LATE, Story.NEVER_REVIEWED, Story.NOT_IN_FORCE, Story.APPROVED_LATE);

    private final Scene scene;

    private Policies(Scene scene) {
        this.scene = scene;
    }

    static void play(Scene scene) {
        Policies policies = new Policies(scene);
        for (int i = 1; i <= 12; i++) {
            String id = i < 10 ? "POL-0" + i : "POL-" + i;
            policies.year(id, id, "staff", i);
        }
        policies.year("PRV-01", "PRIVACY_NOTICE", "public", scene.between(1, BAD.size()));
    }

    private void year(String control, String policy, String readers, int number) {
        Story story = scene.plants(control, "T1") == 0 ? scene.any(GOOD) : BAD.get(Math.floorMod(number, BAD.size()));
        LocalDate first = LocalDate.of(2024, scene.between(2, 9), scene.between(1, 28));
        Instant approved = AcmeTime.at(first, scene.between(9, 16), 0);
        Instant limit = Limit.year().due(approved);
        switch (story) {
            case REVIEWED -> {
                approve(policy, "1.0", approved, approved, readers);
                review(policy, before(limit), "owner");
            }
            case REVIEWED_ON_THE_LIMIT -> {
                approve(policy, "1.0", approved, approved, readers);
                review(policy, limit, "owner");
                scene.lookAlike(control, "T1", policy, "reviewed on the last instant of the year");
            }
            case NEW_VERSION -> {
                approve(policy, "1.0", approved, approved, readers);
                Instant renewed = before(limit);
                Instant effective = Limit.days(5).due(renewed);
                approve(policy, "2.0", renewed, effective, readers);
                scene.lookAlike(control, "T1", policy + " 2.0", "approved before it took force");
            }
            case REVIEWED_BY_OTHERS_TOO -> {
                approve(policy, "1.0", approved, approved, readers);
                review(policy, Limit.days(3).due(approved), "reader");
                review(policy, before(limit), "owner");
            }
            case REVIEWED_LATE -> {
                approve(policy, "1.0", approved, approved, readers);
                review(policy, Limit.days(scene.between(1, 60)).due(limit), "owner");
                scene.plant(control, "T1", policy, ReasonCode.LATE);
            }
            case NEVER_REVIEWED -> {
                approve(policy, "1.0", approved, approved, readers);
                scene.plant(control, "T1", policy, ReasonCode.MISSING);
            }
            case NOT_IN_FORCE -> {
                Instant born = scene.daytime(LocalDate.of(2025, 2, 1), LocalDate.of(2025, 9, 30));
                approve(policy, "1.0", born, born, readers);
                scene.plant(control, "T1", policy, ReasonCode.NOT_IN_FORCE);
            }
            case APPROVED_LATE -> {
                approve(policy, "1.0", approved, approved, readers);
                Instant renewed = before(limit);
                Instant effective = Limit.days(-scene.between(1, 6)).due(renewed);
                approve(policy, "2.0", renewed, effective, readers);
                scene.plant(control, "T1", policy + " 2.0", ReasonCode.APPROVED_LATE);
            }
        }
    }

    /** A day inside the period and before the limit. */
    private Instant before(Instant limit) {
        return scene.within(
                AcmeTime.FIRST.plusDays(10),
                limit.atZone(AcmeTime.ZONE).toLocalDate().minusDays(2));
    }

    private void approve(String policy, String version, Instant at, Instant effective, String readers) {
        scene.add(record("policy.approved", policy, at)
                .actor("ceo")
                .with("version", version)
                .with("effectiveFrom", effective.toString())
                .with("role", "owner"));
        Instant published = Stream.of(at, effective).min(Instant::compareTo).orElse(at);
        scene.add(record("policy.published", policy, published)
                .with("version", version)
                .with("to", readers));
    }

    private void review(String policy, Instant at, String role) {
        scene.add(record("policy.reviewed", policy, at).actor(role).with("role", role));
    }

    private EvidenceBuilder record(String type, String policy, Instant at) {
        return scene.fact("policy", type, policy, at, "grc");
    }
}
