package dev.soc2.quickstart.acme;

import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.EvidenceBuilder;
import dev.soc2.model.result.ReasonCode;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What runs every working day and every week: reconciliations with the breaks they find, and integrity checks. */
final class Processing {

    private static final String FLOW = "payroll-run";

    private enum Turn {
        NEXT_DAY,
        EXCUSED,
        MISSING,
        LATE
    }

    private final Scene scene;

    private Processing(Scene scene) {
        this.scene = scene;
    }

    static void play(Scene scene) {
        Processing processing = new Processing(scene);
        processing.reconciliations();
        processing.integrityChecks();
    }

    private void integrityChecks() {
        new Rhythm("PIN-05", "T1", Slot.weeks(), 2)
                .play(scene, "", scene.plants("PIN-05", "T1"), (slot, at) -> job("integrity-check", at));
        for (int i = 0; i < 20; i++) {
            scene.add(job("payroll-run", scene.within(AcmeTime.FIRST, AcmeTime.LAST)));
        }
    }

    private EvidenceBuilder job(String kind, Instant at) {
        return scene.fact("job", "job.completed", "record-store", at, "scheduler")
                .with("kind", kind)
                .with("outcome", "success");
    }

    /**
     * In some weeks the records name the day they are for, in others they do not. Only the former have odd days: without
     * a name, the next day's record would serve the day that was missed.
     */
    private void reconciliations() {
        Map<LocalDate, Boolean> namedWeeks = new HashMap<>();
        List<LocalDate> candidates = new ArrayList<>();
        LocalDate last = LocalDate.of(2026, 1, 9);
        LocalDate quiet = LocalDate.of(2025, 12, 1);
        for (LocalDate day = LocalDate.of(2024, 12, 30); !day.isAfter(last); day = day.plusDays(1)) {
            boolean named = namedWeeks.computeIfAbsent(day.with(DayOfWeek.MONDAY), monday -> !scene.oneIn(3));
            if (named && AcmeTime.isWorked(day) && day.isAfter(AcmeTime.FIRST) && day.isBefore(quiet)) {
                candidates.add(day);
            }
        }
        Map<LocalDate, Turn> odd = turns(candidates);
        List<LocalDate> broken = scene.some(
                25, candidates.stream().filter(day -> !odd.containsKey(day)).toList());
        Map<LocalDate, Fate> breaks = new HashMap<>();
        int plants = scene.plants("PIN-03", "follow-up");
        for (int i = 0; i < broken.size(); i++) {
            breaks.put(
                    broken.get(i),
                    i < plants
                            ? scene.any(List.of(Fate.LATE, Fate.MISSING))
                            : i == plants ? Fate.ON_THE_LIMIT : Fate.ON_TIME);
        }
        for (LocalDate day = LocalDate.of(2024, 12, 30); !day.isAfter(last); day = day.plusDays(1)) {
            if (AcmeTime.isWorked(day)) {
                day(day, namedWeeks.getOrDefault(day.with(DayOfWeek.MONDAY), true), odd, breaks);
            }
        }
    }

    private Map<LocalDate, Turn> turns(List<LocalDate> candidates) {
        List<Turn> wanted = new ArrayList<>(List.of(Turn.NEXT_DAY, Turn.NEXT_DAY, Turn.EXCUSED));
        List<Turn> bad = List.of(Turn.MISSING, Turn.LATE);
        for (int left = scene.plants("PIN-03", "T1"); left > 0; left--) {
            wanted.add(bad.get(left % bad.size()));
        }
        Map<LocalDate, Turn> odd = new HashMap<>();
        List<LocalDate> days = scene.some(wanted.size(), candidates);
        for (int i = 0; i < days.size(); i++) {
            odd.put(days.get(i), wanted.get(i));
        }
        return odd;
    }

    private void day(LocalDate day, boolean named, Map<LocalDate, Turn> odd, Map<LocalDate, Fate> breaks) {
        String item = day.toString();
        Instant at = AcmeTime.at(day, 18, scene.between(0, 59));
        if (odd.containsKey(day)) {
            switch (odd.get(day)) {
                case NEXT_DAY -> {
                    scene.lookAlike("PIN-03", "T1", item, "done on the next day, within the grace");
                    reconcile(day, at.plus(Duration.ofHours(20)), true, 0);
                }
                case EXCUSED -> {
                    scene.lookAlike("PIN-03", "T1", item, "not done, and excused before it was due");
                    scene.excuse(
                            "PIN-03",
                            item,
                            AcmeTime.midnight(day),
                            at.plus(Duration.ofDays(5)),
                            AcmeTime.at(day, 9, 0));
                }
                case MISSING -> scene.plant("PIN-03", "T1", item, ReasonCode.MISSING);
                case LATE -> {
                    scene.plant("PIN-03", "T1", item, ReasonCode.LATE);
                    reconcile(day, at.plus(Duration.ofDays(scene.between(3, 6))), true, 0);
                }
            }
        } else {
            Fate fate = breaks.get(day);
            Evidence run = reconcile(day, at, named, fate == null ? 0 : scene.between(1, 4));
            if (fate != null) {
                clear(run, fate, item);
            }
        }
    }

    private Evidence reconcile(LocalDate day, Instant at, boolean named, int breaks) {
        EvidenceBuilder run = scene.fact("reconciliation", "reconciliation.completed", FLOW, at, "ledger")
                .with("run", day.toString())
                .with("breaks", breaks);
        return scene.add(named ? run.with("coversPeriod", day.toString()) : run);
    }

    private void clear(Evidence run, Fate fate, String day) {
        Instant due = AcmeTime.afterBusinessDays(run.occurredAt(), 2);
        Instant at = scene.within(run.occurredAt(), due);
        switch (fate) {
            case MISSING -> scene.plant("PIN-03", "T1", day, ReasonCode.MISSING);
            case LATE -> {
                scene.plant("PIN-03", "T1", day, ReasonCode.LATE);
                at = due.plus(Duration.ofDays(scene.between(1, 6)));
            }
            case ON_THE_LIMIT -> {
                scene.lookAlike("PIN-03", "T1", day, "breaks cleared at the very instant they were due");
                at = due;
            }
            default -> {}
        }
        if (fate != Fate.MISSING) {
            scene.add(scene.fact("cleared", "reconciliation.cleared", FLOW, at, "ledger")
                    .with("run", day));
        }
    }
}
