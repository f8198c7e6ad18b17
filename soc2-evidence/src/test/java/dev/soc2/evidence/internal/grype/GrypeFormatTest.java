package dev.soc2.evidence.internal.grype;

import dev.soc2.evidence.internal.findings.Imported;
import dev.soc2.evidence.testkit.EvidenceFormatContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

class GrypeFormatTest extends EvidenceFormatContract {

    @Override
    protected String format() {
        return "GRYPE";
    }

    @Override
    protected String fileName() {
        return "grype.json";
    }

    @Override
    protected byte[] export() {
        try {
            return Files.readAllBytes(Imported.path("defectdojo-scans/anchore_grype/fix_available.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected long rows() {
        return 1;
    }
}
