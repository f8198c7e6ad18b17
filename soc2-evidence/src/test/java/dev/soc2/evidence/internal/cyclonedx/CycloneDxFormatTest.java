package dev.soc2.evidence.internal.cyclonedx;

import dev.soc2.evidence.internal.findings.Imported;
import dev.soc2.evidence.testkit.EvidenceFormatContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

class CycloneDxFormatTest extends EvidenceFormatContract {

    @Override
    protected String format() {
        return "CYCLONEDX";
    }

    @Override
    protected String fileName() {
        return "bom.json";
    }

    @Override
    protected byte[] export() {
        try {
            return Files.readAllBytes(Imported.path("cyclonedx-bom-examples/VEX/Use-Cases/Case-11/vex.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected long rows() {
        return 19;
    }
}
