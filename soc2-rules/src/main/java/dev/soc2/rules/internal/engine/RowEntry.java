package dev.soc2.rules.internal.engine;

import dev.soc2.rules.custom.Entry;
import dev.soc2.rules.custom.Needs;
import dev.soc2.rules.internal.timeline.Nanos;
import dev.soc2.rules.rule.Field;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A row as a rule in Java sees it: read from the columns when it is asked for. */
final class RowEntry implements Entry {

    private final Evaluation evaluation;
    private final Needs needs;
    private final KeyTimeline owner;
    private final int row;

    RowEntry(Evaluation evaluation, Needs needs, KeyTimeline owner, int row) {
        this.evaluation = evaluation;
        this.needs = needs;
        this.owner = owner;
        this.row = row;
    }

    int row() {
        return row;
    }

    boolean isOf(KeyTimeline timeline) {
        return owner == timeline;
    }

    long occurred() {
        return evaluation.timeline.occurred(row);
    }

    @Override
    public String id() {
        return evaluation.timeline.id(row);
    }

    @Override
    public String type() {
        return evaluation.timeline.type(row);
    }

    @Override
    public String subject() {
        return evaluation.timeline.subject(row);
    }

    @Override
    public Optional<String> actor() {
        return Optional.ofNullable(evaluation.timeline.actor(row));
    }

    @Override
    public String source() {
        return evaluation.timeline.source(row);
    }

    @Override
    public Instant at() {
        return Nanos.instant(occurred());
    }

    @Override
    public Instant observedAt() {
        return Nanos.instant(evaluation.timeline.observed(row));
    }

    @Override
    public Optional<String> text(String field) {
        return value(field).filter(String.class::isInstance).map(String.class::cast);
    }

    @Override
    public Optional<List<String>> texts(String field) {
        return value(field).flatMap(PlainValues::list);
    }

    @Override
    public Optional<BigDecimal> decimal(String field) {
        return value(field).flatMap(PlainValues::decimal);
    }

    @Override
    public Optional<Boolean> flag(String field) {
        return value(field).filter(Boolean.class::isInstance).map(Boolean.class::cast);
    }

    @Override
    public Optional<Instant> time(String field) {
        return read(field, false).filter(at -> Nanos.of(at) <= evaluation.asOf());
    }

    @Override
    public Optional<Instant> deadline(String field) {
        return read(field, true);
    }

    private Optional<Instant> read(String field, boolean endOfDay) {
        return value(field).flatMap(value -> {
            OptionalLong at = Instants.read(value, evaluation.zone(), endOfDay);
            return at.isPresent() ? Optional.of(Nanos.instant(at.getAsLong())) : Optional.empty();
        });
    }

    private Optional<Object> value(String path) {
        Field field = Field.of(path);
        if (field.isAttribute()
                && !needs.fields().contains(field)
                && !needs.key().contains(field)) {
            throw new IllegalArgumentException("the rule reads " + path + " and does not declare the field");
        }
        return Optional.ofNullable(evaluation.scene.access.value(row, field));
    }
}
