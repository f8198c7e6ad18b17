package dev.soc2.evidence.internal.oscal;

import dev.soc2.evidence.format.EvidenceFormat;
import dev.soc2.evidence.format.ExportReader;
import dev.soc2.evidence.format.ExportReading;
import dev.soc2.evidence.format.FormatOptions;
import dev.soc2.evidence.format.Rows;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Assessment results and plans of action and milestones of OSCAL 1.x. */
public final class OscalFormat implements EvidenceFormat {

    static final String OBSERVATION = "assessment.observation";
    static final String FINDING = "assessment.finding";
    static final String RISK = "risk.assessed";

    @Override
    public String name() {
        return "OSCAL";
    }

    @Override
    public Set<String> endings() {
        return Set.of(".json", ".xml", ".yaml", ".yml");
    }

    @Override
    public Optional<ExportReader> open(FormatOptions options) {
        return Optional.of(new Reader());
    }

    private record Reader() implements ExportReader {

        @Override
        public Set<String> types() {
            return Set.of(OBSERVATION, FINDING, RISK);
        }

        @Override
        public String mediaType() {
            return "text/plain";
        }

        @Override
        public ExportReading begin(Rows rows) {
            return file -> {
                String name = file.document().toLowerCase(Locale.ROOT);
                OscalTaker taker = new OscalTaker(file, rows);
                if (name.endsWith(".xml")) {
                    new OscalXml(file, rows, taker).read();
                } else if (name.endsWith(".yaml") || name.endsWith(".yml")) {
                    new OscalYaml(file, rows, taker).read();
                } else {
                    new OscalJson(file, rows, taker).read();
                }
            };
        }
    }
}
