package dev.soc2.evidence.internal.cyclonedx;

import dev.soc2.evidence.format.ExportFile;
import dev.soc2.evidence.format.Rows;
import dev.soc2.evidence.internal.findings.Outcome;
import dev.soc2.evidence.internal.findings.RecordId;
import dev.soc2.evidence.internal.findings.RowFaults;
import dev.soc2.evidence.internal.findings.RowReader;
import dev.soc2.evidence.internal.findings.Words;
import dev.soc2.evidence.internal.json.JsonExport;
import dev.soc2.evidence.internal.json.JsonObject;
import dev.soc2.evidence.internal.json.JsonRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads documents in JSON. */
final class BomJson {

    private BomJson() {}

    static RowReader begin(ExportFile file, JsonExport export, Rows rows) throws IOException {
        Optional<BomRecords> records =
                export.outline().filter(BomJson::isBom).map(BomJson::bom).map(bom -> new BomRecords(bom, file));
        return row -> read(row, records);
    }

    private static boolean isBom(JsonObject document) {
        return document.text("bomFormat").filter("CycloneDX"::equals).isPresent();
    }

    private static Outcome read(JsonRecord row, Optional<BomRecords> records) {
        if (records.isEmpty()) {
            RowFaults faults = new RowFaults(row.place());
            faults.add(
                    "this is no CycloneDX document, or it breaks off or has more than 16 MiB beside its vulnerabilities",
                    "check that this is a CycloneDX document, and that it is whole");
            return faults.refused();
        }
        return row.array().isEmpty()
                ? new Outcome.Rowless()
                : records.get().of(vulnerability(row.value()), row.place());
    }

    private static Bom bom(JsonObject document) {
        Map<String, Bom.Component> components = new HashMap<>();
        collect(document.objects("components"), components);
        Optional<JsonObject> of = document.object("metadata.component");
        Optional<String> product = of.flatMap(
                each -> each.text("bom-ref").or(() -> each.text("purl")).or(() -> each.text("name")));
        String serial = RecordId.path(
                document.text("serialNumber").orElse(""),
                document.name("version").orElse(""));
        return new Bom(serial, document.instant("metadata.timestamp"), product, components);
    }

    private static void collect(List<JsonObject> from, Map<String, Bom.Component> components) {
        for (JsonObject each : from) {
            Optional<String> name = each.text("name")
                    .map(text ->
                            each.text("group").map(group -> group + "/" + text).orElse(text));
            Bom.Component component = new Bom.Component(name, each.name("version"), each.text("purl"));
            components.putIfAbsent(
                    each.text("bom-ref").or(component::purl).or(() -> name).orElse(""), component);
            collect(each.objects("components"), components);
        }
    }

    private static BomVulnerability vulnerability(JsonObject object) {
        List<BomVulnerability.Affected> affects = new ArrayList<>();
        for (JsonObject each : object.objects("affects")) {
            each.text("ref").ifPresent(ref -> affects.add(affected(ref, each.objects("versions"))));
        }
        if (affects.size() < object.objects("affects").size()) {
            throw new IllegalArgumentException("an affected component has no ref");
        }
        return new BomVulnerability(
                object.text("id"),
                BomSeverity.worst(object.objects("ratings").stream().flatMap(BomJson::rating)),
                object.instant("published"),
                object.text("analysis.state")
                        .map(state -> new BomVulnerability.Analysis(
                                state,
                                object.text("analysis.justification"),
                                object.texts("analysis.response"),
                                object.instant("analysis.lastUpdated")
                                        .or(() -> object.instant("analysis.firstIssued")))),
                affects,
                object.objects("references").stream()
                        .flatMap(each -> each.text("id").stream())
                        .distinct()
                        .toList(),
                object.text("recommendation"));
    }

    private static Stream<String> rating(JsonObject rating) {
        return rating
                .text("severity")
                .or(() -> rating.text("method")
                        .filter(BomSeverity::isRated)
                        .flatMap(method -> rating.number("score"))
                        .flatMap(Words::rating))
                .stream();
    }

    private static BomVulnerability.Affected affected(String ref, List<JsonObject> versions) {
        List<String> affected = new ArrayList<>();
        for (JsonObject each : versions) {
            boolean isSpared = each.text("status").filter("unaffected"::equals).isPresent();
            if (!isSpared) {
                affected.add(each.text("version").or(() -> each.text("range")).orElse("*"));
            }
        }
        return new BomVulnerability.Affected(ref, affected, !versions.isEmpty() && affected.isEmpty());
    }
}
