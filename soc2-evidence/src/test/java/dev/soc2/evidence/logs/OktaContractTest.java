package dev.soc2.evidence.logs;

import dev.soc2.evidence.testkit.EvidenceFormatContract;
import java.nio.charset.StandardCharsets;

/** The kit over two events of the System Log. */
class OktaContractTest extends EvidenceFormatContract {

    @Override
    protected String format() {
        return "OKTA";
    }

    @Override
    protected String fileName() {
        return "okta.json";
    }

    @Override
    protected byte[] export() {
        return """
                [{"uuid":"u1","published":"2025-01-01T09:00:00.000Z","eventType":"user.lifecycle.create","outcome":{"result":"SUCCESS"},"actor":{"alternateId":"ann@acme.test"},"target":[{"type":"User","alternateId":"ben@acme.test"}]},
                {"uuid":"u2","published":"2025-01-01T09:05:00.000Z","eventType":"user.session.start","outcome":{"result":"FAILURE"},"actor":{"alternateId":"ben@acme.test"}}]
                """.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    protected long rows() {
        return 2;
    }
}
