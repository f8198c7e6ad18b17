package dev.soc2.evidence.internal.ocsf;

import dev.soc2.evidence.internal.findings.Imported;
import dev.soc2.evidence.testkit.EvidenceFormatContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

class OcsfFormatTest extends EvidenceFormatContract {

    @Override
    protected String format() {
        return "OCSF";
    }

    @Override
    protected String fileName() {
        return "prowler.ocsf.json";
    }

    @Override
    protected byte[] export() {
        try {
            return Files.readAllBytes(Imported.path("prowler/example_output_aws.ocsf.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected long rows() {
        return 5;
    }
}
