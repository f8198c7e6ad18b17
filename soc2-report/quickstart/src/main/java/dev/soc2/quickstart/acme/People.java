package dev.soc2.quickstart.acme;

import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.result.ReasonCode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** People who join and leave, what they sign, learn, and have taken away from them. */
final class People {

    private static final List<String> SYSTEMS = List.of("ledger", "payroll", "prod-db", "support-desk");
    private static final int STAFF = 16;

    private final Scene scene;

    private People(Scene scene) {
        this.scene = scene;
    }

    static void play(Scene scene) {
        People people = new People(scene);
        people.staff();
        people.joiners();
        people.leavers();
    }

    /** Those who were there before the period and stay: their yearly campaign matches nobody who joined. */
    private void staff() {
        int unsigned = scene.plants("GOV-01", "T2");
        int untaught = scene.plants("GOV-06", "T2");
        for (int i = 0; i < STAFF; i++) {
            String person = scene.id("w");
            Instant hired = scene.within(LocalDate.of(2022, 1, 1), LocalDate.of(2023, 12, 31));
            scene.add(scene.fact("hire", "hr.hired", person, hired, "hris").with("department", "operations"));
            account(person, "idp", hired);
            employ(person, hired);
            yearly("GOV-01", person, i < unsigned, this::signed);
            yearly("GOV-06", person, i >= STAFF - untaught, this::learned);
        }
    }

    /** Once in last year's campaign and once in this year's, which comes within a year, or too late, or never. */
    private void yearly(String control, String person, boolean planted, BiConsumer<String, Instant> done) {
        Instant last = scene.within(LocalDate.of(2024, 5, 5), LocalDate.of(2024, 5, 23));
        Instant limit = Limit.year().due(last);
        done.accept(person, last);
        if (!planted) {
            boolean onTheLimit = scene.oneIn(STAFF);
            done.accept(person, onTheLimit ? limit : scene.within(AcmeTime.at(LocalDate.of(2025, 4, 20), 9, 0), limit));
            if (onTheLimit) {
                scene.lookAlike(control, "T2", person, "done on the last instant of the year");
            }
        } else if (scene.oneIn(2)) {
            done.accept(person, Limit.days(scene.between(1, 30)).due(limit));
            scene.plant(control, "T2", person, ReasonCode.LATE);
        } else {
            scene.plant(control, "T2", person, ReasonCode.NOT_FRESH);
        }
    }

    /** What the fate of the first time means for whoever is to have done it at any time. */
    private void standing(String control, String person, Fate fate, Instant due) {
        switch (fate) {
            case LATE, LATE_BY_A_SECOND, BEFORE_PERIOD -> scene.plant(control, "T2", person, ReasonCode.LATE);
            case MISSING -> scene.plant(control, "T2", person, ReasonCode.NOT_FRESH);
            case EXCUSED -> {
                scene.excuse(
                        control,
                        person,
                        due.minus(Duration.ofDays(20)),
                        due.plus(Duration.ofDays(10)),
                        due.minus(Duration.ofDays(20)));
                scene.lookAlike(control, "T2", person, fate.story());
            }
            default -> {}
        }
    }

    private void employ(String person, Instant hired) {
        scene.add(scene.fact("roster", "hr.roster", person, hired, "hris").with("status", "active"));
    }

    /** Those who left did as the others while they were there. */
    private void campaigns(String person, Instant left) {
        Instant first = scene.within(LocalDate.of(2024, 9, 2), LocalDate.of(2024, 9, 20));
        Instant second = scene.within(LocalDate.of(2025, 8, 4), LocalDate.of(2025, 8, 22));
        for (Instant day : List.of(first, second)) {
            if (day.isBefore(left)) {
                signed(person, day);
                learned(person, day);
            }
        }
    }

    private void joiners() {
        Duty signs = Duty.matched("GOV-01", "T1");
        Duty learns = Duty.matched("GOV-06", "T1");
        List<Fate> signing = signs.fates(scene, 10);
        List<Fate> learning = learns.fates(scene, 10);
        Limit limit = Limit.days(30);
        for (int i = 0; i < signing.size() + learning.size(); i++) {
            boolean first = i < signing.size();
            Fate fate = first ? signing.get(i) : learning.get(i - signing.size());
            String person = scene.id("w");
            Instant start = Duty.start(scene, fate, limit.wholeDays());
            Evidence hired = scene.add(scene.fact("hire", "hr.hired", person, start, "hris")
                    .with("department", scene.any(List.of("engineering", "finance", "support")))
                    .with("contractor", scene.oneIn(5)));
            account(person, "idp", start);
            employ(person, start);
            Instant due = limit.due(start);
            standing(first ? "GOV-01" : "GOV-06", person, fate, due);
            if (start.isBefore(AcmeTime.START)) {
                // What was done in the first weeks would run out before the period does.
                Instant again = scene.within(LocalDate.of(2025, 10, 6), LocalDate.of(2025, 10, 24));
                signed(person, again);
                learned(person, again);
            }
            signs.answer(scene, hired, due, first ? fate : Fate.ON_TIME).ifPresent(at -> signed(person, at));
            learns.answer(scene, hired, due, first ? Fate.ON_TIME : fate).ifPresent(at -> learned(person, at));
        }
    }

    private void signed(String person, Instant at) {
        scene.add(scene.fact("ack", "policy.acknowledged", person, at, "hris")
                .with("policy", "CODE_OF_CONDUCT")
                .with("version", "1.0"));
    }

