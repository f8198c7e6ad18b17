package dev.soc2.rules.internal.engine;

import dev.soc2.rules.internal.timeline.Nanos;
import dev.soc2.rules.rule.DateOnlyAt;
import dev.soc2.rules.rule.Field;
import dev.soc2.rules.rule.SlaRule;
import java.time.ZoneId;
import java.util.OptionalLong;

/** Reads the times of records, dates in the zone of the rule's calendar. */
final class SlaTimes {

    private final Evaluation evaluation;
    private final ZoneId zone;
    private final boolean endOfDay;

    SlaTimes(Evaluation evaluation, SlaRule rule) {
        this.evaluation = evaluation;
        zone = evaluation.calendar(rule.calendar()).map(c -> c.zone()).orElse(evaluation.zone());
        endOfDay = rule.dateOnlyAt() == DateOnlyAt.END_OF_DAY;
    }

    boolean isAbsent(int row, Field field) {
        return evaluation.scene.access.value(row, field) == null;
    }

    OptionalLong read(int row, Field field) {
        Object value = evaluation.scene.access.value(row, field);
        return value == null ? OptionalLong.empty() : Instants.read(value, zone, endOfDay);
    }

    /** The time, or {@link Nanos#NONE} when it is absent or unreadable. */
    long orNone(int row, Field field) {
        return read(row, field).orElse(Nanos.NONE);
    }
}
