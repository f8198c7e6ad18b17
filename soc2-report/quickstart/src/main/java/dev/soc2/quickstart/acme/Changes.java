package dev.soc2.quickstart.acme;

import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.EvidenceBuilder;
import dev.soc2.model.result.ReasonCode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Changes on their way to production, the emergencies among them, and deployments nobody can explain. */
final class Changes {

    private static final List<String> DEVELOPERS = List.of("ada", "barbara", "grace", "katherine", "linus");
    private static final int ORDINARY = 120;

    private final Scene scene;

    private Changes(Scene scene) {
        this.scene = scene;
    }

    static void play(Scene scene) {
        Changes changes = new Changes(scene);
        for (int i = 0; i < ORDINARY; i++) {
            changes.ordinary(scene.within(AcmeTime.FIRST, AcmeTime.LAST));
        }
        changes.slips();
        changes.nearMisses();
        changes.newData();
        if (!scene.rests("CHG-03", "T1")) {
            changes.emergencies();
        }
        for (int left = scene.plants("CHG-02", "T1"); left > 0; left--) {
            Evidence deployed =
                    changes.deploy(scene.id("C"), "x" + left, scene.within(AcmeTime.FIRST, AcmeTime.LAST), "prod");
            scene.plant("CHG-02", "T1", deployed.id(), ReasonCode.UNMATCHED_LEFT);
            scene.plant("CHG-01", "T1", deployed.id(), ReasonCode.STEP_MISSING);
        }
        Evidence trial = changes.deploy(scene.id("C"), "trial", scene.within(AcmeTime.FIRST, AcmeTime.LAST), "test");
        scene.lookAlike("CHG-02", "T1", trial.id(), "went to the test environment only");
    }

    private void ordinary(Instant deployed) {
        String change = scene.id("C");
        String revision = "r" + change.substring(2);
        merge(change, revision, deployed.minus(Duration.ofHours(2)), true);
        deploy(change, revision, deployed, "prod");
        if (scene.oneIn(12)) {
            Evidence again = deploy(change, revision, deployed.plus(Duration.ofHours(1)), "prod");
            scene.lookAlike("CHG-02", "T1", again.id(), "the same revision was deployed twice");
        }
    }

    private void merge(String change, String revision, Instant at, boolean approved) {
        String author = scene.any(DEVELOPERS);
        test(change, revision, at.minus(Duration.ofMinutes(30)));
        if (approved) {
            approve(
                    change,
                    revision,
                    scene.any(DEVELOPERS.stream().filter(d -> !d.equals(author)).toList()),
                    at.minus(Duration.ofMinutes(10)));
        }
        merged(change, revision, at, author);
    }

    private void approve(String change, String revision, String approver, Instant at) {
        scene.add(record("approved", "change.approved", change, at, "git")
                .actor(approver)
                .with("revision", revision));
    }

    private Evidence deploy(String change, String revision, Instant at, String environment) {
        return scene.add(record("deployed", "change.deployed", change, at, "pipeline")
                .with("revision", revision)
                .with("environment", environment));
    }

    private enum Slip {
        SELF_APPROVED(ReasonCode.SELF_APPROVAL),
        APPROVED_BEFORE_THE_LAST_COMMIT(ReasonCode.STALE_APPROVAL),
        APPROVED_AFTERWARDS(ReasonCode.OUT_OF_ORDER),
        NEVER_TESTED(ReasonCode.STEP_MISSING),
        APPROVAL_WITHDRAWN(ReasonCode.STEP_MISSING);

        private final ReasonCode reason;

        Slip(ReasonCode reason) {
            this.reason = reason;
        }
    }

    private void slips() {
        int plants = scene.plants("CHG-01", "T1");
        for (int i = 0; i < plants; i++) {
            Slip slip = Slip.values()[i % Slip.values().length];
            Instant deployed = scene.within(AcmeTime.FIRST, AcmeTime.LAST.minusDays(1));
            String change = scene.id("C");
            String revision = "r" + change.substring(2);
            Instant merged = deployed.minus(Duration.ofHours(2));
            if (slip != Slip.NEVER_TESTED) {
                test(change, revision, merged.minus(Duration.ofMinutes(30)));
            }
            Instant early = merged.minus(Duration.ofMinutes(10));
            switch (slip) {
                case SELF_APPROVED -> approve(change, revision, "grace", early);
                case APPROVED_BEFORE_THE_LAST_COMMIT -> approve(change, revision + "-draft", "ada", early);
                case APPROVED_AFTERWARDS -> approve(change, revision, "ada", deployed.plus(Duration.ofHours(5)));
                case NEVER_TESTED -> approve(change, revision, "ada", early);
                case APPROVAL_WITHDRAWN -> {
                    approve(change, revision, "ada", early);
                    scene.add(record(
                                    "withdrawn",
                                    "change.approval.withdrawn",
                                    change,
                                    merged.minus(Duration.ofMinutes(5)),
                                    "git")
                            .actor("ada"));
                }
            }
            merged(change, revision, merged, "grace");
            Evidence item = deploy(change, revision, deployed, "prod");
            scene.plant("CHG-01", "T1", item.id(), slip.reason);
        }
    }

