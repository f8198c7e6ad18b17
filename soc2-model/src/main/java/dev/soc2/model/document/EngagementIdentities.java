package dev.soc2.model.document;

import dev.soc2.model.document.tree.MapNode;
import dev.soc2.model.document.tree.TextNode;
import dev.soc2.model.document.tree.Value;
import dev.soc2.model.engagement.Identities;
import java.util.Map;
import java.util.Optional;

/** Which accounts belong to which person: in place as {@code {account: person}}, or in a file. */
final class EngagementIdentities {

    private EngagementIdentities() {}

    /** The accounts that stand in the document; those of a file are for who has the folder. */
    static Optional<Identities> inPlace(Value value, EngagementReading reading) {
        if (value.node().filter(TextNode.class::isInstance).isPresent()) {
            reading.tell(
                    EngagementCode.IDENTITIES,
                    value,
                    "this document has no folder to find a file in",
                    "write the accounts in place, as {ann.admin: ann}");
            return Optional.empty();
        }
        return Optional.of(inDocument(value, reading));
    }

    static Identities inDocument(Value value, EngagementReading reading) {
        return value.node().filter(node -> !(node instanceof TextNode)).isEmpty()
                ? Identities.NONE
                : new Identities(persons(value, reading));
    }

    /** The path of the file, when there is one. */
    static Optional<String> file(Value value, EngagementReading reading) {
        return value.node().filter(TextNode.class::isInstance).isEmpty()
                ? Optional.empty()
                : EngagementPaths.path(value, reading);
    }

    private static Map<String, String> persons(Value value, EngagementReading reading) {
        value.node()
                .filter(MapNode.class::isInstance)
                .map(MapNode.class::cast)
                .ifPresent(map -> map.entries().values().stream()
                        .filter(entry -> entry.key().value().isBlank())
                        .forEach(entry ->
                                reading.tell(EngagementCode.BLANK, entry.key(), "an account has a name", "write it")));
        return value.entries((account, person) -> reading.words(person)).orElse(Map.of());
    }
}
