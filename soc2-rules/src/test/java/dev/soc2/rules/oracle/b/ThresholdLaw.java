package dev.soc2.rules.oracle.b;

import dev.soc2.model.result.ItemOutcome;
import dev.soc2.model.result.ReasonCode;
import java.math.BigInteger;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** THRESHOLD over whole numbers: each window on its own, exact fractions, the worst and the best case. */
record ThresholdLaw(
        Pick of,
        Kind kind,
        boolean unknown,
        boolean weekly,
        String partial,
        String missing,
        boolean perSubject,
        String op,
        int target)
        implements Law {

    /** How the values of a window make one figure. */
    enum Kind {
        RATIO,
        SUM,
        AVG,
        MIN,
        MAX,
        COUNT,
        P95
    }

    /** A slot of the calendar. */
    private record Slot(String name, LocalDate first, LocalDate last) {}

    @Override
    public String yaml() {
        return "{kind: THRESHOLD, of: " + of.yaml() + ", aggregate: " + kind
                + (kind == Kind.COUNT ? "" : ", value: \"attributes.v\"")
                + (kind == Kind.RATIO ? ", total: \"attributes.n\"" : "")
                + (unknown ? ", unknown: \"attributes.u\"" : "")
                + (unknown ? ", missing: " + missing : "")
                + ", window: " + (weekly ? "WEEK" : "MONTH") + ", partial: " + partial
                + (perSubject ? ", perSubject: true" : "") + ", op: \"" + op + "\", target: \"" + target
                + (kind == Kind.RATIO ? "%" : "") + "\"}";
    }

    @Override
    public Optional<Pick> population() {
        return Optional.empty();
    }

    private List<Slot> slots(World world) {
        List<Slot> slots = new ArrayList<>();
        for (LocalDate day = world.first(); !day.isAfter(world.last()); ) {
            LocalDate first =
                    weekly ? day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)) : day.withDayOfMonth(1);
            LocalDate last = weekly ? first.plusDays(6) : first.with(TemporalAdjusters.lastDayOfMonth());
            String name = weekly
                    ? String.format(
                            Locale.ROOT,
                            "%d-W%02d",
                            first.get(IsoFields.WEEK_BASED_YEAR),
                            first.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR))
                    : YearMonth.from(first).toString();
            slots.add(new Slot(name, first, last));
            day = last.plusDays(1);
        }
        return slots;
    }

    @Override
    public List<Found> items(World world) {
        List<String> subjects = perSubject
                ? world.records().stream()
                        .filter(r -> of.picks(r) != Maybe.NO)
                        .map(Rec::subject)
                        .distinct()
                        .toList()
                : List.of("");
        List<Found> items = new ArrayList<>();
        for (String subject : subjects) {
            for (Slot slot : slots(world)) {
                items.add(item(world, subject, slot));
            }
        }
        return items;
    }

    private Found item(World world, String subject, Slot slot) {
        boolean cut = slot.first().isBefore(world.first()) || slot.last().isAfter(world.last());
        boolean full = partial.equals("EXTEND_TO_FULL");
        LocalDate first = cut && !full && slot.first().isBefore(world.first()) ? world.first() : slot.first();
        LocalDate last = cut && !full && slot.last().isAfter(world.last()) ? world.last() : slot.last();
        Instant from = first.atStartOfDay(world.zone()).toInstant();
        Instant to = last.plusDays(1).atStartOfDay(world.zone()).toInstant();
        String id = perSubject ? subject + " " + slot.name() : slot.name();
        if (cut && partial.equals("EXCLUDE")) {
            return Found.of(id, subject, ItemOutcome.OUT_OF_SCOPE, ReasonCode.PARTIAL_WINDOW, from);
        }
        if (to.isAfter(world.asOf())) {
            return Found.of(id, subject, ItemOutcome.PENDING, ReasonCode.NOT_YET_DUE, from);
        }
        List<Rec> own = world.records().stream()
                .filter(r -> !r.at().isBefore(from) && r.at().isBefore(to))
                .filter(r -> of.picks(r) != Maybe.NO)
                .filter(r -> !perSubject || r.subject().equals(subject))
                .toList();
        if (own.stream().anyMatch(this::isUnclear)) {
            return Found.of(id, subject, ItemOutcome.UNDETERMINED, ReasonCode.EXPRESSION_ERROR, from);
        }
        boolean unread = world.silence(of, from, to.minusNanos(1)) == World.Silence.UNREAD;
        if (own.isEmpty()) {
            // Nothing measured: that the source was not read may be said as well.
            EnumSet<ReasonCode> reasons = EnumSet.of(ReasonCode.NEVER_OBSERVED);
            if (unread) {
                reasons.add(ReasonCode.SOURCE_GAP);
            }
            return new Found(id, subject, ItemOutcome.UNDETERMINED, reasons, from);
        }
        return switch (verdict(world, own, unread)) {
            case YES ->
                Found.of(
                        id,
                        subject,
                        ItemOutcome.CONFORMING,
                        cut ? ReasonCode.PARTIAL_WINDOW : ReasonCode.SATISFIED,
                        from);
            case NO -> world.deviation(id, subject, ReasonCode.BELOW_TARGET, to, from);
            case ERROR -> Found.of(id, subject, ItemOutcome.UNDETERMINED, ReasonCode.SOURCE_GAP, from);
        };
    }

    private boolean isUnclear(Rec r) {
        return of.picks(r) == Maybe.ERROR
                || (kind != Kind.COUNT && r.get("v").isEmpty())
                || (kind == Kind.RATIO && r.get("n").isEmpty())
                || (unknown && r.get("u").isEmpty());
    }

    private static BigInteger sum(List<Rec> own, String name) {
        return own.stream().map(r -> number(r, name)).reduce(BigInteger.ZERO, BigInteger::add);
    }

    private static BigInteger number(Rec r, String name) {
        return BigInteger.valueOf(((Number) r.get(name).orElseThrow()).longValue());
    }

    /** Whether the figure meets the target whatever is unknown, or in no case, or it depends. */
    private Maybe verdict(World world, List<Rec> own, boolean unread) {
        List<BigInteger> values = kind == Kind.COUNT
                ? List.of()
                : own.stream().map(r -> number(r, "v")).sorted().toList();
        BigInteger over = BigInteger.ONE;
        BigInteger figure = BigInteger.ZERO;
        BigInteger scale = BigInteger.ONE;
        BigInteger count = BigInteger.valueOf(own.size());
        switch (kind) {
            case RATIO -> {
                figure = sum(own, "v");
                over = sum(own, "n");
                scale = BigInteger.valueOf(100);
            }
            case SUM -> figure = sum(own, "v");
            case AVG -> {
                figure = sum(own, "v");
                over = count;
            }
            case MIN -> figure = values.get(0);
            case MAX -> figure = values.get(values.size() - 1);
            case COUNT -> figure = count;
            case P95 -> figure = values.get((own.size() * 95 + 99) / 100 - 1);
        }
        BigInteger slack = unknown ? sum(own, "u") : BigInteger.ZERO;
        BigInteger wanted = BigInteger.valueOf(target).multiply(over);
        BigInteger low = figure.multiply(scale);
        BigInteger high = figure.add(slack).multiply(scale);
        boolean more = op.startsWith(">");
        if (missing.equals("COUNT_AS_BAD")) {
            low = more ? low : high;
            high = low;
        } else if (missing.equals("COUNT_AS_GOOD") && !world.strict()) {
            low = more ? high : low;
            high = low;
        }
        Optional<BigInteger> least = Optional.of(low);
        Optional<BigInteger> most = Optional.of(high);
        if (unread) {
            least = kind == Kind.COUNT || kind == Kind.MAX ? least : Optional.empty();
            most = kind == Kind.MIN ? most : Optional.empty();
        }
        return within(least, most, wanted);
    }

    private Maybe within(Optional<BigInteger> least, Optional<BigInteger> most, BigInteger wanted) {
        Predicate<BigInteger> meets = figure -> {
            int sign = figure.compareTo(wanted);
            return switch (op) {
                case ">=" -> sign >= 0;
                case ">" -> sign > 0;
                case "<=" -> sign <= 0;
                default -> sign < 0;
            };
        };
        boolean more = op.startsWith(">");
        Optional<BigInteger> worst = more ? least : most;
        Optional<BigInteger> best = more ? most : least;
        if (worst.filter(meets).isPresent()) {
            return Maybe.YES;
        }
        return best.isPresent() && !meets.test(best.get()) ? Maybe.NO : Maybe.ERROR;
    }
}
