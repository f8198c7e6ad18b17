package dev.soc2.evidence.internal.oscal;

import dev.soc2.evidence.testkit.EvidenceFormatContract;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Nested;

class OscalContractTest {

    private static final String JSON = """
            {"assessment-results": {"uuid": "ec0dad37-54e0-40fd-a925-6d0bdea94c0d",
             "metadata": {"title": "T", "last-modified": "2025-07-01T00:00:00Z", "version": "1", "oscal-version": "1.1.2"},
             "results": [{"uuid": "a1d20136-37e0-42aa-9834-4e9d8c36d798", "title": "R", "start": "2025-06-01T00:00:00Z",
              "end": "2025-06-02T00:00:00Z",
              "observations": [
               {"uuid": "8807eb6e-0c05-43bc-8438-799739615e34", "description": "d", "methods": ["TEST"],
                "collected": "2025-06-01T08:00:00+02:00"},
               {"uuid": "4a2fb32e-9be9-43cf-b717-e9e47de061bd", "description": "e", "methods": ["EXAMINE"],
                "collected": "2025-06-01T09:00:00+02:00"}],
              "findings": [
               {"uuid": "45d8a6c2-1368-4bad-9ba0-7141f0a32889", "title": "F", "description": "f",
                "target": {"type": "objective-id", "target-id": "ac-6.1_obj", "status": {"state": "satisfied"}}}]}]}}
            """;

    private static final String XML = """
            <?xml version="1.0" encoding="UTF-8"?>
            <assessment-results xmlns="http://csrc.nist.gov/ns/oscal/1.0" uuid="ec0dad37-54e0-40fd-a925-6d0bdea94c0d">
              <metadata><title>T</title><last-modified>2025-07-01T00:00:00Z</last-modified><version>1</version>
                <oscal-version>1.0.4</oscal-version></metadata>
              <result uuid="a1d20136-37e0-42aa-9834-4e9d8c36d798"><title>R</title><start>2025-06-01T00:00:00Z</start>
                <end>2025-06-02T00:00:00Z</end>
                <observation uuid="8807eb6e-0c05-43bc-8438-799739615e34"><description><p>d</p></description>
                  <method>TEST</method><collected>2025-06-01T08:00:00+02:00</collected></observation>
                <risk uuid="0cfa750e-3553-47ba-a7ba-cf84a884d261"><title>K</title><description><p>k</p></description>
                  <statement><p>s</p></statement><status>open</status></risk>
              </result>
            </assessment-results>
            """;

    private static final String YAML = """
            plan-of-action-and-milestones:
              uuid: 714210d2-f8df-448c-be3e-e2213816cf79
              metadata: {title: T, last-modified: "2025-07-01T00:00:00Z", version: "1", oscal-version: 1.1.2}
              risks:
                - {uuid: 0cfa750e-3553-47ba-a7ba-cf84a884d261, title: K, description: k, statement: s, status: open}
              poam-items:
                - {uuid: e174dfb9-0ae3-4a8f-8e7c-081527b84337, title: I, description: i}
            """;

    private abstract static class Contract extends EvidenceFormatContract {

        private final String name;
        private final String export;
        private final long rows;

        Contract(String name, String export, long rows) {
            this.name = name;
            this.export = export;
            this.rows = rows;
        }

        @Override
        protected String format() {
            return "OSCAL";
        }

        @Override
        protected String fileName() {
            return name;
        }

        @Override
        protected byte[] export() {
            return export.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        protected long rows() {
            return rows;
        }
    }

    @Nested
    class Json extends Contract {
        Json() {
            super("ar.json", JSON, 3);
        }
    }

    @Nested
    class Xml extends Contract {
        Xml() {
            super("ar.xml", XML, 2);
        }
    }

    @Nested
    class Yaml extends Contract {
        Yaml() {
            super("poam.yaml", YAML, 2);
        }
    }
}
