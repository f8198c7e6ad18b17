package dev.soc2.evidence.internal.openvex;

import dev.soc2.evidence.internal.findings.Imported;
import dev.soc2.evidence.testkit.EvidenceFormatContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

class OpenVexFormatTest extends EvidenceFormatContract {

    @Override
    protected String format() {
        return "OPENVEX";
    }

    @Override
    protected String fileName() {
        return "vex.json";
    }

    @Override
    protected byte[] export() {
        try {
            return Files.readAllBytes(Imported.path("defectdojo-scans/openvex/openvex_many_vuln.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected long rows() {
        return 6;
    }
}
