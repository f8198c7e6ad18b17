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
        changes.emergencies();
        for (int left = scene.plants(); left > 0; left--) {
            Evidence deployed =
                    changes.deploy(scene.id("C"), "x" + left, scene.within(AcmeTime.FIRST, AcmeTime.LAST), "prod");
            scene.plant("CHG-02", "T1", deployed.id(), ReasonCode.UNMATCHED_LEFT);
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
        scene.add(record("tested", "change.tested", change, at.minus(Duration.ofMinutes(30)), "ci")
                .with("revision", revision)
                .with("outcome", "success"));
        if (approved) {
            approve(
                    change,
                    revision,
                    scene.any(DEVELOPERS.stream().filter(d -> !d.equals(author)).toList()),
                    at.minus(Duration.ofMinutes(10)));
        }
        scene.add(record("merged", "change.merged", change, at, "git")
                .actor(author)
                .with("revision", revision)
                .with("authors", List.of(author)));
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
