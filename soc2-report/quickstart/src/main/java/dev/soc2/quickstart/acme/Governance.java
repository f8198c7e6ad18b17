package dev.soc2.quickstart.acme;

import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.EvidenceBuilder;
import dev.soc2.model.result.ReasonCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

/** Meetings, exercises and evaluations in their rhythm; deficiencies, risks and what follows from them. */
final class Governance {

    private static final List<String> SECTIONS = List.of("fraud", "vendors", "threats", "environmental", "privacy");

    private final Scene scene;

    private Governance(Scene scene) {
        this.scene = scene;
    }

    static void play(Scene scene) {
        Governance governance = new Governance(scene);
        governance.quarterly();
        governance.yearly();
        governance.deficiencies();
        governance.changesOfRisk();
        governance.treatments();
        governance.sanctions();
        governance.responses();
    }

    private void quarterly() {
        new Rhythm("GOV-02", "T1", Slot.quarters(), 15)
                .play(
                        scene,
                        "",
                        Math.min(scene.plants("GOV-02", "T1"), 2),
                        (slot, at) -> scene.fact("meeting", "meeting.held", "board", at, "grc")
                                .with("kind", "oversight")
                                .with("topics", List.of("security", "risk", "controls")));
        for (int i = 0; i < 4; i++) {
            scene.add(scene.fact("meeting", "meeting.held", "board", scene.within(AcmeTime.FIRST, AcmeTime.LAST), "grc")
                    .with("kind", "product"));
        }
        new Rhythm("AVL-02", "T1", Slot.quarters(), 15)
                .play(
                        scene,
                        "",
                        Math.min(scene.plants("AVL-02", "T1"), 2),
                        (slot, at) -> scene.fact("capacity", "capacity.reviewed", "payroll-service", at, "monitor")
                                .with("forecast", "enough for twelve months"));
        new Rhythm("AVL-04", "T1", Slot.halves(), 15)
                .play(scene, "", Math.min(scene.plants("AVL-04", "T1"), 1), (slot, at) -> restore(at, "success"));
        scene.add(restore(scene.within(LocalDate.of(2025, 2, 1), LocalDate.of(2025, 2, 20)), "failure"));
        new Rhythm("PHY-02", "T1", Slot.quarters(), 10)
                .play(
                        scene,
                        "",
                        Math.min(scene.plants("PHY-02", "T1"), 2),
                        (slot, at) -> scene.fact("badges", "badge.review.completed", "headquarters", at, "badges")
                                .with("removals", scene.between(0, 2)));
    }

    private EvidenceBuilder restore(Instant at, String outcome) {
        return scene.fact("restore", "restore.tested", "payroll-db", at, "backup")
                .with("outcome", outcome)
                .with("integrityChecked", true);
    }

    private void yearly() {
        yearly(
                "GOV-09",
                at -> scene.fact("audit", "internal.audit.completed", "internal audit", at, "grc")
                        .with("sections", SECTIONS)
                        .with("reportedTo", "board"));
        yearly(
                "RSK-01",
                at -> scene.fact("risks", "risk.assessed", "company", at, "grc").with("sections", SECTIONS));
        yearly(
                "INC-02",
                at -> scene.fact("exercise", "incident.plan.exercised", "incident plan", at, "grc")
                        .with("participants", List.of("ciso", "sre", "support"))
                        .with("lessons", "the call list was renewed"));
        yearly(
                "AVL-05",
                at -> scene.fact("recovery", "dr.exercised", "recovery plan", at, "monitor")
                        .with("rtoMet", true)
                        .with("rpoMet", true)
                        .with("actionsTracked", true));
        // Looks like this year's evaluation, but leaves sections out: it must not be counted.
        scene.add(scene.fact(
                        "audit",
                        "internal.audit.completed",
                        "internal audit",
                        AcmeTime.at(AcmeTime.FIRST, 15, 0),
                        "grc")
                .with("sections", List.of("fraud", "vendors"))
                .with("reportedTo", "board"));
    }

    /** One last year, one this year; too late when more than a year lies between them. */
    private void yearly(String control, Function<Instant, EvidenceBuilder> occurrence) {
        Instant last = scene.daytime(LocalDate.of(2024, 3, 1), LocalDate.of(2024, 10, 31));
        Instant limit = Limit.year().due(last);
        scene.add(occurrence.apply(last));
        boolean planted = scene.plants(control, "T1") > 0;
        switch (planted ? scene.between(0, 1) : scene.between(2, 5)) {
            case 0 -> {
                scene.add(occurrence.apply(Limit.days(scene.between(1, 40)).due(limit)));
                scene.plant(control, "T1", "gap " + last, ReasonCode.LATE);
            }
            case 1 -> {
                scene.plant(control, "T1", "gap " + last, ReasonCode.MISSING);
                scene.plant(control, "T1", "minInPeriod", ReasonCode.MISSING);
            }
            case 2 -> {
                scene.add(occurrence.apply(limit));
                scene.lookAlike(control, "T1", "gap " + last, "done on the last instant of the year");
            }
            default -> scene.add(occurrence.apply(scene.within(AcmeTime.at(AcmeTime.FIRST.plusDays(2), 9, 0), limit)));
        }
    }

