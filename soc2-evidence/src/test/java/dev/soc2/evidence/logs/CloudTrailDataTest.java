package dev.soc2.evidence.logs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.evidence.importing.ImportOptions;
import dev.soc2.model.evidence.Evidence;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The 28 log files of a staged attack. */
class CloudTrailDataTest {

    private static final Path FILES = Imported.resource("aws-cloudtrail-invictus/CloudTrail");
    private static final ImportOptions AWS = ImportOptions.NONE.source("aws");

    /**
     * {@code jq -s '[.[].Records|length]|add' *.json} gives 1233; with {@code select((.errorCode//.errorMessage)==null and
     * .eventSource=="iam.amazonaws.com")} two calls DeleteUser, two DeleteAccessKey, one DetachUserPolicy and one
     * DeleteLoginProfile.
     */
    @Test
    void everyEventIsAnAuditEventAndWhatChangedAccessIsMore() {
        Imported imported = Imported.of("CLOUDTRAIL", AWS, FILES);

        assertThat(imported.receipt().read()).isEqualTo(1233);
        assertThat(imported.receipt().rejectedCount()).isZero();
        assertThat(imported.types())
                .isEqualTo(Map.of(
                        "audit.event", 1233L, "iam.account.disabled", 2L, "iam.access.revoked", 2L, "key.retired", 2L));
    }

    /** {@code jq '.Records[]|select(.errorCode)' | jq -s length} gives 136, the others and the one sign-in succeeded. */
    @Test
    void theOutcomeIsFailureWhereThereIsAnError() {
        Imported imported = Imported.of("CLOUDTRAIL", AWS, FILES);

        assertThat(imported.records().stream().filter(record -> "failure".equals(Imported.at(record, "outcome"))))
                .hasSize(136);
        assertThat(imported.records().stream().filter(record -> "success".equals(Imported.at(record, "outcome"))))
                .hasSize(1097);
    }

    /** By hand from the event 0bb0dbe3-f64f-461a-aa94-bde583ff90b6. */
    @Test
    void aDeletedUserIsADisabledAccount() {
        Evidence disabled = Imported.of("CLOUDTRAIL", AWS, FILES).records().stream()
                .filter(record -> record.id().equals("0bb0dbe3-f64f-461a-aa94-bde583ff90b6/iam.account.disabled"))
                .findFirst()
                .orElseThrow();

        assertThat(disabled.subject()).isEqualTo("malicious-iam-user");
        assertThat(disabled.occurredAt()).isEqualTo(Instant.parse("2023-07-10T12:28:24Z"));
        assertThat(disabled.observedAt()).isEqualTo(Instant.parse("2023-07-10T12:30:00Z"));
        assertThat(disabled.actor()).contains("arn:aws:iam::123837392027:user/bert-jan");
        assertThat(Imported.at(disabled, "system")).isEqualTo("aws:123837392027");
    }

    @Test
    void packedFilesGiveTheSameRecords(@TempDir Path folder) throws IOException {
        try (Stream<Path> files = Files.list(FILES)) {
            for (Path file : files.toList()) {
                Path packed = folder.resolve(file.getFileName() + ".gz");
                try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
                    Files.copy(file, out);
                }
            }
        }

        assertThat(ids(Imported.of("CLOUDTRAIL", AWS, folder))).isEqualTo(ids(Imported.of("CLOUDTRAIL", AWS, FILES)));
    }

    private static List<String> ids(Imported imported) {
        return imported.records().stream()
                .map(record ->
                        record.id() + " " + record.provenance().orElseThrow().sha256() + " " + record.observedAt())
                .toList();
    }
}
