package dev.soc2.evidence.internal.table;

import dev.soc2.evidence.internal.outcome.ImportCode;
import dev.soc2.model.document.tree.Faults;
import dev.soc2.model.document.tree.Fields;
import dev.soc2.model.document.tree.MapNode;
import dev.soc2.model.document.tree.Node;
import dev.soc2.model.document.tree.Value;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** Reads where instants come from: a column, or a map of column, format, at and zone, or a constant. */
final class TimeRuleBinder {

    private final Faults faults;
    private final Optional<ZoneId> zone;

    TimeRuleBinder(Faults faults, Optional<ZoneId> zone) {
        this.faults = faults;
        this.zone = zone;
    }

    Optional<TimeRule> read(Value value) {
        if (value.node().filter(MapNode.class::isInstance).isEmpty()) {
            return MappingBinder.column(value)
                    .map(column -> new TimeRule(
                            Optional.empty(), Optional.of(column), TimeFormat.ISO, Optional.empty(), zone));
        }
        return value.map(map -> map.has("constant") ? constant(map) : column(map));
    }

    private Optional<TimeRule> constant(Fields map) {
        Optional<Instant> instant = map.optional("constant").instant();
        return instant.map(
                time -> new TimeRule(Optional.of(time), Optional.empty(), TimeFormat.ISO, Optional.empty(), zone));
    }

    Optional<TimeRule> column(Fields map) {
        int before = faults.count();
        Optional<String> column = MappingBinder.column(map.required("column"));
        Value written = map.optional("format");
        Optional<TimeFormat> format = written.node().isEmpty()
                ? Optional.of(TimeFormat.ISO)
                : written.as(TimeFormat::of, "write a pattern such as dd/MM/uuuu, EPOCH_SECONDS or EPOCH_MILLIS");
        Optional<DayPoint> at =
                map.optional("at").as(DayPoint::of, "write START_OF_DAY, END_OF_DAY or a time such as 17:00");
        Optional<ZoneId> own = map.optional("zone").zone();
        Optional<ZoneId> zoned = own.isPresent() ? own : zone;
        if (faults.count() > before || column.isEmpty() || format.isEmpty()) {
            return Optional.empty();
        }
        Optional<Node> place =
                written.node().isPresent() ? written.node() : map.node().map(Node.class::cast);
        place.ifPresent(node -> check(node, format.get(), at, zoned));
        return faults.count() > before
                ? Optional.empty()
                : Optional.of(new TimeRule(Optional.empty(), column, format.get(), at, zoned));
    }

    /** A pattern that cannot tell an instant by itself needs what it lacks, whatever the cells hold. */
    private void check(Node node, TimeFormat format, Optional<DayPoint> at, Optional<ZoneId> zoned) {
        if (zoned.isEmpty() && !format.mayHaveOffset()) {
            faults.add(
                    ImportCode.MAPPING.code(),
                    node,
                    "times in this form have no zone, and the mapping names none",
                    "add zone: America/New_York to the mapping, or the zone the times are in");
        }
        if (at.isEmpty() && !format.mayHaveTime()) {
            faults.add(
                    ImportCode.MAPPING.code(),
                    node,
                    "a day is no instant, and the mapping does not say which time of the day is meant",
                    "add at: START_OF_DAY or at: END_OF_DAY (the last instant of the day), or a time such as 17:00");
        }
    }
}
