package dev.soc2.model.document;

import dev.soc2.model.document.tree.Attributes;
import dev.soc2.model.document.tree.Fields;
import dev.soc2.model.document.tree.MapNode;
import dev.soc2.model.document.tree.Node;
import dev.soc2.model.document.tree.TextNode;
import dev.soc2.model.document.tree.Value;
import dev.soc2.model.engagement.EvidenceDeclaration;
import dev.soc2.model.evidence.AttributeValue;
import dev.soc2.model.issue.Location;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What an engagement file draws on: its rule packs, and the importers of its evidence. */
final class EngagementSources {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
    private static final Pattern FORMAT = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,99}");
    private static final Pattern FILE = Pattern.compile(".*\\.(?:ya?ml|json)", Pattern.CASE_INSENSITIVE);

    private final EngagementReading reading;

    EngagementSources(EngagementReading reading) {
        this.reading = reading;
    }

    List<PackReference> packs(Value value) {
        Set<String> seen = new HashSet<>();
        Optional<List<PackReference>> packs = value.oneOrMany(item -> {
            item.node()
                    .filter(TextNode.class::isInstance)
                    .ifPresent(name -> reading.refuseSecond((TextNode) name, seen));
            return pack(item);
        });
        if (packs.filter(List::isEmpty).isPresent()) {
            reading.tell(EngagementCode.EMPTY, value, "there is no rule pack", "name one, such as soc2-starter");
        }
        return packs.orElse(List.of());
    }

    private Optional<PackReference> pack(Value value) {
        Optional<String> text = reading.words(value);
        Location location = value.node().map(Node::location).orElseThrow();
        boolean path = text.filter(t -> t.indexOf('/') >= 0 || FILE.matcher(t).matches())
                .isPresent();
        if (path) {
            return EngagementPaths.path(value, reading).map(file -> new PackReference(file, false, location));
        }
        Optional<String> id = text.filter(t -> ID.matcher(t).matches());
        if (text.isPresent() && id.isEmpty()) {
            reading.tell(
                    EngagementCode.PACK,
                    value,
                    "this is neither the id of a pack nor a path",
                    "write an id such as soc2-starter, or a path such as packs/acme.yaml");
        }
        return id.map(known -> new PackReference(known, true, location));
    }

    /** Without the field: every file of JSON Lines in the folder {@code evidence}. */
    List<EvidenceDeclaration> evidence(Value value, Location document) {
        if (value.node().isEmpty()) {
            return List.of(new EvidenceDeclaration("JSONL", "evidence", Map.of(), document));
        }
        return value.<EvidenceDeclaration>list(item -> item.map(this::declaration))
                .orElse(List.of());
    }

    private Optional<EvidenceDeclaration> declaration(Fields fields) {
        Value written = fields.required("format");
        Optional<String> format = reading.words(written)
                .filter(text -> FORMAT.matcher(text).matches())
                .map(text -> text.replace('-', '_').toUpperCase(Locale.ROOT));
        if (format.isEmpty() && written.node().filter(EngagementSources::isWord).isPresent()) {
            reading.tell(
                    EngagementCode.FORMAT,
                    written,
                    "this is no name of an importer",
                    "write a name such as JSONL or CSV");
        }
        Optional<String> path = EngagementPaths.path(fields.required("path"), reading);
        Optional<MapNode> node = fields.node();
        Map<String, AttributeValue> options = new TreeMap<>();
        node.ifPresent(map -> options.putAll(Attributes.map(map, reading.faults())));
        options.keySet().removeAll(List.of("format", "path"));
        fields.know(fields.places().keySet());
        if (format.isEmpty() || path.isEmpty() || node.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new EvidenceDeclaration(
                format.get(), path.get(), options, node.get().location()));
    }

    private static boolean isWord(Node node) {
        return node instanceof TextNode text && !text.value().isBlank();
    }
}
