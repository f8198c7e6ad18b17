package dev.soc2.rules.oracle.b;

import dev.soc2.model.result.IpeStatus;
import dev.soc2.model.result.ItemOutcome;
import dev.soc2.model.result.OperatingConclusion;
import dev.soc2.model.result.ReasonCode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** PROHIBITION: nothing that matches exists inside the window, and something shows that somebody looked. */
record ProhibitionLaw(Pick of, Optional<Duration> every) implements Law {

    static final Pick BEAT = Pick.of("o.beat");

    @Override
    public String yaml() {
        return "{kind: PROHIBITION, of: " + of.yaml()
                + every.map(e -> ", coverage: {of: " + BEAT.yaml() + ", every: " + e + "}")
                        .orElse("") + "}";
    }

    @Override
    public Optional<Pick> population() {
        return Optional.of(of);
    }

    @Override
    public List<Found> items(World world) {
        List<Found> items = new ArrayList<>();
        for (Rec r : world.records()) {
            if (!world.inside(r.at())) {
                continue;
            }
            switch (of.picks(r)) {
                case YES -> items.add(world.deviation(r.id(), r.subject(), ReasonCode.PROHIBITED, r.at(), r.at()));
                case ERROR ->
                    items.add(Found.of(
                            r.id(), r.subject(), ItemOutcome.UNDETERMINED, ReasonCode.EXPRESSION_ERROR, r.at()));
                case NO -> {}
            }
        }
        return items;
    }

    private boolean watched(World world) {
        List<Instant> steps = new ArrayList<>();
        world.sure(BEAT).stream().map(Rec::at).filter(world::inside).sorted().forEach(steps::add);
        if (every.isEmpty() || steps.isEmpty()) {
            return false;
        }
        steps.add(0, world.start());
        steps.add(world.end());
        for (int i = 1; i < steps.size(); i++) {
            if (Duration.between(steps.get(i - 1), steps.get(i)).compareTo(every.get()) > 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public OperatingConclusion conclude(World world, IpeStatus ipe, List<Found> items) {
        if (ipe == IpeStatus.FAILED) {
            return OperatingConclusion.INSUFFICIENT_EVIDENCE;
        }
        if (items.stream().anyMatch(i -> i.outcome() == ItemOutcome.DEVIATION)) {
            return OperatingConclusion.INEFFECTIVE;
        }
        if (items.stream().anyMatch(i -> i.outcome() == ItemOutcome.UNDETERMINED)) {
            return OperatingConclusion.INSUFFICIENT_EVIDENCE;
        }
        boolean proven = ipe == IpeStatus.VERIFIED
                || (watched(world)
                        && !world.recordedGap(of, world.start(), world.end().minusNanos(1)));
        return proven ? OperatingConclusion.EFFECTIVE : OperatingConclusion.INSUFFICIENT_EVIDENCE;
    }
}
