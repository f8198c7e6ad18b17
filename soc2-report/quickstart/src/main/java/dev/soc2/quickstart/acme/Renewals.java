package dev.soc2.quickstart.acme;

import dev.soc2.model.evidence.EvidenceBuilder;
import dev.soc2.model.result.ReasonCode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;

/** What must never be older than a year: documents that are reviewed, tests by others, keys that are changed. */
final class Renewals {

    private static final String EVERYTHING = "*";
    private static final int KEYS = 24;

    private final Scene scene;

    private Renewals(Scene scene) {
        this.scene = scene;
    }

    static void play(Scene scene) {
        Renewals renewals = new Renewals(scene);
        renewals.document("GOV-03", "org.chart.reviewed", "organisation chart");
        renewals.document("GOV-11", "control.inventory.reviewed", "control inventory");
        renewals.document("GOV-12", "commitments.published", "service commitments");
        renewals.document("AST-02", "data.classification.reviewed", "classification matrix");
        renewals.document("PIN-01", "processing.spec.reviewed", "payroll specification");
        renewals.document("PRV-04", "processing.register.reviewed", "register of processing");
        renewals.document("VUL-04", "config.baseline.reviewed", "hardening baseline");
        renewals.pentest();
        renewals.keys();
    }

    private void document(String control, String type, String subject) {
        one(
                control,
                EVERYTHING,
                Limit.year(),
                at -> scene.add(scene.fact("renewal", type, subject, at, "grc").actor("owner of the " + subject)));
    }

    private void pentest() {
        one("VUL-03", EVERYTHING, Limit.year(), at -> scene.add(pentest(at, true)));
        // Looks like this year's test, but our own people did it: it must not be counted.
        scene.add(pentest(scene.daytime(LocalDate.of(2025, 11, 3), LocalDate.of(2025, 11, 28)), false));
    }

    private EvidenceBuilder pentest(Instant at, boolean independent) {
        return scene.fact("pentest", "pentest.completed", "payroll platform", at, "grc")
                .with("independent", independent)
                .with("findingsTracked", true);
    }

    private void one(String control, String item, Limit limit, Consumer<Instant> done) {
        one(control, item, scene.plants(control, "T1") > 0, limit, done);
    }

    /** Once last year; this year in time, on the last instant, excused, too late or never. */
    private void one(String control, String item, boolean planted, Limit limit, Consumer<Instant> done) {
        Instant last = scene.daytime(LocalDate.of(2024, 3, 1), LocalDate.of(2024, 9, 30));
        done.accept(last);
        renew(control, item, planted, last, limit, done);
    }

    private void renew(
            String control, String item, boolean planted, Instant last, Limit limit, Consumer<Instant> done) {
        Instant due = limit.due(last);
        if (planted) {
            boolean late = scene.oneIn(2);
            if (late) {
                done.accept(Limit.days(scene.between(1, 40)).due(due));
            }
            scene.plant(control, "T1", item, late ? ReasonCode.LATE : ReasonCode.NOT_FRESH);
            return;
        }
        // Where a document is the only item, an excuse would leave nothing to conclude on.
        switch (scene.between(item.equals(EVERYTHING) ? 1 : 0, 7)) {
            case 1 -> {
                done.accept(due);
                scene.lookAlike(control, "T1", item, "renewed on the last instant");
            }
            case 0 -> {
                done.accept(Limit.days(20).due(due));
                scene.excuse(
                        control,
                        item,
                        due.minus(Duration.ofDays(5)),
                        due.plus(Duration.ofDays(30)),
                        due.minus(Duration.ofDays(5)));
                scene.lookAlike(control, "T1", item, "renewed late, and excused before it was due");
            }
            default -> done.accept(scene.within(AcmeTime.at(AcmeTime.FIRST.plusDays(6), 9, 0), due));
        }
    }

    /** Keys that were there before, one that came, one that went, and one that came too late to need a change. */
    private void keys() {
        Limit limit = new Limit(
                365, start -> start.atZone(AcmeTime.ZONE).plusDays(365).toInstant());
        int plants = scene.plants("CRY-03", "T1");
        for (int i = 0; i < KEYS; i++) {
            String key = scene.id("key");
            key("key.created", key, scene.daytime(LocalDate.of(2022, 2, 1), LocalDate.of(2023, 11, 30)));
            one("CRY-03", key, i < plants, limit, at -> key("key.rotated", key, at));
        }
        String young = scene.id("key");
        key("key.created", young, scene.daytime(LocalDate.of(2025, 3, 3), LocalDate.of(2025, 10, 31)));
        scene.lookAlike("CRY-03", "T1", young, "not a year old at the end of the period");
        String gone = scene.id("key");
        key("key.created", gone, AcmeTime.at(LocalDate.of(2024, 4, 8), 9, 0));
        key("key.retired", gone, AcmeTime.at(LocalDate.of(2025, 4, 1), 9, 0));
        scene.lookAlike("CRY-03", "T1", gone, "retired before it had to be changed");
    }

    private void key(String type, String key, Instant at) {
        scene.add(scene.fact("vault", type, key, at, "vault").actor(scene.any(List.of("rotation job", "sre"))));
    }
}
