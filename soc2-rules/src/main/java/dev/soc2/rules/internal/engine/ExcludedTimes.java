package dev.soc2.rules.internal.engine;

import dev.soc2.rules.internal.timeline.Nanos;
import dev.soc2.rules.internal.timeline.Timeline;
import dev.soc2.rules.rule.ExcludedTime;
import dev.soc2.rules.rule.Field;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Time that a figure leaves out, by subject. What was not approved and announced in time stays in. */
final class ExcludedTimes {

    private static final Field FROM = Field.of("attributes.from");
    private static final Field TO = Field.of("attributes.to");

    /** Whether time that a record names is left out. */
    enum Standing {
        LEFT_OUT,
        KEPT,
        DOUBTFUL
    }

    /**
     * Time named by one record.
     *
     * @param row its row
     * @param window the time
     * @param standing whether it is left out
     * @param why why it is not
     */
    record Stretch(int row, Window window, Standing standing, String why) {}

    private final Evaluation evaluation;
    private final Map<String, List<Stretch>> bySubject = new HashMap<>();
    private final Map<String, Spans> unions = new HashMap<>();

    /** Plans what it reads. */
    static void plan(ExcludedTime rule, String place, Conditions conditions) {
        conditions.plan(place, rule.of());
        List.of(FROM, TO).forEach(field -> conditions.plan(rule.of().types(), field));
        rule.approvedAt().ifPresent(field -> conditions.plan(rule.of().types(), field));
        rule.announcedAt().ifPresent(field -> conditions.plan(rule.of().types(), field));
    }

    ExcludedTimes(Evaluation evaluation, Optional<ExcludedTime> rule) {
        this.evaluation = evaluation;
        rule.ifPresent(excluded -> {
            Picked picked = evaluation.scene.pick(excluded.of());
            picked.rows().forEach(row -> add(excluded, row, false));
            picked.doubtful().forEach(row -> add(excluded, row, true));
        });
        bySubject.forEach((subject, own) -> unions.put(
                subject,
                Spans.of(own.stream()
                        .filter(s -> s.standing() == Standing.LEFT_OUT)
                        .map(Stretch::window)
                        .toList())));
    }

    private void add(ExcludedTime rule, int row, boolean doubtful) {
        Timeline timeline = evaluation.timeline;
        Optional<Object> begins = Optional.ofNullable(evaluation.scene.access.value(row, FROM));
        Optional<Object> ends = Optional.ofNullable(evaluation.scene.access.value(row, TO));
        // An end that cannot be read leaves nothing out, and so does a beginning that is there and cannot.
        long from = begins.map(v -> Instants.read(v, evaluation.zone(), false).orElse(Nanos.FOREVER))
                .orElse(timeline.occurred(row));
        long to = ends.map(v -> Instants.readEnd(v, evaluation.zone()).orElse(Nanos.NONE))
                .orElse(Nanos.NONE);
        Window window = new Window(from, Math.min(to, evaluation.asOf()));
        if (window.isEmpty()) {
            return;
        }
        String why = doubtful ? evaluation.scene.doubt(rule.of(), row) : refusal(rule, row, from);
        Standing standing = doubtful ? Standing.DOUBTFUL : why.isEmpty() ? Standing.LEFT_OUT : Standing.KEPT;
        bySubject
                .computeIfAbsent(timeline.subject(row), s -> new ArrayList<>())
                .add(new Stretch(row, window, standing, why));
    }

    private String refusal(ExcludedTime rule, int row, long from) {
        if (isLate(rule.approvedAt(), row, from)) {
            return "not approved before it began";
        }
        return isLate(rule.announcedAt(), row, from) ? "not announced before it began" : "";
    }

    private boolean isLate(Optional<Field> field, int row, long from) {
        if (field.isEmpty()) {
            return false;
        }
        Object value = evaluation.scene.access.value(row, field.get());
        // A day without a time may have been as late as its end.
        OptionalLong at = value == null ? OptionalLong.empty() : Instants.read(value, evaluation.zone(), true);
        return at.isEmpty() || at.getAsLong() > from;
    }

    /** What is left out for a subject. */
    Spans of(String subject) {
        return unions.getOrDefault(subject, Spans.NONE);
    }

    /** The records that name time of a subject inside a window, whether it is left out or not. */
    List<Stretch> touching(String subject, Window window) {
        return bySubject.getOrDefault(subject, List.of()).stream()
                .filter(s -> s.window().overlaps(window.from(), window.to()))
                .toList();
    }
}
