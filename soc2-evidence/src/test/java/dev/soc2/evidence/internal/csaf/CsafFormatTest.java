package dev.soc2.evidence.internal.csaf;

import dev.soc2.evidence.internal.findings.Imported;
import dev.soc2.evidence.testkit.EvidenceFormatContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

class CsafFormatTest extends EvidenceFormatContract {

    @Override
    protected String format() {
        return "CSAF";
    }

    @Override
    protected String fileName() {
        return "advisory.json";
    }

    @Override
    protected byte[] export() {
        try {
            return Files.readAllBytes(Imported.path("defectdojo-scans/csaf/csaf_many_vuln.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected long rows() {
        return 2;
    }
}
