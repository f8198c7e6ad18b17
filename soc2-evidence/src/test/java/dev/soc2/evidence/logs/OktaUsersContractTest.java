package dev.soc2.evidence.logs;

import dev.soc2.evidence.importing.ImportOptions;
import dev.soc2.evidence.testkit.EvidenceFormatContract;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** The kit over two users. */
class OktaUsersContractTest extends EvidenceFormatContract {

    @Override
    protected String format() {
        return "OKTA_USERS";
    }

    @Override
    protected String fileName() {
        return "users.json";
    }

    @Override
    protected byte[] export() {
        return """
                [{"id":"00u1","status":"ACTIVE","profile":{"login":"ann@acme.test"},"factors":[{"factorType":"push","status":"ACTIVE"}]},
                {"id":"00u2","status":"SUSPENDED","profile":{"login":"ben@acme.test"}}]
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
