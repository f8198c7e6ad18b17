package dev.soc2.evidence.logs;

import dev.soc2.evidence.importing.ImportOptions;
import dev.soc2.evidence.testkit.EvidenceFormatContract;
import java.nio.charset.StandardCharsets;

/** The kit over one pull request. */
class GitHubContractTest extends EvidenceFormatContract {

    @Override
    protected String format() {
        return "GITHUB";
    }

    @Override
    protected String fileName() {
        return "pulls.json";
    }

    @Override
    protected byte[] export() {
        return """
                [{"id":11,"number":7,"url":"https://api.github.com/repos/acme/pay/pulls/7","user":{"login":"ann"},"created_at":"2025-01-01T09:00:00Z","merged_at":"2025-01-01T10:00:00Z","merge_commit_sha":"m1","head":{"sha":"h1"},"base":{"ref":"main"}}]
                """.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    protected long rows() {
        return 1;
    }

    @Override
    protected ImportOptions options() {
        return ImportOptions.NONE.with("holds", "PULL_REQUESTS");
    }
}
