package dev.soc2.evidence.logs;

import dev.soc2.evidence.testkit.EvidenceFormatContract;
import java.nio.charset.StandardCharsets;

/** The kit over two versions of a secret. */
class GcpSecretVersionsContractTest extends EvidenceFormatContract {

    @Override
    protected String format() {
        return "GCP_SECRET_VERSIONS";
    }

    @Override
    protected String fileName() {
        return "versions.json";
    }

    @Override
    protected byte[] export() {
        return """
                [{"name":"projects/1/secrets/s/versions/2","createTime":"2025-02-01T09:00:00Z","state":"ENABLED"},{"name":"projects/1/secrets/s/versions/1","createTime":"2025-01-01T09:00:00Z","state":"DISABLED"}]
                """.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    protected long rows() {
        return 2;
    }
}
