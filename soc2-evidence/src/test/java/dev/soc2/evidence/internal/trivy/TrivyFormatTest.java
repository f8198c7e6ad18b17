package dev.soc2.evidence.internal.trivy;

import dev.soc2.evidence.internal.findings.Imported;
import dev.soc2.evidence.testkit.EvidenceFormatContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

class TrivyFormatTest extends EvidenceFormatContract {

    @Override
    protected String format() {
        return "TRIVY";
    }

    @Override
    protected String fileName() {
        return "trivy.json";
    }

    @Override
    protected byte[] export() {
        try {
            return Files.readAllBytes(Imported.path("defectdojo-scans/trivy/all_statuses.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected long rows() {
        return 8;
    }
}
