package dev.soc2.evidence.hostile;

import dev.soc2.evidence.format.EvidenceFormat;
import dev.soc2.evidence.importing.EvidenceImporter;
import dev.soc2.evidence.importing.ImportException;
import dev.soc2.evidence.importing.ImportOptions;
import dev.soc2.evidence.importing.Importers;
import dev.soc2.evidence.internal.formats.KnownFormats;
import dev.soc2.model.evidence.AttributeValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Any format, with whatever options it cannot do without. */
final class AnyFormat {

    private static final AttributeValue MAPPING = AttributeValue.of(Map.of(
            "type", AttributeValue.of("a.b"),
            "subject", AttributeValue.of("ID"),
            "occurredAt", AttributeValue.of("When")));

    /** Tried in turn; a format that wants others is to be named here. */
    private static final List<ImportOptions> OPTIONS = List.of(
            ImportOptions.NONE,
            ImportOptions.NONE.with("mapping", MAPPING),
            ImportOptions.NONE.with("holds", List.of("PULL_REQUESTS", "REVIEWS", "EVENTS")),
            ImportOptions.NONE.with("zone", "UTC"),
            ImportOptions.NONE.with("extractedAt", "2025-12-31T00:00:00Z"),
            ImportOptions.NONE.with("zone", "UTC").with("extractedAt", "2025-12-31T00:00:00Z"));

    private AnyFormat() {}

    static EvidenceImporter importer(String format) {
        for (ImportOptions options : OPTIONS) {
            try {
                return Importers.of(format, options);
            } catch (ImportException e) {
                // It wants others.
            }
        }
        throw new AssertionError("no options open " + format + ": name some in AnyFormat");
    }

    static String fileName(String format) {
        Map<String, String> own = Map.of("JSONL", ".jsonl", "CSV", ".csv", "XLSX", ".xlsx");
        Set<String> endings = Optional.ofNullable(KnownFormats.byName().get(format))
                .map(EvidenceFormat::endings)
                .orElse(Set.of(own.getOrDefault(format, "")));
        return "export" + endings.stream().sorted().findFirst().orElse("");
    }
}