    private void nearMisses() {
        Instant deployed = scene.within(AcmeTime.FIRST, AcmeTime.LAST.minusDays(1));
        Instant merged = deployed.minus(Duration.ofHours(2));
        String renewed = scene.id("C");
        test(renewed, "r-new", merged.minus(Duration.ofMinutes(30)));
        approve(renewed, "r-old", "ada", merged.minus(Duration.ofHours(3)));
        approve(renewed, "r-new", "ada", merged.minus(Duration.ofMinutes(10)));
        merged(renewed, "r-new", merged, "grace");
        lookAlike(deploy(renewed, "r-new", deployed, "prod"), "approved anew after the last commit");
        String skewed = scene.id("C");
        approve(skewed, "r-skew", "ada", merged.minus(Duration.ofMinutes(10)));
        test(skewed, "r-skew", merged.minus(Duration.ofMinutes(9)));
        merged(skewed, "r-skew", merged, "grace");
        lookAlike(deploy(skewed, "r-skew", deployed, "prod"), "the clocks of two sources are a minute apart");
    }

    private void lookAlike(Evidence item, String why) {
        scene.lookAlike("CHG-01", "T1", item.id(), why);
    }

    private void test(String change, String revision, Instant at) {
        scene.add(record("tested", "change.tested", change, at, "ci")
                .with("revision", revision)
                .with("outcome", "success"));
    }

    private void merged(String change, String revision, Instant at, String author) {
        scene.add(record("merged", "change.merged", change, at, "git")
                .actor(author)
                .with("revision", revision)
                .with("authors", List.of(author)));
    }

    /** Changes that collect more about people: looked at for privacy before they go out, or not. */
    private void newData() {
        int plants = scene.plants("PRV-03", "T1");
        for (int i = 0; i < 3 + plants; i++) {
            Instant deployed = scene.within(AcmeTime.FIRST.plusDays(1), AcmeTime.LAST.minusDays(5));
            String change = scene.id("C");
            String revision = "r" + change.substring(2);
            merge(change, revision, deployed.minus(Duration.ofHours(2)), true);
            Evidence item = scene.add(record("deployed", "change.deployed", change, deployed, "pipeline")
                    .with("revision", revision)
                    .with("environment", "prod")
                    .with("newPersonalData", true));
            boolean afterwards = i < plants && scene.oneIn(2);
            if (i >= plants || afterwards) {
                Instant reviewed = deployed.plus(Duration.ofDays(afterwards ? 2 : -3));
                scene.add(record("privacy-review", "privacy.review.completed", change, reviewed, "grc")
                        .with("outcome", "needed for the purpose"));
            }
            if (i < plants) {
                scene.plant("PRV-03", "T1", item.id(), afterwards ? ReasonCode.OUT_OF_ORDER : ReasonCode.STEP_MISSING);
            }
        }
    }

    private EvidenceBuilder record(String prefix, String type, String change, Instant at, String source) {
        return scene.fact(prefix, type, change, at, source);
    }

    private void emergencies() {
        Duty duty = Duty.earlyCounts("CHG-03", "T1");
        Limit limit = Limit.businessDays(2);
        for (Fate fate : duty.fates(scene, 4)) {
            String change = scene.id("C");
            String revision = "r" + change.substring(2);
            Instant start = Duty.start(scene, fate, limit.wholeDays());
            merge(change, revision, start.minus(Duration.ofMinutes(5)), false);
            Evidence deployed = scene.add(record("deployed", "change.deployed", change, start, "pipeline")
                    .with("revision", revision)
                    .with("environment", "prod")
                    .with("emergency", true));
            duty.answer(scene, deployed, limit.due(start), fate).ifPresent(at -> approve(change, revision, "cto", at));
        }
    }
}
