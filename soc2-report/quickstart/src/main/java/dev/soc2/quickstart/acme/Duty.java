package dev.soc2.quickstart.acme;

import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.result.ReasonCode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Something that has to be answered within a limit: it draws fates, gives each a start that suits it, and writes the
 * ground truth down together with the answer.
 */
record Duty(String control, String test, ReasonCode unanswered, List<Fate> plants) {

    private static final int LONGEST_DELAY_DAYS = 9;

    /** A duty where only an answer after the start counts. */
    static Duty of(String control, String test) {
        return new Duty(control, test, ReasonCode.MISSING, Fate.PLANTS);
    }

    /** A duty that may be answered early. */
    static Duty earlyCounts(String control, String test) {
        return new Duty(control, test, ReasonCode.MISSING, Fate.PLANTS_IF_EARLY_COUNTS);
    }

    /** A duty of one population to have matches in another. */
    static Duty matched(String control, String test) {
        return new Duty(
                control,
                test,
                ReasonCode.UNMATCHED_LEFT,
                List.of(Fate.LATE, Fate.LATE_BY_A_SECOND, Fate.MISSING, Fate.ANSWERED_BEFORE));
    }

    /** Ordinary cases, most look-alikes, and the deviations, in an order that tells nothing. */
    List<Fate> fates(Scene scene, int ordinary) {
        List<Fate> fates = new ArrayList<>();
        for (int i = 0; i < ordinary; i++) {
            fates.add(Fate.ON_TIME);
        }
        for (Fate lookAlike : Fate.LOOK_ALIKES) {
            if (!scene.oneIn(4)) {
                fates.add(lookAlike);
            }
        }
        fates.addAll(scene.some(scene.plants(control, test), plants));
        return scene.shuffled(fates);
    }

    /** When an item of this fate begins, for limits of about the given number of days. */
    static Instant start(Scene scene, Fate fate, int days) {
        return switch (fate) {
            case ON_TIME -> scene.within(AcmeTime.FIRST, AcmeTime.LAST);
            case AFTER_PERIOD_END -> scene.within(AcmeTime.LAST.minusDays(1), AcmeTime.LAST);
            case BEFORE_PERIOD -> scene.within(AcmeTime.FIRST.minusDays(12), AcmeTime.FIRST.minusDays(1));
            case NOT_YET_DUE -> scene.within(AcmeTime.LAST.minusDays(days - 50L), AcmeTime.LAST);
            case ACROSS_THE_CLOCK_CHANGE -> {
                LocalDate change = scene.any(List.of(LocalDate.of(2025, 3, 9), LocalDate.of(2025, 11, 2)));
                yield days == 0
                        ? AcmeTime.at(change, 1, 30)
                        : AcmeTime.at(change.minusDays(Math.max(1, days / 2)), 10, scene.between(0, 59));
            }
            default ->
                scene.within(AcmeTime.FIRST.plusDays(1), AcmeTime.LAST.minusDays(days + LONGEST_DELAY_DAYS + 12L));
        };
    }

    /** When the item is answered, if it is, with the ground truth written down. */
    Optional<Instant> answer(Scene scene, Evidence trigger, Instant due, Fate fate) {
        Instant start = trigger.occurredAt();
        String item = trigger.id();
        switch (fate) {
            case LATE, LATE_BY_A_SECOND -> scene.plant(control, test, item, ReasonCode.LATE);
            case MISSING, ANSWERED_BEFORE -> scene.plant(control, test, item, unanswered);
            case EXCUSED_TOO_LATE -> scene.plant(control, test, item, ReasonCode.EXCEPTION_TOO_LATE);
            case ON_TIME -> {}
            default -> scene.lookAlike(control, test, item, fate.story());
        }
        return switch (fate) {
            case ON_TIME, AFTER_PERIOD_END -> Optional.of(soon(scene, start, due));
            case ON_THE_LIMIT, ACROSS_THE_CLOCK_CHANGE -> Optional.of(due);
            case BEFORE_PERIOD -> Optional.of(due.plus(Duration.ofDays(2)));
            case LATE -> Optional.of(due.plus(Duration.ofDays(scene.between(1, LONGEST_DELAY_DAYS))));
            case LATE_BY_A_SECOND -> Optional.of(due.plusSeconds(1));
            case ANSWERED_BEFORE -> Optional.of(start.minus(Duration.ofHours(1)));
            case EXCUSED -> {
                scene.excuse(control, item, start, due.plus(Duration.ofDays(10)), soon(scene, start, due));
                yield Optional.empty();
            }
            case EXCUSED_TOO_LATE -> {
                scene.excuse(control, item, start, due.plus(Duration.ofDays(10)), due.plus(Duration.ofDays(1)));
                yield Optional.empty();
            }
            case MISSING, NOT_YET_DUE -> Optional.empty();
        };
    }

    /** In time, and known at the assessment. */
    private static Instant soon(Scene scene, Instant start, Instant due) {
        Duration room = Duration.between(start, due.isBefore(AcmeTime.AS_OF) ? due : AcmeTime.AS_OF);
        return scene.within(start, start.plus(room.multipliedBy(9).dividedBy(10)));
    }
}
