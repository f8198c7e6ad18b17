package dev.soc2.evidence.logs;

import dev.soc2.evidence.testkit.EvidenceFormatContract;
import java.nio.charset.StandardCharsets;

/** The kit over two activities. */
class GoogleWorkspaceContractTest extends EvidenceFormatContract {

    @Override
    protected String format() {
        return "GOOGLE_WORKSPACE";
    }

    @Override
    protected String fileName() {
        return "activities.json";
    }

    @Override
    protected byte[] export() {
        return """
                {"kind":"admin#reports#activities","items":[{"id":{"time":"2025-01-01T09:00:00.000Z","uniqueQualifier":"-1","applicationName":"admin"},"actor":{"email":"ann@acme.test"},"events":[{"type":"USER_SETTINGS","name":"CREATE_USER","parameters":[{"name":"USER_EMAIL","value":"ben@acme.test"}]}]},
                {"id":{"time":"2025-01-01T09:01:00.000Z","uniqueQualifier":"-2","applicationName":"login"},"actor":{"email":"ben@acme.test"},"events":[{"type":"login","name":"login_failure"}]}]}
                """.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    protected long rows() {
        return 2;
    }
}
