package dev.soc2.rules.internal.engine;

import dev.soc2.rules.internal.expr.Outcome;
import dev.soc2.rules.internal.expr.Program;
import dev.soc2.rules.rule.ThresholdRule;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What was measured of one subject: each record with its amounts, in order of time. Where totals are minutes, a record
 * stands for the time from when it took effect on, and amounts are kept in nanoseconds.
 */
final class Measures {

    static final BigDecimal MINUTE = BigDecimal.valueOf(60_000_000_000L);
    private static final BigDecimal A_CENTURY = BigDecimal.valueOf(52_600_000);

    /**
     * One record.
     *
     * @param row its row
     * @param at when it took effect
     * @param value its amount; zero where only the number of records counts
     * @param tally what it adds to sums
     * @param overlaps whether the time it stands for was measured by another record already
     * @param fault why its amounts cannot be told; empty when they can
     */
    record Measured(int row, long at, BigDecimal value, Sum tally, boolean overlaps, String fault) {}

    private final Scene scene;
    private final ThresholdRule rule;
    private final Optional<Program<RowFrame>> value;
    private final Optional<Program<RowFrame>> total;
    private final Optional<Program<RowFrame>> unknown;
    private final Spans excluded;
    private final List<Measured> records = new ArrayList<>();
    private final Spans accounted;
    private long reached = Long.MIN_VALUE;

    Measures(Scene scene, ThresholdRule rule, Life life, Spans excluded) {
        this.scene = scene;
        this.rule = rule;
        this.excluded = excluded;
        value = rule.value().map(text -> scene.amount(rule.of().types(), text));
        total = rule.total().map(text -> scene.amount(rule.of().types(), text));
        unknown = rule.unknown().map(text -> scene.amount(rule.of().types(), text));
        List<Window> measured = new ArrayList<>();
        life.occurrences().forEach(row -> add(row, measured));
        life.doubtful().forEach(row -> records.add(faulty(row, scene.doubt(rule.of(), row))));
        records.sort(Comparator.comparingLong(Measured::at).thenComparingInt(Measured::row));
        accounted = Spans.of(measured).with(excluded);
    }

    private Measured faulty(int row, String fault) {
        return new Measured(row, scene.timeline.occurred(row), BigDecimal.ZERO, Sum.NONE, false, fault);
    }

    private void add(int row, List<Window> measured) {
        long at = scene.timeline.occurred(row);
        if (!rule.windowMinutes() && excluded.contains(at)) {
            return;
        }
        List<String> faults = new ArrayList<>();
        BigDecimal amount = amount(value, row, faults);
        BigDecimal of = amount(total, row, faults);
        BigDecimal unsure = amount(unknown, row, faults);
        if (faults.isEmpty()) {
            faults.addAll(contradictions(amount, of, unsure));
        }
        if (!faults.isEmpty()) {
            records.add(faulty(row, faults.get(0)));
            return;
        }
        if (!rule.windowMinutes()) {
            records.add(new Measured(row, at, amount, Sum.of(amount, unsure, of), false, ""));
            return;
        }
        Window time = new Window(
                at, at + of.multiply(MINUTE).setScale(0, RoundingMode.FLOOR).longValueExact());
        measured.add(time);
        Sum tally = Sum.of(amount.multiply(MINUTE), unsure.multiply(MINUTE), of.multiply(MINUTE))
                .without(
                        BigDecimal.valueOf(excluded.within(time)), rule.target().operator());
        records.add(new Measured(row, at, amount, tally, !time.isEmpty() && at < reached, ""));
        reached = Math.max(reached, time.to());
    }

    private BigDecimal amount(Optional<Program<RowFrame>> program, int row, List<String> faults) {
        if (program.isEmpty()) {
            return BigDecimal.ZERO;
        }
        Outcome outcome = program.get().evaluate(new RowFrame(row));
        return outcome.match(
                found -> found instanceof BigDecimal number ? number : missed("an amount is no number", faults),
                cause -> missed(cause, faults));
    }

    private static BigDecimal missed(String cause, List<String> faults) {
        faults.add(cause);
        return BigDecimal.ZERO;
    }

    /** Amounts that cannot be true together. */
    private List<String> contradictions(BigDecimal amount, BigDecimal of, BigDecimal unsure) {
        List<String> all = new ArrayList<>();
        if (unsure.signum() < 0 || of.signum() < 0) {
            all.add("a total or an unknown amount is below zero");
        }
        if (rule.windowMinutes()) {
            if (amount.signum() < 0 || amount.add(unsure).compareTo(of) > 0) {
                all.add("the value and the unknown part do not fit into the total");
            }
            if (of.compareTo(A_CENTURY) > 0) {
                all.add("the total is longer than a century");
            }
        }
        return all;
    }

    /** The records that took effect in a window, in order of time. */
    List<Measured> in(Window window) {
        return records.subList(firstFrom(window.from()), firstFrom(window.to()));
    }

    private int firstFrom(long instant) {
        int low = 0;
        int high = records.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (records.get(middle).at() < instant) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** What the records of a window add up to, with the time of the window that no record stands for. */
    Sum tally(Window window) {
        Sum sum = in(window).stream().map(Measured::tally).reduce(Sum.NONE, Sum::plus);
        if (!rule.windowMinutes()) {
            return sum;
        }
        return sum.plusUnknown(BigDecimal.valueOf(window.to() - window.from() - accounted.within(window)));
    }

    /** How much of a window is left out, in nanoseconds. */
    long leftOut(Window window) {
        return excluded.within(window);
    }

    /** The values of a window, from small to large. */
    static List<BigDecimal> values(Stream<Measured> records) {
        return records.map(Measured::value).sorted().toList();
    }
}
