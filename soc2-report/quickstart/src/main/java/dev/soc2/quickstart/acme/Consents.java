package dev.soc2.quickstart.acme;

import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.EvidenceBuilder;
import dev.soc2.model.result.ReasonCode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Data collected from people, with their word before it, explicit where it is sensitive. */
final class Consents {

    private static final List<String> PURPOSES = List.of("benefits", "payroll", "tax");

    private final Scene scene;

    private Consents(Scene scene) {
        this.scene = scene;
    }

    static void play(Scene scene) {
        Consents consents = new Consents(scene);
        for (int i = 0; i < 40; i++) {
            consents.lawful(i % 2 == 0);
        }
        consents.givenAnew();
        int plants = scene.plants("PRV-02", "T1");
        for (int i = 0; i < plants; i++) {
            consents.unlawful(i);
        }
        for (int left = scene.plants("PRV-02", "T2"); left > 0; left--) {
            consents.notExplicit();
        }
    }

    private void lawful(boolean sensitive) {
        String person = scene.id("person");
        String purpose = scene.any(PURPOSES);
        Instant at = time();
        given(person, purpose, at.minus(Duration.ofMinutes(scene.between(1, 5_000))), sensitive);
        collected(person, purpose, at, sensitive);
    }

    private void givenAnew() {
        String person = scene.id("person");
        Instant at = time();
        given(person, "tax", at.minus(Duration.ofDays(9)), true);
        withdrawn(person, "tax", at.minus(Duration.ofDays(5)));
        given(person, "tax", at.minus(Duration.ofDays(2)), true);
        Evidence item = collected(person, "tax", at, true);
        List.of("T1", "T2")
                .forEach(test -> scene.lookAlike("PRV-02", test, item.id(), "withdrawn, and given anew before"));
    }

    private void unlawful(int way) {
        String person = scene.id("person");
        Instant at = time();
        switch (way % 3) {
            case 0 -> {
                given(person, "benefits", at.minus(Duration.ofDays(9)), true);
                withdrawn(person, "benefits", at.minus(Duration.ofDays(5)));
            }
            case 1 -> given(person, "benefits", at.plus(Duration.ofMinutes(3)), true);
            default -> given(person, "tax", at.minus(Duration.ofDays(9)), true);
        }
        Evidence item = collected(person, "benefits", at, false);
        scene.plant("PRV-02", "T1", item.id(), way % 3 == 1 ? ReasonCode.OUT_OF_ORDER : ReasonCode.STEP_MISSING);
    }

    private void notExplicit() {
        String person = scene.id("person");
        Instant at = time();
        given(person, "benefits", at.minus(Duration.ofDays(1)), false);
        Evidence item = collected(person, "benefits", at, true);
        scene.plant("PRV-02", "T2", item.id(), ReasonCode.STEP_MISSING);
    }

    private Instant time() {
        return scene.within(AcmeTime.FIRST.plusDays(1), AcmeTime.LAST.minusDays(1));
    }

    private void given(String person, String purpose, Instant at, boolean explicit) {
        scene.add(consent("consent.given", person, purpose, at).with("explicit", explicit));
    }

    private void withdrawn(String person, String purpose, Instant at) {
        scene.add(consent("consent.withdrawn", person, purpose, at));
    }

    private EvidenceBuilder consent(String type, String person, String purpose, Instant at) {
        return scene.fact("consent", type, person, at, "app").with("purpose", purpose);
    }

    private Evidence collected(String person, String purpose, Instant at, boolean sensitive) {
        return scene.add(scene.fact("collected", "data.collected", person, at, "app")
                .with("purpose", purpose)
                .with("sensitive", sensitive)
                .with("fields", List.of(sensitive ? "bank account" : "address")));
    }
}
