package dev.soc2.evidence.internal.xccdf;

import dev.soc2.evidence.testkit.EvidenceFormatContract;
import java.nio.charset.StandardCharsets;

class XccdfContractTest extends EvidenceFormatContract {

    @Override
    protected String format() {
        return "XCCDF";
    }

    @Override
    protected String fileName() {
        return "results.xml";
    }

    @Override
    protected byte[] export() {
        return """
        <?xml version="1.0" encoding="UTF-8"?>
        <TestResult xmlns="http://checklists.nist.gov/xccdf/1.2" id="t" end-time="2025-06-08T02:54:51+00:00">
          <target>db-1.example</target>
          <rule-result idref="r1" time="2025-06-08T02:35:55+00:00"><result>pass</result></rule-result>
          <rule-result idref="r2"><result>fail</result></rule-result>
        </TestResult>
        """.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    protected long rows() {
        return 2;
    }
}