    private void learned(String person, Instant at) {
        scene.add(scene.fact("training", "training.completed", person, at, "learning")
                .with("course", "awareness")
                .with("topics", List.of("security", "privacy", "phishing")));
    }

    private Evidence account(String person, String system, Instant at) {
        return scene.add(scene.fact("account", "iam.account.created", person, at, "idp")
                .with("system", system)
                .with("human", true));
    }

    private void leavers() {
        Duty access = Duty.earlyCounts("IAM-02", "T1");
        Duty badge = Duty.earlyCounts("PHY-01", "T1");
        List<Fate> accessFates = access.fates(scene, 8);
        List<Fate> badgeFates = badge.fates(scene, 8);
        int forgotten = scene.plants("IAM-03", "T1");
        int all = accessFates.size() + badgeFates.size() + forgotten;
        for (int i = 0; i < all; i++) {
            int later = i - accessFates.size();
            Fate accessFate = later < 0 ? accessFates.get(i) : Fate.ON_TIME;
            Fate badgeFate = later >= 0 && later < badgeFates.size() ? badgeFates.get(later) : Fate.ON_TIME;
            boolean forgets = later >= badgeFates.size();
            leaver(access, accessFate, badge, badgeFate, forgets);
        }
        remoteLeaver(access);
        for (int i = 0; i < 3; i++) {
            idleAccount();
        }
    }

    private void leaver(Duty access, Fate accessFate, Duty badge, Fate badgeFate, boolean forgets) {
        Limit limit = Limit.businessHours(8);
        String person = scene.id("w");
        Instant hired = scene.within(LocalDate.of(2022, 1, 1), LocalDate.of(2024, 6, 30));
        List<Evidence> accounts = new ArrayList<>(List.of(account(person, "idp", hired)));
        employ(person, hired);
        scene.some(accessFate == Fate.MISSING ? 1 : scene.between(1, 2), SYSTEMS)
                .forEach(system -> accounts.add(account(person, system, hired)));
        Instant start = Duty.start(scene, accessFate != Fate.ON_TIME ? accessFate : badgeFate, 1);
        Evidence left = scene.add(scene.fact("leaver", "hr.terminated", person, start, "hris")
                .with("reason", "resigned")
                .with("badge", true));
        campaigns(person, start);
        Instant due = limit.due(start);
        Optional<Instant> disabled = access.answer(scene, left, due, accessFate);
        disabled.ifPresent(at -> removals(left, accounts, at, forgets));
        if (disabled.isEmpty()) {
            accounts.forEach(account -> removed(left, account, accessFate));
        }
        badge.answer(scene, left, due, badgeFate)
                .ifPresent(at -> scene.add(scene.fact("badge-off", "badge.disabled", person, at, "badges")
                        .with("site", "headquarters")));
    }

    /** All accounts go at the given instant, which is the last that counts; a forgotten one stays open. */
    private void removals(Evidence left, List<Evidence> accounts, Instant at, boolean forgets) {
        for (Evidence account : accounts) {
            if (forgets && account.equals(accounts.get(accounts.size() - 1))) {
                unmatched(left, account);
                if (AcmeTime.inPeriod(left.occurredAt())) {
                    scene.plant("IAM-02", "T1", left.id(), ReasonCode.MISSING);
                }
                continue;
            }
            scene.add(scene.fact("off", "iam.account.disabled", account.subject(), at, "idp")
                    .with("system", account.text("system").orElseThrow())
                    .with("reason", "termination"));
        }
    }

    /** Not removed: excused, for each account on its own, or not. */
    private void removed(Evidence left, Evidence account, Fate fate) {
        if (fate == Fate.EXCUSED) {
            Instant before = left.occurredAt().minus(Duration.ofHours(1));
            String item = left.id() + " " + account.id();
            scene.excuse("IAM-03", item, before, before.plus(Duration.ofDays(40)), before);
            scene.lookAlike("IAM-03", "T1", item, fate.story());
        } else {
            unmatched(left, account);
        }
    }

    private void unmatched(Evidence left, Evidence account) {
        if (AcmeTime.inPeriod(left.occurredAt())) {
            scene.plant("IAM-03", "T1", left.id() + " " + account.id(), ReasonCode.UNMATCHED_LEFT);
        }
    }

    /** Never held a badge, and lost access before the last day. */
    private void remoteLeaver(Duty access) {
        String person = scene.id("w");
        Instant hired = scene.within(LocalDate.of(2023, 1, 1), LocalDate.of(2023, 12, 31));
        Evidence account = account(person, "idp", hired);
        employ(person, hired);
        Instant start = Duty.start(scene, Fate.LATE, 1);
        Evidence left = scene.add(scene.fact("leaver", "hr.terminated", person, start, "hris")
                .with("reason", "contract ended")
                .with("badge", false));
        scene.lookAlike("PHY-01", "T1", left.id(), "never held a badge");
        scene.lookAlike(access.control(), access.test(), left.id(), "access ended before the last day");
        campaigns(person, start);
        removals(left, List.of(account), Limit.days(-1).due(start), false);
    }

    /** Switched off for lack of use: no leaver, and no orphan either. */
    private void idleAccount() {
        String person = scene.id("w");
        account(person, "support-desk", scene.within(LocalDate.of(2023, 1, 1), LocalDate.of(2023, 12, 31)));
        Evidence off = scene.add(
                scene.fact("off", "iam.account.disabled", person, scene.within(AcmeTime.FIRST, AcmeTime.LAST), "idp")
                        .with("system", "support-desk")
                        .with("reason", "inactivity"));
        scene.lookAlike("IAM-03", "T1", off.id(), "switched off for lack of use, nobody left");
    }
}
