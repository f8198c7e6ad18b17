package dev.soc2.rules.internal.engine;

import dev.soc2.model.result.ReasonCode;
import dev.soc2.rules.internal.engine.ExcludedTimes.Standing;
import dev.soc2.rules.internal.engine.ExcludedTimes.Stretch;
import dev.soc2.rules.internal.engine.Measures.Measured;
import dev.soc2.rules.internal.timeline.Nanos;
import dev.soc2.rules.rule.Aggregate;
import dev.soc2.rules.rule.MissingAmount;
import dev.soc2.rules.rule.ThresholdRule;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Those whose records make one figure: one subject, or all of them together. */
final class MeasuredGroup {

    private static final int MOST_CITED = 100;
    private static final BigDecimal A_HUNDREDTH = Measures.MINUTE.movePointLeft(2);

    private final Evaluation evaluation;
    private final ThresholdRule rule;
    private final String subject;
    private final Window existence;
    private final ExcludedTimes excluded;
    private final Map<String, Measures> members = new LinkedHashMap<>();

    MeasuredGroup(Evaluation evaluation, ThresholdRule rule, List<Life> lives, String subject, ExcludedTimes excluded) {
        this.evaluation = evaluation;
        this.rule = rule;
        this.subject = subject;
        this.excluded = excluded;
        existence = subject.isEmpty()
                ? new Window(Nanos.NONE, Nanos.FOREVER)
                : lives.get(0).existence();
        lives.forEach(life ->
                members.put(life.subject(), new Measures(evaluation.scene, rule, life, excluded.of(life.subject()))));
    }

    Window existence() {
        return existence;
    }

    Item item(Calendar.Slot slot, Window window) {
        return new Item((subject.isEmpty() ? "" : subject + " ") + slot.id(), subject)
                .from(window.from())
                .due(window.to())
                .time(window.to())
                .span(window.from(), window.to());
    }

    private List<Measured> records(Window window) {
        List<Measured> all = new ArrayList<>();
        members.values().forEach(member -> all.addAll(member.in(window)));
        return all;
    }

    private List<Stretch> stretches(Window window) {
        return members.keySet().stream()
                .flatMap(member -> excluded.touching(member, window).stream())
                .toList();
    }

    /** Whether a window has a figure. */
    boolean isMeasured(Window window) {
        List<Measured> records = records(window);
        return obstacle(records, window).isEmpty() && figure(records, window).isPresent();
    }

    /** What keeps a figure from being computed. */
    private Optional<Obstacle> obstacle(List<Measured> records, Window window) {
        for (Measured record : records) {
            String id = evaluation.timeline.id(record.row());
            if (!record.fault().isEmpty()) {
                return Optional.of(
                        new Obstacle(ReasonCode.EXPRESSION_ERROR, "record '" + id + "': " + record.fault(), id));
            }
            if (record.overlaps()) {
                return Optional.of(
                        new Obstacle(ReasonCode.DUPLICATE, "record '" + id + "' measures time measured before", id));
            }
        }
        return stretches(window).stream()
                .filter(s -> s.standing() == Standing.DOUBTFUL)
                .findFirst()
                .map(s -> {
                    String id = evaluation.timeline.id(s.row());
                    return new Obstacle(
                            ReasonCode.EXPRESSION_ERROR, "record '" + id + "' may be left out: " + s.why(), id);
                });
    }

    /**
     * Something that keeps a figure from being computed.
     *
     * @param reason its code
     * @param words the same in words
     * @param id id of the record
     */
    private record Obstacle(ReasonCode reason, String words, String id) {}

    /** The figure of a window, or empty when there is nothing to compute it of. */
    private Optional<Figure> figure(List<Measured> records, Window window) {
        if (records.isEmpty()) {
            return Optional.empty();
        }
        if (rule.aggregate() == Aggregate.COUNT) {
            return Optional.of(Figure.exactly(Quotient.whole(BigDecimal.valueOf(records.size()))));
        }
        if (rule.aggregate() == Aggregate.RATIO || rule.aggregate() == Aggregate.SUM) {
            Sum sum = members.values().stream()
                    .map(member -> member.tally(window))
                    .reduce(Sum.NONE, Sum::plus);
            BigDecimal base = rule.aggregate() == Aggregate.SUM ? BigDecimal.ONE : sum.base();
            return base.signum() == 0
                    ? Optional.empty()
                    : Optional.of(Figure.between(inMinutes(sum.least(), base), inMinutes(sum.greatest(), base)));
        }
        List<BigDecimal> values = Measures.values(records.stream());
        int count = values.size();
        return Optional.of(Figure.exactly(
                switch (rule.aggregate()) {
                    case MIN -> Quotient.whole(values.get(0));
                    case MAX -> Quotient.whole(values.get(count - 1));
                    case P95 -> Quotient.whole(values.get((int) ((95L * count + 99) / 100) - 1));
                    default ->
                        new Quotient(
                                values.stream().reduce(BigDecimal.ZERO, BigDecimal::add), BigDecimal.valueOf(count));
                }));
    }

