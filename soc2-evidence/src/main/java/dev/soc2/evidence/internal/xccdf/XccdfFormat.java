package dev.soc2.evidence.internal.xccdf;

import dev.soc2.evidence.format.EvidenceFormat;
import dev.soc2.evidence.format.ExportFile;
import dev.soc2.evidence.format.ExportReader;
import dev.soc2.evidence.format.ExportReading;
import dev.soc2.evidence.format.FormatOptions;
import dev.soc2.evidence.format.Rows;
import dev.soc2.evidence.internal.outcome.ImportCode;
import dev.soc2.evidence.internal.xml.XmlElement;
import dev.soc2.evidence.internal.xml.XmlExport;
import dev.soc2.evidence.internal.xml.XmlName;
import dev.soc2.evidence.internal.xml.XmlRecord;
import dev.soc2.model.issue.Location;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Rule results of XCCDF 1.1 and 1.2 test results. The results may stand alone, in a benchmark or in an ARF report; what
 * else is in the file, such as the definitions of the rules, is passed over.
 */
public final class XccdfFormat implements EvidenceFormat {

    static final String STATE = "asset.state";

    private static final List<String> NAMESPACES =
            List.of("http://checklists.nist.gov/xccdf/1.2", "http://checklists.nist.gov/xccdf/1.1");

    private static final Set<XmlName> RESULTS =
            Set.of(XmlName.of(NAMESPACES.get(0), "rule-result"), XmlName.of(NAMESPACES.get(1), "rule-result"));

    /** Large parts of such files that say nothing of results. */
    private static final Set<XmlName> PASSED_OVER = Set.of(
            XmlName.of(NAMESPACES.get(0), "Group"),
            XmlName.of(NAMESPACES.get(0), "Rule"),
            XmlName.of(NAMESPACES.get(0), "Value"),
            XmlName.of(NAMESPACES.get(0), "Profile"),
            XmlName.of(NAMESPACES.get(0), "set-value"),
            XmlName.of(NAMESPACES.get(1), "Group"),
            XmlName.of(NAMESPACES.get(1), "Rule"),
            XmlName.of(NAMESPACES.get(1), "Value"),
            XmlName.of(NAMESPACES.get(1), "Profile"),
            XmlName.of(NAMESPACES.get(1), "set-value"),
            XmlName.of("http://scap.nist.gov/schema/scap/source/1.2", "data-stream-collection"),
            XmlName.of("http://scap.nist.gov/schema/asset-reporting-format/1.1", "report-requests"),
            XmlName.of("http://oval.mitre.org/XMLSchema/oval-results-5", "oval_results"));

    @Override
    public String name() {
        return "XCCDF";
    }

    @Override
    public Set<String> endings() {
        return Set.of(".xml");
    }

    @Override
    public Optional<ExportReader> open(FormatOptions options) {
        return Optional.of(new Reader(options.zone("zone")));
    }

    private record Reader(Optional<ZoneId> zone) implements ExportReader {

        @Override
        public Set<String> types() {
            return Set.of(STATE);
        }

        @Override
        public String query() {
            return zone.map(z -> "zone=" + z).orElse("");
        }

        @Override
        public String mediaType() {
            return "application/xml";
        }

        @Override
        public ExportReading begin(Rows rows) {
            return file -> read(file, rows);
        }

        private void read(ExportFile file, Rows rows) throws IOException {
            XmlExport export = new XmlExport(file, RESULTS, PASSED_OVER);
            Optional<XmlElement> outline = export.outline();
            Reading reading = new Reading(rows, file, outline, zone);
            export.read(rows, reading::take);
            reading.end();
        }
    }

    private static final class Reading {

        private final Rows rows;
        private final ExportFile file;
        private final Optional<XmlElement> outline;
        private final Optional<ZoneId> zone;
        private boolean found;

        Reading(Rows rows, ExportFile file, Optional<XmlElement> outline, Optional<ZoneId> zone) {
            this.rows = rows;
            this.file = file;
            this.outline = outline;
            this.zone = zone;
        }

        void take(XmlRecord record) {
            found = true;
            new RuleResult(record, testResult(record), file, zone).into(rows);
        }

        private Optional<XmlElement> testResult(XmlRecord record) {
            int around = record.around().size();
            return around == 0
                    ? Optional.empty()
                    : outline.flatMap(root -> root.numbered(record.around().get(around - 1)))
                            .filter(element -> element.name()
                                    .equals(XmlName.of(record.value().name().namespace(), "TestResult")));
        }

        /** A file without a rule result is sound when it is a test result all the same. */
        void end() {
            if (!found && outline.isPresent() && !hasTestResult(outline.get())) {
                rows.refuse(List.of(ImportCode.OTHER_KIND.at(
                        Location.of(file.document()),
                        "the file has no XCCDF test result",
                        "export the results of a scan, not the benchmark alone")));
            }
        }

        private static boolean hasTestResult(XmlElement element) {
            boolean is = element.name().local().equals("TestResult")
                    && NAMESPACES.contains(element.name().namespace());
            return is || element.elements().stream().anyMatch(Reading::hasTestResult);
        }
    }
}
