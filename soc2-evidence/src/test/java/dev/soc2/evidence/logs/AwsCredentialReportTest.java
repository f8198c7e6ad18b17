package dev.soc2.evidence.logs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.evidence.importing.ImportOptions;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.Provenance;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AwsCredentialReportTest {

    private static final ImportOptions AT =
            ImportOptions.NONE.source("aws").extractedAt(Instant.parse("2025-03-01T00:00:00Z"));
    private static final String HEADER = "user,arn,user_creation_time,password_enabled,password_last_used,mfa_active,"
            + "access_key_1_active,access_key_1_last_rotated,access_key_1_last_used_date,access_key_2_active\n";
    private static final String ANN = "ann,arn:aws:iam::123456789012:user/ann,2020-01-01T00:00:00+00:00,true,"
            + "no_information,false,true,2024-06-01T02:00:00+02:00,2025-02-28T12:00:00+00:00,false";

    @TempDir
    Path folder;

    private Imported read(ImportOptions options, String text) {
        return Imported.of("AWS_CREDENTIAL_REPORT", options, folder, "report.csv", text);
    }

    @Test
    void whatAwsCannotSayIsAbsentAndTimesAreInstants() throws NoSuchAlgorithmException {
        Evidence ann = read(AT, HEADER + ANN + "\n").only("iam.account.state");

        assertThat(ann.id()).isEqualTo("arn:aws:iam::123456789012:user/ann@2025-03-01T00:00:00Z");
        assertThat(ann.subject()).isEqualTo("arn:aws:iam::123456789012:user/ann");
        assertThat(ann.observedAt()).isEqualTo(Instant.parse("2025-03-01T00:00:00Z"));
        assertThat(Imported.at(ann, "system")).isEqualTo("aws:123456789012");
        assertThat(Imported.at(ann, "mfa")).isEqualTo(false);
        assertThat(Imported.at(ann, "passwordEnabled")).isEqualTo(true);
        assertThat(Imported.at(ann, "passwordLastUsedAt")).isEqualTo("absent");
        assertThat(Imported.at(ann, "accessKey1RotatedAt")).isEqualTo("2024-06-01T00:00:00Z");
        assertThat(Imported.at(ann, "lastUsedAt")).isEqualTo("2025-02-28T12:00:00Z");
        assertThat(ann.provenance().map(Provenance::sha256))
                .contains(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(ANN.getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void whatCannotBeReadRefusesItsRow() {
        String rows = ANN.replace("2020-01-01T00:00:00+00:00", "yesterday") + "\n"
                + ANN.replace(",false,true,", ",maybe,true,") + "\n" + ANN + ",more\n" + ANN + "\n";
        Imported imported = read(AT, HEADER + rows);

        assertThat(imported.codes()).containsExactly("SOC2-E022", "SOC2-E022", "SOC2-E021");
        assertThat(imported.records()).hasSize(1);
    }

    @Test
    void aReportWithoutItsTimeOrWithoutItsColumnsIsRefused() {
        assertThat(read(ImportOptions.NONE, HEADER + ANN + "\n").codes()).containsExactly("SOC2-E029");
        assertThat(read(AT, HEADER.replace("mfa_active", "mfa") + ANN + "\n").codes())
                .containsExactly("SOC2-E025");
        assertThat(read(AT, HEADER).codes()).containsExactly("SOC2-E005");
    }
}