    /** The same quotient in minutes where whole decimals of them make it, for people. */
    private Quotient inMinutes(BigDecimal amount, BigDecimal base) {
        if (!rule.windowMinutes()) {
            return new Quotient(amount, base);
        }
        Optional<BigDecimal> above = minutes(amount);
        Optional<BigDecimal> below = minutes(base);
        return above.isPresent() && below.isPresent()
                ? new Quotient(above.get(), below.get())
                : new Quotient(amount.movePointLeft(9), base.movePointLeft(9));
    }

    private static Optional<BigDecimal> minutes(BigDecimal nanos) {
        BigDecimal[] parts = nanos.divideAndRemainder(A_HUNDREDTH);
        return parts[1].signum() == 0 ? Optional.of(parts[0].movePointLeft(2)) : Optional.empty();
    }

    /** Concludes on one window. */
    void settle(Item item, Window window, MissingAmount missing, boolean partial) {
        Findings findings = evaluation.findings;
        if (window.to() > evaluation.asOf()) {
            findings.pending(item);
            return;
        }
        List<Measured> records = records(window);
        cite(item, records, window);
        Optional<Obstacle> obstacle = obstacle(records, window);
        if (obstacle.isPresent()) {
            findings.undetermined(
                    item.evidence(obstacle.get().id()).detail(obstacle.get().words()),
                    obstacle.get().reason());
            return;
        }
        Optional<Figure> computed = figure(records, window);
        boolean read = (rule.windowMinutes() && !records.isEmpty())
                || evaluation.isSilenceAbsence(item, rule.of(), window.from(), window.to());
        if (computed.isEmpty()) {
            String why = records.isEmpty() ? "no record in the window" : "nothing is left to take it of";
            findings.undetermined(
                    item.detail(joined(why, item.detail)), read ? ReasonCode.NEVER_OBSERVED : ReasonCode.SOURCE_GAP);
            return;
        }
        Figure figure = computed.get().deciding(missing, rule.target());
        Figure bounded = read ? figure : unread(figure);
        item.detail(joined(words(bounded, window), item.detail));
        switch (bounded.against(rule.target())) {
            case MET -> findings.conforming(item, partial ? ReasonCode.PARTIAL_WINDOW : ReasonCode.SATISFIED);
            case MISSED -> findings.deviation(item, ReasonCode.BELOW_TARGET);
            default -> findings.undetermined(item, ReasonCode.SOURCE_GAP);
        }
    }

    /** What the figure may be when records may be missing. */
    private Figure unread(Figure figure) {
        return switch (rule.aggregate()) {
            case COUNT, MAX -> new Figure(figure.least(), Optional.empty());
            case MIN -> new Figure(Optional.empty(), figure.greatest());
            default -> new Figure(Optional.empty(), Optional.empty());
        };
    }

    /** Shows that a figure is measured, whatever it says. */
    void show(Item item, Window window) {
        List<Measured> records = records(window);
        cite(item, records, window);
        Optional<Obstacle> obstacle = obstacle(records, window);
        Optional<Figure> figure = figure(records, window);
        if (obstacle.isPresent()) {
            evaluation.findings.undetermined(
                    item.evidence(obstacle.get().id()).detail(obstacle.get().words()),
                    obstacle.get().reason());
        } else if (figure.isPresent()) {
            evaluation.findings.conforming(item.detail(words(figure.get(), window)), ReasonCode.SATISFIED);
        } else {
            evaluation.findings.undetermined(item.detail("nothing was measured"), ReasonCode.NEVER_OBSERVED);
        }
    }

    private String words(Figure figure, Window window) {
        boolean percent = rule.target().percent() || rule.aggregate() == Aggregate.RATIO;
        String words = figure.words(rule.target(), percent);
        long left = members.values().stream()
                .mapToLong(member -> member.leftOut(window))
                .sum();
        String out = left == 0
                ? ""
                : minutes(BigDecimal.valueOf(left))
                        .map(m -> m.stripTrailingZeros().toPlainString() + " min left out")
                        .orElse("time left out");
        String kept = String.join(
                ", ",
                stretches(window).stream()
                        .filter(s -> s.standing() == Standing.KEPT)
                        .limit(5)
                        .map(s -> "'" + evaluation.timeline.id(s.row()) + "' " + s.why())
                        .toList());
        return joined(words, out, kept);
    }

    private static String joined(String... parts) {
        return String.join(
                "; ", Stream.of(parts).filter(part -> !part.isEmpty()).toList());
    }

    private void cite(Item item, List<Measured> records, Window window) {
        records.stream().limit(MOST_CITED).forEach(r -> item.evidence(evaluation.timeline.id(r.row())));
        stretches(window).stream().limit(MOST_CITED).forEach(s -> item.evidence(evaluation.timeline.id(s.row())));
    }
}
