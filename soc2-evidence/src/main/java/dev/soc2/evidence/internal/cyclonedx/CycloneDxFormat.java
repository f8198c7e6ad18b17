package dev.soc2.evidence.internal.cyclonedx;

import dev.soc2.evidence.format.EvidenceFormat;
import dev.soc2.evidence.format.ExportFile;
import dev.soc2.evidence.format.ExportReader;
import dev.soc2.evidence.format.ExportReading;
import dev.soc2.evidence.format.FormatOptions;
import dev.soc2.evidence.format.Rows;
import dev.soc2.evidence.internal.findings.Found;
import dev.soc2.evidence.internal.findings.JsonFormat;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;

/**
 * CycloneDX documents in JSON or XML, version 1.4 and later. One that lists no vulnerabilities has no rows and proves
 * nothing.
 */
public final class CycloneDxFormat implements EvidenceFormat {

    private static final String NAME = "CYCLONEDX";
    private static final Set<String> ENDINGS = Set.of(".json", ".xml", ".cdx");
    private static final Set<String> TYPES = Set.of(Found.TYPE, Found.ASSESSED);

    private final JsonFormat json =
            new JsonFormat(NAME, ENDINGS, TYPES, Set.of(), Set.of("vulnerabilities"), true, options -> BomJson::begin);

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> endings() {
        return ENDINGS;
    }

    @Override
    public Optional<ExportReader> open(FormatOptions options) {
        return Optional.of(new ExportReader() {
            @Override
            public Set<String> types() {
                return TYPES;
            }

            @Override
            public Set<String> wholeOf() {
                return Set.of();
            }

            @Override
            public String mediaType() {
                return "text/plain";
            }

            @Override
            public ExportReading begin(Rows rows) {
                return file -> read(file, rows);
            }
        });
    }

    private void read(ExportFile file, Rows rows) throws IOException {
        if (isXml(file)) {
            new BomXml(file, rows).read();
        } else {
            json.read(file, BomJson::begin, rows);
        }
    }

    /** XML begins with an angle bracket, whatever the file is called; a mark before it is for its reader to judge. */
    private static boolean isXml(ExportFile file) throws IOException {
        try (InputStream in = file.content()) {
            byte[] head = in.readNBytes(1_024);
            for (byte each : head) {
                if (each == '<') {
                    return true;
                }
                if (each == '{' || each == '[') {
                    return false;
                }
            }
            return false;
        }
    }
}
