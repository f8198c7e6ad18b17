package dev.soc2.model.document;

import dev.soc2.model.document.tree.MapNode;
import dev.soc2.model.document.tree.Nearest;
import dev.soc2.model.document.tree.Node;
import dev.soc2.model.document.tree.TextNode;
import dev.soc2.model.document.tree.Value;
import dev.soc2.model.engagement.DescriptionAnswer;
import dev.soc2.model.engagement.DescriptionCriterion;
import dev.soc2.model.engagement.SystemDescription;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Management's description of the system: for each description criterion a text, or a text for each part. */
final class EngagementDescription {

    private static final List<String> NAMES =
            Arrays.stream(DescriptionCriterion.values()).map(Enum::name).toList();

    private EngagementDescription() {}

    static SystemDescription read(Value value, EngagementReading reading) {
        Map<DescriptionCriterion, DescriptionAnswer> answers = new EnumMap<>(DescriptionCriterion.class);
        value.mapNode()
                .ifPresent(map -> map.entries()
                        .values()
                        .forEach(entry -> criterion(entry.key(), reading)
                                .ifPresent(criterion -> answer(entry.value(), reading)
                                        .ifPresent(answer -> answers.put(criterion, answer)))));
        return new SystemDescription(answers);
    }

    private static Optional<DescriptionCriterion> criterion(TextNode name, EngagementReading reading) {
        if (NAMES.contains(name.value())) {
            return Optional.of(DescriptionCriterion.valueOf(name.value()));
        }
        reading.tell(
                EngagementCode.UNKNOWN_DESCRIPTION,
                name,
                "'" + name + "' is no description criterion",
                Nearest.to(name.value(), NAMES)
                        .map(near -> "use " + near + "; there are DC1 to DC9")
                        .orElse("use one of DC1 to DC9"));
        return Optional.empty();
    }

    private static Optional<DescriptionAnswer> answer(Node node, EngagementReading reading) {
        Value value = Value.of(node, reading.faults());
        if (node instanceof MapNode map) {
            if (map.entries().isEmpty()) {
                reading.tell(EngagementCode.EMPTY, map, "this has no parts", "write a text, or a text for each part");
            }
            Map<String, String> parts =
                    value.entries((name, part) -> reading.words(part)).orElse(Map.of());
            return parts.isEmpty() ? Optional.empty() : Optional.of(new DescriptionAnswer("", parts));
        }
        return reading.words(value).map(text -> new DescriptionAnswer(text, Map.of()));
    }
}
