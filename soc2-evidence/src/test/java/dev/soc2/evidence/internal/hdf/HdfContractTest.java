package dev.soc2.evidence.internal.hdf;

import dev.soc2.evidence.testkit.EvidenceFormatContract;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Nested;

class HdfContractTest {

    @Nested
    class Report extends EvidenceFormatContract {

        @Override
        protected String format() {
            return "HDF";
        }

        @Override
        protected String fileName() {
            return "report.json";
        }

        @Override
        protected byte[] export() {
            return """
            {"platform": {"name": "redhat", "target_id": "h1"}, "version": "5", "profiles": [{"name": "p", "controls": [
             {"id": "c1", "impact": 0.5, "tags": {}, "results": [{"status": "passed", "start_time": "2025-06-08T02:00:00Z"}]},
             {"id": "c2", "impact": 0.5, "tags": {}, "results": [{"status": "failed", "start_time": "2025-06-08T02:00:00Z"}],
              "attestation_data": {"status": "passed", "updated": "2025-06-09T00:00:00Z", "frequency": "monthly"}}]}]}
            """.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        protected long rows() {
            return 2;
        }
    }

    @Nested
    class Attestations extends EvidenceFormatContract {

        @Override
        protected String format() {
            return "HDF";
        }

        @Override
        protected String fileName() {
            return "attestations.json";
        }

        @Override
        protected byte[] export() {
            return """
            [{"control_id": "c1", "status": "passed", "updated": "2025-06-09T00:00:00Z", "frequency": "monthly"},
             {"control_id": "c2", "status": "failed", "updated": "2025-06-09T00:00:00Z", "frequency": "monthly"}]
            """.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        protected long rows() {
            return 2;
        }
    }
}