    private void deficiencies() {
        Duty duty = Duty.of("GOV-10", "T1");
        List<Fate> fates = duty.fates(scene, 19);
        int unowned = scene.plants("GOV-10", "T2");
        for (int i = 0; i < fates.size() + unowned + 1; i++) {
            boolean open = i == fates.size() + unowned;
            Fate fate = open ? Fate.NOT_YET_DUE : i < fates.size() ? fates.get(i) : Fate.ON_TIME;
            String severity = open ? "LOW" : scene.any(List.of("HIGH", "MEDIUM", "LOW"));
            Limit limit = Limit.days(severity.equals("HIGH") ? 30 : severity.equals("MEDIUM") ? 90 : 180);
            Instant start = Duty.start(scene, fate, limit.wholeDays());
            String subject = scene.id("DEF");
            EvidenceBuilder raised = scene.fact("deficiency", "deficiency.raised", subject, start, "grc")
                    .with("severity", severity);
            boolean planted = i >= fates.size() && !open && AcmeTime.inPeriod(start);
            boolean withoutOwner = planted && scene.oneIn(2);
            if (!withoutOwner) {
                raised.with("owner", "head of " + scene.any(List.of("engineering", "finance", "support")));
            }
            if (!planted || withoutOwner) {
                raised.with("dueAt", Limit.days(30).due(start).toString());
            }
            Evidence trigger = scene.add(raised);
            if (planted) {
                scene.plant("GOV-10", "T2", trigger.id(), ReasonCode.PREDICATE_FALSE);
            }
            duty.answer(scene, trigger, limit.due(start), fate)
                    .ifPresent(at -> scene.add(scene.fact("closed", "deficiency.closed", subject, at, "grc")
                            .with("resolution", "cause removed")));
        }
    }

    private void changesOfRisk() {
        Duty duty = Duty.of("RSK-03", "T1");
        Limit limit = Limit.days(30);
        for (Fate fate : duty.fates(scene, 5)) {
            Instant start = Duty.start(scene, fate, limit.wholeDays());
            String change = scene.id("RC");
            Evidence trigger = scene.add(scene.fact("trigger", "risk.change.identified", change, start, "grc")
                    .with("kind", scene.any(List.of("system", "vendor", "law", "leadership"))));
            duty.answer(scene, trigger, limit.due(start), fate)
                    .ifPresent(at -> scene.add(scene.fact("risks", "risk.assessed", "company", at, "grc")
                            .with("change", change)));
        }
    }

    private void treatments() {
        Duty duty = Duty.of("RSK-04", "T1");
        for (Fate fate : duty.fates(scene, 8)) {
            int days = fate == Fate.AFTER_PERIOD_END || fate == Fate.ON_TIME ? 40 : scene.between(30, 120);
            Instant start = Duty.start(scene, fate, days);
            Instant due = Limit.days(days).due(start);
            String risk = scene.id("RISK");
            Evidence trigger = scene.add(scene.fact("treatment", "risk.treatment.approved", risk, start, "grc")
                    .with("dueAt", due.toString())
                    .with("owner", "risk committee"));
            duty.answer(scene, trigger, due, fate)
                    .ifPresent(at -> scene.add(scene.fact("treated", "risk.treated", risk, at, "grc")
                            .with("result", "done as approved")));
        }
    }

    /** Breaches of policy and what was decided about them. */
    private void sanctions() {
        Limit limit = Limit.days(30);
        List<Fate> wrong = List.of(Fate.LATE, Fate.ANSWERED_BEFORE, Fate.MISSING);
        int plants = scene.plants("GOV-07", "T1");
        for (int i = 0; i < plants + 3; i++) {
            Fate fate = i < plants ? wrong.get(i % wrong.size()) : i == plants ? Fate.ON_THE_LIMIT : Fate.ON_TIME;
            Instant start = Duty.start(scene, Fate.LATE, limit.wholeDays());
            Instant due = limit.due(start);
            String breach = scene.id("BR");
            Evidence trigger = scene.add(scene.fact("policy-breach", "policy.breach.confirmed", breach, start, "hris")
                    .with("policy", "POL-10"));
            switch (fate) {
                case LATE -> sanction(trigger, Limit.days(scene.between(1, 9)).due(due), ReasonCode.LATE);
                case MISSING -> scene.plant("GOV-07", "T1", trigger.id(), ReasonCode.MISSING);
                // It says what was decided, but not by whom.
                case ANSWERED_BEFORE -> {
                    scene.add(scene.fact("sanction", "sanction.decided", breach, scene.within(start, due), "hris")
                            .with("decision", "warning"));
                    scene.plant("GOV-07", "T1", trigger.id(), ReasonCode.PREDICATE_FALSE);
                }
                case ON_THE_LIMIT -> {
                    sanction(trigger, due, ReasonCode.ON_TIME);
                    scene.lookAlike("GOV-07", "T1", trigger.id(), fate.story());
                }
                default -> sanction(trigger, scene.within(start, due), ReasonCode.ON_TIME);
            }
        }
    }

    private void sanction(Evidence breach, Instant at, ReasonCode reason) {
        scene.add(scene.fact("sanction", "sanction.decided", breach.subject(), at, "hris")
                .with("decision", "warning")
                .with("decidedBy", "head of people"));
        if (reason == ReasonCode.LATE) {
            scene.plant("GOV-07", "T1", breach.id(), reason);
        }
    }

    /** What the management says about the two controls that always fail. */
    private void responses() {
        respond("IAM-04", "the reviewer had left and nobody took over", "each system gets a second reviewer", "ciso");
        respond("PRV-05", "the job that erases left one store out", "the job reads the list of stores", "head of data");
    }

    private void respond(String control, String cause, String action, String owner) {
        scene.add(scene.fact(
                        "response",
                        "management.response",
                        control,
                        AcmeTime.at(LocalDate.of(2026, 1, 20), 15, 0),
                        "grc")
                .actor(owner)
                .with("control", control)
                .with("response", "We agree, and have begun.")
                .with("agreed", true)
                .with("cause", cause)
                .with("action", action)
                .with("owner", owner)
                .with("dueAt", "2026-03-31T21:00:00Z"));
    }
}
