package dev.soc2.evidence.formats;

import dev.soc2.evidence.importing.ImportOptions;
import dev.soc2.evidence.testkit.EvidenceFormatContract;
import java.nio.charset.StandardCharsets;

class PoliciesContractTest extends EvidenceFormatContract {

    @Override
    protected String format() {
        return "POLICIES";
    }

    @Override
    protected String fileName() {
        return "access.md";
    }

    @Override
    protected ImportOptions options() {
        return ImportOptions.NONE.with("zone", "UTC");
    }

    @Override
    protected byte[] export() {
        return """
                name: Access Policy
                acronym: AP
                majorRevisions:
                  - date: Jun 1 2018
                    comment: Initial document
                ---
                # Access
                """.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    protected long rows() {
        return 1;
    }
}
