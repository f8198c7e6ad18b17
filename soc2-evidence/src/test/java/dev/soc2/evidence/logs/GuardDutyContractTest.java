package dev.soc2.evidence.logs;

import dev.soc2.evidence.testkit.EvidenceFormatContract;
import java.nio.charset.StandardCharsets;

/** The kit over one finding. */
class GuardDutyContractTest extends EvidenceFormatContract {

    @Override
    protected String format() {
        return "GUARDDUTY";
    }

    @Override
    protected String fileName() {
        return "findings.jsonl";
    }

    @Override
    protected byte[] export() {
        return """
                {"id":"f1","type":"Recon:EC2/PortProbe","createdAt":"2025-01-01T09:00:00Z","updatedAt":"2025-01-01T09:30:00Z","severity":2,"title":"A port is probed"}
                """.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    protected long rows() {
        return 1;
    }
}
