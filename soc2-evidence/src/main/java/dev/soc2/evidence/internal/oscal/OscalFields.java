package dev.soc2.evidence.internal.oscal;

import dev.soc2.evidence.internal.xml.XmlElement;
import dev.soc2.model.evidence.AttributeValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The fields of an OSCAL element as its JSON names them: attributes by their names, repeated elements as lists, prose as
 * Markdown. What is of another namespace is no OSCAL and left out; the raw bytes keep it.
 */
final class OscalFields {

    /** Elements that may repeat, and the lists that JSON gathers them in. */
    private static final Map<String, String> LISTS = Map.ofEntries(
            Map.entry("actor", "actors"),
            Map.entry("associated-activity", "associated-activities"),
            Map.entry("associated-risk", "related-risks"),
            Map.entry("characterization", "characterizations"),
            Map.entry("dependency", "dependencies"),
            Map.entry("entry", "entries"),
            Map.entry("facet", "facets"),
            Map.entry("identified-subject", "identified-subjects"),
            Map.entry("link", "links"),
            Map.entry("logged-by", "logged-by"),
            Map.entry("method", "methods"),
            Map.entry("mitigating-factor", "mitigating-factors"),
            Map.entry("origin", "origins"),
            Map.entry("party-uuid", "party-uuids"),
            Map.entry("prop", "props"),
            Map.entry("related-finding", "related-findings"),
            Map.entry("related-observation", "related-observations"),
            Map.entry("related-response", "related-responses"),
            Map.entry("related-task", "related-tasks"),
            Map.entry("relevant-evidence", "relevant-evidence"),
            Map.entry("required-asset", "required-assets"),
            Map.entry("response", "remediations"),
            Map.entry("responsible-party", "responsible-parties"),
            Map.entry("responsible-role", "responsible-roles"),
            Map.entry("subject", "subjects"),
            Map.entry("task", "tasks"),
            Map.entry("threat-id", "threat-ids"),
            Map.entry("type", "types"));

    private static final Set<String> LINES = Set.of("title", "text");
    private static final Set<String> PROSE = Set.of("description", "remarks", "statement");

    private OscalFields() {}

    static Map<String, AttributeValue> of(XmlElement element) {
        Map<String, AttributeValue> fields = new TreeMap<>();
        Map<String, List<AttributeValue>> lists = new TreeMap<>();
        element.attributes().forEach((name, value) -> {
            if (!name.startsWith("{")) {
                fields.put(name, AttributeValue.of(value.strip()));
            }
        });
        for (XmlElement child : element.elements()) {
            if (child.name().namespace().equals(element.name().namespace())) {
                String local = child.name().local();
                Optional<AttributeValue> value = value(child);
                boolean isSingle =
                        local.equals("origin") && element.name().local().equals("characterization");
                if (LISTS.containsKey(local) && !isSingle) {
                    value.ifPresent(member -> lists.computeIfAbsent(LISTS.get(local), name -> new ArrayList<>())
                            .add(member));
                } else {
                    value.ifPresent(single -> fields.put(local, single));
                }
            }
        }
        lists.forEach((name, members) -> fields.put(name, AttributeValue.of(members)));
        return fields;
    }

    private static Optional<AttributeValue> value(XmlElement element) {
        String local = element.name().local();
        if (PROSE.contains(local)) {
            return Optional.of(OscalMarkup.prose(element))
                    .filter(text -> !text.isEmpty())
                    .map(AttributeValue::of);
        }
        if (LINES.contains(local)) {
            return Optional.of(OscalMarkup.line(element))
                    .filter(text -> !text.isEmpty())
                    .map(AttributeValue::of);
        }
        Map<String, AttributeValue> fields = of(element);
        String text = element.elements().isEmpty() ? element.text() : "";
        if (fields.isEmpty()) {
            boolean isEmptyObject = text.isEmpty() && local.startsWith("include-");
            return isEmptyObject
                    ? Optional.of(AttributeValue.of(Map.of()))
                    : Optional.of(text).filter(t -> !t.isEmpty()).map(AttributeValue::of);
        }
        Map<String, AttributeValue> whole = new TreeMap<>(fields);
        if (!text.isEmpty()) {
            whole.put(local.endsWith("-id") ? "id" : "value", AttributeValue.of(text));
        }
        return Optional.of(AttributeValue.of(whole));
    }
}
