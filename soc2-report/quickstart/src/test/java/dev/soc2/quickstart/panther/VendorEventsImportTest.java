package dev.soc2.quickstart.panther;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.evidence.InMemoryEvidence;
import dev.soc2.evidence.importing.ImportOptions;
import dev.soc2.model.evidence.EvidenceTypes;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every event of the vendor's files is imported by itself. The files hold events of other systems too, where one rule of
 * the vendor's reads several; those are refused when they have not the shape.
 */
class VendorEventsImportTest {

    private static final ImportOptions OPTIONS = ImportOptions.NONE
            .source("vendor")
            .extractedAt(Instant.parse("2026-07-01T00:00:00Z"))
            .with("zone", "UTC")
            .with("undated", "EXTRACTED_AT");

    /**
     * Counted by {@code wc -l} and by jq over {@code .payload}, the refused ones by
     *
     * <ul>
     *   <li>CloudTrail: {@code select((.eventName|type)!="string" and .insightDetails==null)}
     *   <li>GitHub: {@code select((.action|type)!="string")}
     *   <li>Okta: {@code select(((.eventType//.eventtype//"")|test("^[a-z][A-Za-z0-9_]*(\\.[A-Za-z0-9_]+)+$"))|not)}
     *   <li>GSuite: {@code select((.id|type)!="object" or ((.name|type)!="string" and .events==null))}
     * </ul>
     */
    @ParameterizedTest
    @CsvSource({
        "AWS.CloudTrail, CLOUDTRAIL, 546, 82",
        "GitHub.Audit, GITHUB_AUDIT, 125, 12",
        "Okta.SystemLog, OKTA, 143, 58",
        "GSuite.ActivityEvent, GOOGLE_WORKSPACE, 216, 60",
        "AWS.GuardDuty, GUARDDUTY, 8, 0",
        "AWS.PasswordPolicy, AWS_RESOURCE, 12, 0",
        "AWS.IAM.RootUser, AWS_RESOURCE, 22, 0",
        "AWS.IAM.User, AWS_RESOURCE, 50, 0",
        "AWS.RDS.Instance, AWS_RESOURCE, 18, 0",
        "AWS.S3.Bucket, AWS_RESOURCE, 45, 0"
    })
    void everyEventIsTakenOrRefused(String logType, String format, int lines, int refused, @TempDir Path folder) {
        ImportOptions options = format.equals("AWS_RESOURCE") ? resources(logType) : OPTIONS;
        List<LabelledEvent> events = LabelledEvent.of(logType);
        int taken = 0;
        int rejected = 0;
        for (LabelledEvent event : events) {
            InMemoryEvidence evidence = event.imported(format, options, folder);
            assertThat(evidence.receipts().get(0).read()).isEqualTo(1);
            rejected += (int) evidence.receipts().get(0).rejectedCount();
            taken += evidence.records().stream()
                            .anyMatch(record -> !record.type().equals(EvidenceTypes.POPULATION))
                    ? 1
                    : 0;
        }

        assertThat(events).hasSize(lines);
        assertThat(rejected).isEqualTo(refused);
        assertThat(taken).isEqualTo(lines - refused);
    }

    private static ImportOptions resources(String kind) {
        return ImportOptions.NONE
                .source("vendor")
                .extractedAt(Instant.parse("2026-07-01T00:00:00Z"))
                .with("resourceType", kind);
    }
}
