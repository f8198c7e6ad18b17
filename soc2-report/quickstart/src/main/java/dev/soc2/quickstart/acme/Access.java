package dev.soc2.quickstart.acme;

import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.EvidenceBuilder;
import dev.soc2.model.result.ReasonCode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Quarterly reviews of access with what they ask for, and the members of privileged roles day by day. */
final class Access {

    private static final String SYSTEM = "prod-db";
    private static final String ENTITLEMENT = "administrator";

    private final Scene scene;

    private Access(Scene scene) {
        this.scene = scene;
    }

    static void play(Scene scene) {
        Access access = new Access(scene);
        access.reviews();
        access.privileges();
    }

    private void reviews() {
        Rhythm rhythm = new Rhythm("IAM-04", "T1", Slot.quarters(), 10);
        int plants = scene.plants("IAM-04", "T1");
        for (String system : scene.shuffled(List.of("idp", "ledger", "prod-db"))) {
            rhythm.play(scene, system, plants-- > 0 ? 1 : 0, (slot, at) -> review(scene.id("review"), system, at, 0));
        }
        for (String system : List.of("payroll", "support-desk")) {
            List<Fate> follow = new ArrayList<>(List.of(Fate.ON_TIME, Fate.ON_THE_LIMIT));
            if (scene.plants("IAM-04", "follow-up") > 0) {
                follow.addAll(List.of(Fate.LATE, Fate.MISSING));
            }
            boolean mayFail = follow.contains(Fate.MISSING);
            rhythm.play(scene, system, 0, (slot, at) -> reviewWithRemovals(system, slot, at, follow, mayFail));
        }
    }

    private EvidenceBuilder review(String id, String system, Instant at, int removals) {
        return Evidence.of(id, "access.review.completed", system, at, "grc")
                .actor("owner of " + system)
                .with("reviewed", scene.between(20, 60))
                .with("removals", removals)
                .with("conclusion", removals == 0 ? "no change" : "accounts to remove");
    }

    /** Removals are asked for as long as the ones before were carried out: a later answer would count for both. */
    private EvidenceBuilder reviewWithRemovals(
            String system, Slot slot, Instant at, List<Fate> follow, boolean mayFail) {
        String id = scene.id("review");
        if (!AcmeTime.inPeriod(at) || !at.isBefore(slot.end()) || (mayFail && !follow.contains(Fate.MISSING))) {
            return review(id, system, at, 0);
        }
        Fate fate = scene.oneIn(3) ? scene.any(follow) : Fate.ON_TIME;
        String item = system + " " + slot.id();
        Instant due = Limit.days(10).due(at);
        switch (fate) {
            case LATE -> {
                scene.plant("IAM-04", "T1", item, ReasonCode.LATE);
                actioned(system, due.plus(Duration.ofDays(scene.between(1, 5))));
            }
            case MISSING -> {
                scene.plant("IAM-04", "T1", item, ReasonCode.MISSING);
                follow.remove(Fate.MISSING);
            }
            case ON_THE_LIMIT -> {
                scene.lookAlike("IAM-04", "T1", item, "removals carried out at the very instant they were due");
                actioned(system, due);
            }
            default -> actioned(system, scene.within(at, due));
        }
        return review(id, system, at, scene.between(1, 3));
    }

    private void actioned(String system, Instant at) {
        scene.add(scene.fact("actioned", "access.review.actioned", system, at, "grc")
                .with("removals", 1));
    }

    private void privileges() {
        for (String admin : List.of("ada", "grace", "linus")) {
            approve(admin.equals("linus") ? admin.toUpperCase(Locale.ROOT) : admin, LocalDate.of(2024, 3, 4));
            for (LocalDate day = AcmeTime.FIRST; !day.isAfter(AcmeTime.LAST); day = day.plusDays(1)) {
                seen(admin, day);
            }
        }
        LocalDate appointed = workday(LocalDate.of(2025, 4, 1));
        approve("edsger", appointed);
        for (LocalDate day = appointed; day.isBefore(appointed.plusDays(30)); day = day.plusDays(1)) {
            seen("edsger", day);
        }
        scene.lookAlike("IAM-07", "T1", item(appointed, "edsger"), "approved in the morning of the first day");
        for (int left = scene.plants("IAM-07", "T1"); left > 0; left--) {
            String extra = scene.id("temp");
            LocalDate day = workday(LocalDate.of(2025, 1, 8).plusDays(scene.between(0, 330)));
            seen(extra, day);
            scene.plant("IAM-07", "T1", item(day, extra), ReasonCode.UNMATCHED_LEFT);
            if (scene.oneIn(2)) {
                LocalDate next = workday(day.plusDays(1));
                approve(extra, next);
                seen(extra, next);
                scene.lookAlike("IAM-07", "T1", item(next, extra), "approved by then");
            }
        }
        for (int month = 1; month <= 12; month++) {
            Instant at = AcmeTime.at(LocalDate.of(2025, month, 15), 20, 0);
            scene.add(member("reader", at, "support-desk", "agent", false));
        }
    }

    private static String item(LocalDate day, String member) {
        return day + " " + member + " " + SYSTEM + " " + ENTITLEMENT;
    }

    private LocalDate workday(LocalDate day) {
        return AcmeTime.isWorked(day) ? day : workday(day.plusDays(1));
    }

    /** The snapshot of a working day is taken in the evening. */
    private void seen(String member, LocalDate day) {
        if (AcmeTime.isWorked(day)) {
            scene.add(member(member, AcmeTime.at(day, 20, 0), SYSTEM, ENTITLEMENT, true));
        }
    }

    private EvidenceBuilder member(String member, Instant at, String system, String entitlement, boolean privileged) {
        return scene.fact("member", "iam.role.members", member, at, "idp")
                .with("system", system)
                .with("entitlement", entitlement)
                .with("privileged", privileged);
    }

    private void approve(String member, LocalDate day) {
        scene.add(scene.fact("privilege", "iam.privilege.approved", member, AcmeTime.at(day, 8, 0), "grc")
                .with("system", SYSTEM)
                .with("entitlement", ENTITLEMENT)
                .with("approvedBy", "ciso"));
    }
}
