package dev.soc2.evidence.formats;

import dev.soc2.evidence.testkit.EvidenceFormatContract;
import java.nio.charset.StandardCharsets;

class RegisterContractTest extends EvidenceFormatContract {

    @Override
    protected String format() {
        return "REGISTER";
    }

    @Override
    protected String fileName() {
        return "users.json";
    }

    @Override
    protected byte[] export() {
        return """
                {"asOf": "2025-01-31T04:00:00Z", "users": [
                  {"id": "ann", "status": "active", "groups": ["admins"]},
                  {"id": "bob", "status": "deactivated", "groups": []},
                  {"id": "ann", "status": "active", "groups": []}
                ]}
                """.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    protected long rows() {
        return 3;
    }
}
