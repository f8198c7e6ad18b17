package dev.soc2.model.document;

import dev.soc2.model.document.tree.Attributes;
import dev.soc2.model.document.tree.MapNode;
import dev.soc2.model.document.tree.TextNode;
import dev.soc2.model.document.tree.Value;
import dev.soc2.model.engagement.ControlExclusion;
import dev.soc2.model.engagement.Tailoring;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** What an organisation changes in its packs: parameters of tests, and controls that do not apply. */
final class EngagementTailoring {

    private final EngagementReading reading;

    EngagementTailoring(EngagementReading reading) {
        this.reading = reading;
    }

    /** {@code {IAM-03: {tests: {T1: {limit: PT24H}}}}}, one change for each parameter, in written order. */
    List<Tailoring> overrides(Value value) {
        List<Tailoring> changes = new ArrayList<>();
        each(
                value,
                (control, wholeControl) -> wholeControl.map(fields -> {
                    each(
                            fields.required("tests"),
                            (test, parameters) -> each(
                                    parameters, (parameter, set) -> change(control, test, parameter, set, changes)));
                    return Optional.empty();
                }));
        return changes;
    }

    List<ControlExclusion> exclusions(Value value) {
        return reading.distinct(
                value,
                "control",
                fields -> reading.construct(
                        ControlExclusion.class,
                        fields,
                        fields.required("control").text(),
                        fields.required("reason").text()));
    }

    private void change(TextNode control, TextNode test, TextNode parameter, Value set, List<Tailoring> changes) {
        set.node()
                .flatMap(node -> Attributes.value(node, reading.faults()))
                .ifPresent(to -> changes.add(new Tailoring(control.value(), test.value(), parameter.value(), to)));
    }

    /** Each entry of a map that has at least one, and only names that say something. */
    private void each(Value value, BiConsumer<TextNode, Value> entry) {
        value.mapNode().map(MapNode::entries).ifPresent(entries -> {
            if (entries.isEmpty()) {
                reading.tell(EngagementCode.EMPTY, value, "nothing is overridden here", "leave it out");
            }
            entries.values().forEach(e -> {
                if (e.key().value().isBlank()) {
                    reading.tell(EngagementCode.BLANK, e.key(), "a name is needed here", "write it");
                } else {
                    entry.accept(e.key(), Value.of(e.value(), reading.faults()));
                }
            });
        });
    }
}
