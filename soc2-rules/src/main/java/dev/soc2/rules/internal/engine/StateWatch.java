package dev.soc2.rules.internal.engine;

import dev.soc2.model.result.ReasonCode;
import dev.soc2.rules.internal.expr.Program;
import dev.soc2.rules.internal.timeline.Nanos;
import dev.soc2.rules.internal.timeline.Timeline;
import dev.soc2.rules.rule.StateRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Watches assets through the window: what held when, after graces and approved exceptions. */
final class StateWatch {

    private static final Set<StateValue> BAD = Set.of(StateValue.FALSE, StateValue.UNKNOWN);

    private final Evaluation evaluation;
    private final Timeline timeline;
    private final StateRule rule;
    private final Program<RowFrame> compliant;
    private final Clock clock;
    private final Trust trust;

    StateWatch(Evaluation evaluation, StateRule rule) {
        this.evaluation = evaluation;
        this.timeline = evaluation.timeline;
        this.rule = rule;
        compliant = evaluation.scene.program(rule.of().types(), rule.compliant());
        clock = new Clock(evaluation.zone(), Optional.empty());
        trust = rule.staleness()
                .map(staleness -> Trust.inSnapshots(clock, staleness))
                .orElseGet(() -> Trust.inEvents(evaluation.unread(rule.of())));
    }

    Trust trust() {
        return trust;
    }

    /**
     * An asset as it was seen.
     *
     * @param name its name
     * @param stretches its life inside the window, without a seam but where it did not exist
     * @param excuses the exceptions that excused a part of it
     * @param takenLate whether it was looked at after the window only
     */
    record Asset(String name, List<Stretch> stretches, List<Excuses.Excuse> excuses, boolean takenLate) {
        Asset {
            stretches = List.copyOf(stretches);
            excuses = List.copyOf(excuses);
        }
    }

    /** One asset through all its lives. */
    Asset asset(String name, List<Life> lives) {
        List<Excuses.Excuse> excuses = evaluation.findings.excusesOf(name);
        Windows excused =
                Windows.of(excuses.stream().map(Excuses.Excuse::effective).toList());
        List<Stretch> stretches = new ArrayList<>();
        boolean seen = false;
        boolean seenLate = false;
        List<Life> first = lives.subList(0, Math.min(1, lives.size()));
        for (int number = 0; number < lives.size(); number++) {
            Life life = lives.get(number);
            List<Sighting> sightings = sightings(life, number == 0 ? first : lives);
            seen |= !sightings.isEmpty();
            seenLate |= life.occurrences().stream().anyMatch(row -> isLate(timeline.observed(row)));
            Window alive = evaluation.window.intersect(life.existence());
            List<Stretch> swept = StateSweep.over(alive, sightings, trust, rule.flip());
            List<Stretch> graced = Stretch.excuse(swept, grace(life), ReasonCode.NEW_ASSET_GRACE, BAD::contains);
            stretches.addAll(
                    Stretch.excuse(graced, excused, ReasonCode.EXCUSED_BEFORE_DUE, value -> value == StateValue.FALSE));
        }
        List<Excuses.Excuse> used = excuses.stream()
                .filter(excuse -> stretches.stream().anyMatch(stretch -> isExcusedBy(stretch, excuse)))
                .toList();
        return new Asset(name, stretches, used, seenLate && !seen);
    }

    private static boolean isExcusedBy(Stretch stretch, Excuses.Excuse excuse) {
        return stretch.why() == ReasonCode.EXCUSED_BEFORE_DUE
                && !stretch.window().intersect(excuse.effective()).isEmpty();
    }

    private boolean isLate(long observed) {
        return observed >= evaluation.window.to() && observed <= evaluation.asOf();
    }

    private Windows grace(Life life) {
        long birth = life.existence().from();
        return birth == Nanos.NONE
                ? Windows.NONE
                : Windows.of(new Window(birth, clock.plus(birth, rule.newAssetGrace())));
    }

    /**
     * The looks that tell of a life: those taken in its time, before the end of the window; of the first life also those
     * from before. When a look was taken decides, not of when it tells, so that it may lie among those of another life.
     */
    private List<Sighting> sightings(Life life, List<Life> among) {
        long from = among.size() == 1 ? Nanos.NONE : life.existence().from();
        Window told = new Window(
                from, Math.min(evaluation.window.to(), life.existence().to()));
        List<Sighting> sightings = new ArrayList<>();
        RowFrame frame = new RowFrame(0);
        for (Life each : among) {
            for (int row : each.occurrences()) {
                if (told.contains(timeline.observed(row))) {
                    frame.row = row;
                    sightings.add(new Sighting(timeline.observed(row), value(frame), row));
                }
            }
            for (int row : each.doubtful()) {
                if (told.contains(timeline.observed(row))) {
                    sightings.add(new Sighting(timeline.observed(row), StateValue.UNKNOWN, row));
                }
            }
        }
        return Sighting.inOrder(sightings, timeline);
    }

    private StateValue value(RowFrame frame) {
        return switch (compliant.test(frame)) {
            case TRUE -> StateValue.TRUE;
            case FALSE -> StateValue.FALSE;
            case ERROR -> StateValue.UNKNOWN;
        };
    }
}
