package dev.soc2.evidence.internal.sarif;

import dev.soc2.evidence.internal.findings.Imported;
import dev.soc2.evidence.testkit.EvidenceFormatContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

class SarifFormatTest extends EvidenceFormatContract {

    @Override
    protected String format() {
        return "SARIF";
    }

    @Override
    protected String fileName() {
        return "log.sarif";
    }

    @Override
    protected byte[] export() {
        try {
            return Files.readAllBytes(Imported.path("defectdojo-scans/sarif/appendix_k.sarif"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected long rows() {
        return 1;
    }
}
