package dev.soc2.evidence.logs;

import dev.soc2.evidence.testkit.EvidenceFormatContract;
import java.nio.charset.StandardCharsets;

/** The kit over a snapshot of two resources. */
class AwsResourceContractTest extends EvidenceFormatContract {

    @Override
    protected String format() {
        return "AWS_RESOURCE";
    }

    @Override
    protected String fileName() {
        return "config.json";
    }

    @Override
    protected byte[] export() {
        return """
                {"configurationItems":[{"configurationItemCaptureTime":"2025-01-01T09:00:00Z","resourceType":"AWS::S3::Bucket","ARN":"arn:aws:s3:::a","configuration":{"name":"a"}},
                {"configurationItemCaptureTime":"2025-01-01T09:00:01Z","resourceType":"AWS::S3::Bucket","ARN":"arn:aws:s3:::b","configurationItemStatus":"ResourceDeleted"}]}
                """.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    protected long rows() {
        return 2;
    }
}
