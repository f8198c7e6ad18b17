package dev.soc2.evidence.logs;

import dev.soc2.evidence.testkit.EvidenceFormatContract;
import java.nio.charset.StandardCharsets;

/** The kit over three entries of an audit log. */
class GitHubAuditContractTest extends EvidenceFormatContract {

    @Override
    protected String format() {
        return "GITHUB_AUDIT";
    }

    @Override
    protected String fileName() {
        return "audit.json";
    }

    @Override
    protected byte[] export() {
        return """
                {"@timestamp":1735722000000,"_document_id":"a1","action":"org.add_member","actor":"ann","org":"acme","user":"ben"}
                {"@timestamp":1735722060000,"_document_id":"a2","action":"repo.access","actor":"ann","repo":"acme/pay","visibility":"private"}
                {"@timestamp":1735722120000,"action":"git.clone","actor":"ben","repo":"acme/pay"}
                """.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    protected long rows() {
        return 3;
    }
}
