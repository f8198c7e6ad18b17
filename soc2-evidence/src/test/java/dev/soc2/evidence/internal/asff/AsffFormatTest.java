package dev.soc2.evidence.internal.asff;

import dev.soc2.evidence.internal.findings.Imported;
import dev.soc2.evidence.testkit.EvidenceFormatContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

class AsffFormatTest extends EvidenceFormatContract {

    @Override
    protected String format() {
        return "ASFF";
    }

    @Override
    protected String fileName() {
        return "findings.json";
    }

    @Override
    protected byte[] export() {
        try {
            return Files.readAllBytes(Imported.path("defectdojo-scans/awssecurityhub/inspector_ecr.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected long rows() {
        return 7;
    }
}
