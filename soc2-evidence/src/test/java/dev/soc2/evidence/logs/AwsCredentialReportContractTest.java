package dev.soc2.evidence.logs;

import dev.soc2.evidence.importing.ImportOptions;
import dev.soc2.evidence.testkit.EvidenceFormatContract;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** The kit over a report of two users. */
class AwsCredentialReportContractTest extends EvidenceFormatContract {

    @Override
    protected String format() {
        return "AWS_CREDENTIAL_REPORT";
    }

    @Override
    protected String fileName() {
        return "report.csv";
    }

    @Override
    protected byte[] export() {
        return """
                user,arn,user_creation_time,password_enabled,password_last_used,password_last_changed,password_next_rotation,mfa_active,access_key_1_active,access_key_1_last_rotated,access_key_1_last_used_date,access_key_1_last_used_region,access_key_1_last_used_service,access_key_2_active,access_key_2_last_rotated,access_key_2_last_used_date,access_key_2_last_used_region,access_key_2_last_used_service,cert_1_active,cert_1_last_rotated,cert_2_active,cert_2_last_rotated
                <root_account>,arn:aws:iam::123456789012:root,2019-01-01T00:00:00+00:00,not_supported,2025-02-01T08:00:00+00:00,not_supported,not_supported,true,false,N/A,N/A,N/A,N/A,false,N/A,N/A,N/A,N/A,false,N/A,false,N/A
                ann,arn:aws:iam::123456789012:user/ann,2020-01-01T00:00:00+00:00,true,no_information,2024-12-01T00:00:00+00:00,N/A,false,true,2024-06-01T00:00:00+00:00,2025-02-28T12:00:00+00:00,us-east-1,s3,false,N/A,N/A,N/A,N/A,false,N/A,false,N/A
                """.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    protected long rows() {
        return 2;
    }

    @Override
    protected ImportOptions options() {
        return ImportOptions.NONE.extractedAt(Instant.parse("2025-03-01T00:00:00Z"));
    }
}
