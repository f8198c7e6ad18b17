package dev.soc2.evidence.formats;

import dev.soc2.evidence.testkit.EvidenceFormatContract;
import java.nio.charset.StandardCharsets;

class GitLogContractTest extends EvidenceFormatContract {

    @Override
    protected String format() {
        return "GIT_LOG";
    }

    @Override
    protected String fileName() {
        return "payroll.jsonl";
    }

    @Override
    protected byte[] export() {
        String commit = "{\"hash\":\"%s\",\"author\":{\"email\":\"ann@a.example\"},"
                + "\"committer\":{\"date\":\"2025-01-01T00:00:00Z\"}}\n";
        return (commit.replace("%s", "a".repeat(40)) + commit.replace("%s", "b".repeat(40)) + "{}\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    @Override
    protected long rows() {
        return 3;
    }
}
