package dev.soc2.evidence.internal.oscal;

import dev.soc2.evidence.format.ExportFile;
import dev.soc2.evidence.format.Rows;
import dev.soc2.evidence.internal.xml.XmlElement;
import dev.soc2.evidence.internal.xml.XmlExport;
import dev.soc2.evidence.internal.xml.XmlName;
import dev.soc2.evidence.internal.xml.XmlRecord;
import dev.soc2.model.issue.Issue;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** OSCAL as XML, element by element. */
final class OscalXml {

    static final String NAMESPACE = "http://csrc.nist.gov/ns/oscal/1.0";

    private static final Map<String, OscalRow.Kind> ROWS = Map.of(
            "observation", OscalRow.Kind.OBSERVATION,
            "finding", OscalRow.Kind.FINDING,
            "risk", OscalRow.Kind.RISK,
            "poam-item", OscalRow.Kind.POAM_ITEM);

    private static final Set<XmlName> PASSED_OVER = names(Stream.of(
            "back-matter",
            "local-definitions",
            "assessment-log",
            "attestation",
            "reviewed-controls",
            "party",
            "group"));

    private final ExportFile file;
    private final Rows rows;
    private final OscalTaker taker;

    OscalXml(ExportFile file, Rows rows, OscalTaker taker) {
        this.file = file;
        this.rows = rows;
        this.taker = taker;
    }

    private static Set<XmlName> names(Stream<String> locals) {
        return locals.map(local -> XmlName.of(NAMESPACE, local)).collect(Collectors.toUnmodifiableSet());
    }

    void read() throws IOException {
        XmlExport export = new XmlExport(file, names(ROWS.keySet().stream()), PASSED_OVER);
        Optional<XmlName> root = export.root();
        if (root.isPresent()) {
            boolean isOscal = root.get().namespace().equals(NAMESPACE);
            String local = isOscal ? root.get().local() : "";
            if (OscalModel.of(local).isEmpty()) {
                rows.refuse(List.of(OscalModel.refusal(file.document(), local)));
                return;
            }
        }
        Optional<XmlElement> outline = export.outline();
        Optional<Issue> version =
                OscalModel.refuseVersion(file.document(), outline.flatMap(o -> o.text("metadata.oscal-version")));
        if (version.isPresent()) {
            rows.refuse(List.of(version.get()));
            return;
        }
        export.read(rows, record -> take(record, outline));
    }

    private void take(XmlRecord record, Optional<XmlElement> outline) {
        Optional<XmlElement> result = outline.filter(o -> record.around().size() > 1)
                .flatMap(o -> o.numbered(record.around().get(1)))
                .filter(element -> element.name().local().equals("result"));
        boolean stands = outline.isPresent() && (record.around().size() == 1 || result.isPresent());
        taker.take(
                new OscalRow(
                        ROWS.getOrDefault(record.value().name().local(), OscalRow.Kind.OBSERVATION),
                        OscalFields.of(record.value()),
                        record.place()),
                stands ? OscalContext.of(result, outline.get(), file) : Optional.empty(),
                record.slice().bytes(),
                record.slice().from(),
                record.slice().to());
    }
}
