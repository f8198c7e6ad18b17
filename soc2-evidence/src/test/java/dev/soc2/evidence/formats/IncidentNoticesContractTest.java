package dev.soc2.evidence.formats;

import dev.soc2.evidence.testkit.EvidenceFormatContract;
import java.nio.charset.StandardCharsets;

class IncidentNoticesContractTest extends EvidenceFormatContract {

    @Override
    protected String format() {
        return "INCIDENT_NOTICES";
    }

    @Override
    protected String fileName() {
        return "2023-01-24-ci-down.md";
    }

    @Override
    protected byte[] export() {
        return """
                ---
                title: Outage on ci.example
                date: 2023-01-24T10:00:00Z
                resolved: true
                resolvedWhen: 2023-01-24T11:00:00Z
                severity: down
                affected:
                  - ci.example
                ---

                It was down.
                """.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    protected long rows() {
        return 1;
    }
}
