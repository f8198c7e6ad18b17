package dev.soc2.evidence.internal.cyclonedx;

import dev.soc2.evidence.format.ExportFile;
import dev.soc2.evidence.format.Rows;
import dev.soc2.evidence.internal.findings.JsonFormat;
import dev.soc2.evidence.internal.findings.Outcome;
import dev.soc2.evidence.internal.findings.RecordId;
import dev.soc2.evidence.internal.findings.Words;
import dev.soc2.evidence.internal.outcome.ImportCode;
import dev.soc2.evidence.internal.xml.XmlElement;
import dev.soc2.evidence.internal.xml.XmlExport;
import dev.soc2.evidence.internal.xml.XmlName;
import dev.soc2.evidence.internal.xml.XmlRecord;
import dev.soc2.model.issue.Location;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads documents in XML. */
final class BomXml {

    private static final String NAMESPACE = "http://cyclonedx.org/schema/bom/";
    private static final Set<XmlName> ROWS = Stream.of("1.4", "1.5", "1.6", "1.7")
            .map(version -> XmlName.of(NAMESPACE + version, "vulnerability"))
            .collect(Collectors.toUnmodifiableSet());

    private final ExportFile file;
    private final Rows rows;

    BomXml(ExportFile file, Rows rows) {
        this.file = file;
        this.rows = rows;
    }

    void read() throws IOException {
        XmlExport export = new XmlExport(file, ROWS, Set.of());
        Optional<XmlElement> root = export.outline().filter(BomXml::isBom);
        if (root.isEmpty() && export.root().isPresent()) {
            rows.refuse(List.of(ImportCode.FIELD.at(
                    Location.of(file.document()),
                    "this is no CycloneDX document, or it has more than 16 MiB beside its vulnerabilities",
                    "check that this is a CycloneDX document")));
            return;
        }
        Optional<BomRecords> records = root.map(BomXml::bom).map(bom -> new BomRecords(bom, file));
        export.read(rows, row -> records.ifPresent(of -> take(row, of)));
    }

    private void take(XmlRecord row, BomRecords records) {
        Outcome outcome = JsonFormat.outcome(row.place(), () -> records.of(vulnerability(row.value()), row.place()));
        outcome.tell(
                rows,
                row.place(),
                row.slice().bytes(),
                row.slice().from(),
                row.slice().to());
    }

    private static boolean isBom(XmlElement root) {
        return root.name().local().equals("bom") && root.name().namespace().startsWith(NAMESPACE);
    }

    private static Bom bom(XmlElement root) {
        Map<String, Bom.Component> components = new HashMap<>();
        collect(root.elements("components.component"), components);
        Optional<XmlElement> of = root.element("metadata.component");
        Optional<String> product = of.flatMap(
                each -> each.attribute("bom-ref").or(() -> each.text("purl")).or(() -> each.text("name")));
        String serial = RecordId.path(
                root.attribute("serialNumber").orElse(""),
                root.attribute("version").orElse(""));
        return new Bom(serial, root.instant("metadata.timestamp"), product, components);
    }

    private static void collect(List<XmlElement> from, Map<String, Bom.Component> components) {
        for (XmlElement each : from) {
            Optional<String> name = each.text("name")
                    .map(text ->
                            each.text("group").map(group -> group + "/" + text).orElse(text));
            Bom.Component component = new Bom.Component(name, each.text("version"), each.text("purl"));
            components.putIfAbsent(
                    each.attribute("bom-ref").or(component::purl).or(() -> name).orElse(""), component);
            collect(each.elements("components.component"), components);
        }
    }

    private static BomVulnerability vulnerability(XmlElement element) {
        List<BomVulnerability.Affected> affects = new ArrayList<>();
        for (XmlElement each : element.elements("affects.target")) {
            String ref = each.text("ref")
                    .orElseThrow(() -> new IllegalArgumentException("an affected component has no ref"));
            affects.add(affected(ref, each.elements("versions.version")));
        }
        return new BomVulnerability(
                element.text("id"),
                BomSeverity.worst(element.elements("ratings.rating").stream().flatMap(BomXml::rating)),
                element.instant("published"),
                element.text("analysis.state")
                        .map(state -> new BomVulnerability.Analysis(
                                state,
                                element.text("analysis.justification"),
                                element.texts("analysis.responses.response"),
                                element.instant("analysis.lastUpdated")
                                        .or(() -> element.instant("analysis.firstIssued")))),
                affects,
                element.texts("references.reference.id").stream().distinct().toList(),
                element.text("recommendation"));
    }

    private static Stream<String> rating(XmlElement rating) {
        return rating
                .text("severity")
                .or(() -> rating.text("method")
                        .filter(BomSeverity::isRated)
                        .flatMap(method -> rating.text("score"))
                        .filter(score -> score.matches("[0-9]{1,2}(\\.[0-9]{1,2})?"))
                        .flatMap(score -> Words.rating(new BigDecimal(score))))
                .stream();
    }

    private static BomVulnerability.Affected affected(String ref, List<XmlElement> versions) {
        List<String> affected = versions.stream()
                .filter(each -> each.text("status").filter("unaffected"::equals).isEmpty())
                .map(each -> each.text("version").or(() -> each.text("range")).orElse("*"))
                .toList();
        return new BomVulnerability.Affected(ref, affected, !versions.isEmpty() && affected.isEmpty());
    }
}
