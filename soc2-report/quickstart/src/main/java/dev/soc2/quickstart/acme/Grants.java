package dev.soc2.quickstart.acme;

import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.result.ReasonCode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What must be given in an order: access after a request and its approval, a badge after a word, a device after a wipe. */
final class Grants {

    private enum Slip {
        MISSING(ReasonCode.STEP_MISSING),
        AFTERWARDS(ReasonCode.OUT_OF_ORDER);

        private final ReasonCode reason;

        Slip(ReasonCode reason) {
            this.reason = reason;
        }
    }

    private static final List<String> SYSTEMS = List.of("ledger", "payroll", "support-desk");

    private final Scene scene;

    private Grants(Scene scene) {
        this.scene = scene;
    }

    static void play(Scene scene) {
        Grants grants = new Grants(scene);
        grants.access();
        grants.production();
        grants.pairs("PHY-01", "T2", "badge", "badge.approved", "badge.granted", "badges");
        grants.pairs("AST-03", "T1", "device", "asset.sanitised", "asset.released", "desk");
    }

    /** Each grant is of an entitlement of its own, so that no approval can be taken for another's. */
    private void access() {
        int plants = scene.plants("IAM-01", "T1");
        for (int i = 0; i < 28 + plants; i++) {
            String person = scene.id("w");
            String entitlement = scene.id("role");
            String system = scene.any(SYSTEMS);
            Instant granted = time();
            Evidence item = granted(person, system, entitlement, granted, "office");
            String owner = "owner of " + system;
            int slip = i < plants ? i % 4 : -1;
            requested(person, system, entitlement, granted, slip == 0 ? owner : "manager");
            switch (slip) {
                case 0 -> {
                    approved(person, system, entitlement, granted.minus(Duration.ofHours(2)), owner, "owner");
                    plant(item, ReasonCode.SELF_APPROVAL);
                }
                case 1 -> {
                    approved(person, system, entitlement, granted.plus(Duration.ofDays(1)), owner, "owner");
                    plant(item, ReasonCode.OUT_OF_ORDER);
                }
                case 2 -> plant(item, ReasonCode.STEP_MISSING);
                case 3 -> {
                    approved(person, system, entitlement, granted.minus(Duration.ofHours(2)), "colleague", "member");
                    plant(item, ReasonCode.STEP_MISSING);
                }
                default -> approved(person, system, entitlement, granted.minus(Duration.ofHours(2)), owner, "owner");
            }
            if (slip < 0 && i % 9 == 0) {
                approved(person, system, entitlement, granted.minus(Duration.ofHours(3)), "manager", "member");
                scene.lookAlike("IAM-01", "T1", item.id(), "approved by a colleague too, and by the owner");
            }
        }
    }

    /** Access to production: all of it asked for and approved; what may be missing is the look at the person. */
    private void production() {
        int plants = scene.plants("GOV-04", "T1");
        for (int i = 0; i < 20 + plants; i++) {
            String person = scene.id("w");
            String entitlement = scene.id("role");
            Instant at = time();
            requested(person, "prod-db", entitlement, at, "manager");
            approved(person, "prod-db", entitlement, at.minus(Duration.ofHours(1)), "owner of prod-db", "owner");
            Evidence item = granted(person, "prod-db", entitlement, at, "prod");
            Slip slip = Slip.values()[i % 2];
            if (i >= plants || slip == Slip.AFTERWARDS) {
                Instant cleared = i >= plants
                        ? at.minus(Duration.ofDays(scene.between(2, 60)))
                        : at.plus(Duration.ofDays(scene.between(1, 20)));
                scene.add(scene.fact("cleared", "background.cleared", person, cleared, "hris")
                        .with("provider", "screening house"));
            }
            if (i < plants) {
                scene.plant("GOV-04", "T1", item.id(), slip.reason);
            }
        }
    }

    private void pairs(String control, String test, String prefix, String first, String then, String source) {
        int plants = scene.plants(control, test);
        for (int i = 0; i < 22 + plants; i++) {
            String subject = scene.id(prefix);
            Instant at = time();
            Evidence item = scene.add(
                    scene.fact(prefix + "-done", then, subject, at, source).with("site", "headquarters"));
            Slip slip = Slip.values()[(i + 1) % 2];
            if (i >= plants) {
                add(prefix, first, subject, at.minus(Duration.ofHours(scene.between(1, 200))), source);
            } else {
                if (slip == Slip.AFTERWARDS) {
                    add(prefix, first, subject, at.plus(Duration.ofDays(2)), source);
                }
                scene.plant(control, test, item.id(), slip.reason);
            }
        }
    }

    private void add(String prefix, String type, String subject, Instant at, String source) {
        scene.add(scene.fact(prefix + "-first", type, subject, at, source)
                .with("site", "headquarters")
                .with("by", "office"));
    }

    private Instant time() {
        return scene.daytime(AcmeTime.FIRST.plusDays(1), AcmeTime.LAST.minusDays(3));
    }

    private void plant(Evidence item, ReasonCode reason) {
        scene.plant("IAM-01", "T1", item.id(), reason);
    }

    private void requested(String person, String system, String entitlement, Instant granted, String by) {
        scene.add(scene.fact("request", "iam.access.requested", person, granted.minus(Duration.ofHours(20)), "desk")
                .actor(by)
                .with("system", system)
                .with("entitlement", entitlement));
    }

    private void approved(String person, String system, String entitlement, Instant at, String by, String role) {
        scene.add(scene.fact("approval", "iam.access.approved", person, at, "desk")
                .actor(by)
                .with("system", system)
                .with("entitlement", entitlement)
                .with("role", role));
    }

    private Evidence granted(String person, String system, String entitlement, Instant at, String environment) {
        return scene.add(scene.fact("grant", "iam.access.granted", person, at, "idp")
                .with("system", system)
                .with("entitlement", entitlement)
                .with("environment", environment));
    }
}
