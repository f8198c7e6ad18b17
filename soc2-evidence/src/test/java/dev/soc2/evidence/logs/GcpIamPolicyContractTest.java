package dev.soc2.evidence.logs;

import dev.soc2.evidence.importing.ImportOptions;
import dev.soc2.evidence.testkit.EvidenceFormatContract;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** The kit over a policy with two bindings. */
class GcpIamPolicyContractTest extends EvidenceFormatContract {

    @Override
    protected String format() {
        return "GCP_IAM_POLICY";
    }

    @Override
    protected String fileName() {
        return "policy.json";
    }

    @Override
    protected byte[] export() {
        return """
                {"bindings":[{"role":"roles/owner","members":["user:ann@acme.test","group:ops@acme.test"]},{"role":"roles/viewer","members":["user:ben@acme.test"]}],"etag":"x"}
                """.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    protected long rows() {
        return 2;
    }

    @Override
    protected ImportOptions options() {
        return ImportOptions.NONE.extractedAt(Instant.parse("2025-03-01T00:00:00Z"));
    }
}
