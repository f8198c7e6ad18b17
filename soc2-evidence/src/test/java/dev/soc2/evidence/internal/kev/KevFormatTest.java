package dev.soc2.evidence.internal.kev;

import dev.soc2.evidence.testkit.EvidenceFormatContract;
import java.nio.charset.StandardCharsets;

class KevFormatTest extends EvidenceFormatContract {

    @Override
    protected String format() {
        return "KEV";
    }

    @Override
    protected String fileName() {
        return "kev.json";
    }

    @Override
    protected byte[] export() {
        return """
                {"title": "Catalog", "catalogVersion": "2025.01.02", "dateReleased": "2025-01-02T10:00:00.0000Z",
                 "vulnerabilities": [
                  {"cveID": "CVE-2025-1", "dateAdded": "2025-01-01", "dueDate": "2025-01-22"},
                  {"cveID": "CVE-2025-2", "dateAdded": "2025-01-02", "dueDate": "2025-01-23"}]}
                """.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    protected long rows() {
        return 2;
    }
}
