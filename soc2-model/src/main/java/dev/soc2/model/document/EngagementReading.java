package dev.soc2.model.document;

import dev.soc2.model.document.tree.Checked;
import dev.soc2.model.document.tree.Faults;
import dev.soc2.model.document.tree.Fields;
import dev.soc2.model.document.tree.Node;
import dev.soc2.model.document.tree.TextNode;
import dev.soc2.model.document.tree.Value;
import dev.soc2.model.evidence.Evidence;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What the parts of an engagement are read with: its faults, and the criteria that it may name. */
final class EngagementReading {

    private final Faults faults;
    private final CriterionNames criteria;

    EngagementReading(Faults faults, CriterionNames criteria) {
        this.faults = faults;
        this.criteria = criteria;
    }

    Faults faults() {
        return faults;
    }

    CriterionNames criteria() {
        return criteria;
    }

    void tell(EngagementCode code, Node place, String what, String fix) {
        faults.add(code.code(), place, what, fix);
    }

    void tell(EngagementCode code, Value place, String what, String fix) {
        place.node().ifPresent(node -> tell(code, node, what, fix));
    }

    /** A text that says something. */
    Optional<String> words(Value value) {
        Optional<String> text = value.text();
        if (text.filter(String::isBlank).isPresent()) {
            tell(EngagementCode.BLANK, value, "a text is needed here, and there are only blanks", "write it");
            return Optional.empty();
        }
        return text;
    }

    /** A time that lies where evidence may lie. */
    Optional<Instant> time(Value value) {
        Optional<Instant> time = value.instant();
        if (time.filter(t -> t.isBefore(Evidence.EARLIEST) || !t.isBefore(Evidence.LATEST))
                .isPresent()) {
            tell(EngagementCode.TIME, value, "the time lies outside 1700 to 2250", "check the year");
            return Optional.empty();
        }
        return time;
    }

    /** A record whose components are named as the fields are. */
    <T extends Record> Optional<T> construct(Class<T> type, Fields fields, Object... arguments) {
        return fields.node().flatMap(node -> Checked.construct(type, node, faults, fields.places(), arguments));
    }

    /** A list of maps in which no two have the same name. */
    <T> List<T> distinct(Value value, String named, Function<Fields, Optional<T>> reader) {
        Set<String> seen = new HashSet<>();
        return value.<T>list(item -> item.map(fields -> {
                    fields.node()
                            .flatMap(map -> map.get(named))
                            .filter(TextNode.class::isInstance)
                            .map(TextNode.class::cast)
                            .ifPresent(name -> refuseSecond(name, seen));
                    return reader.apply(fields);
                }))
                .orElse(List.of());
    }

    /** Tells a name that stood before. */
    void refuseSecond(TextNode name, Set<String> seen) {
        if (!seen.add(name.value())) {
            tell(EngagementCode.TWICE, name, "'" + name + "' stands twice in this list", "keep one of them");
        }
    }
}
