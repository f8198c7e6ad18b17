package dev.soc2.evidence.logs;

import dev.soc2.evidence.testkit.EvidenceFormatContract;
import java.nio.charset.StandardCharsets;

/** The kit over a log file with two events. */
class CloudTrailContractTest extends EvidenceFormatContract {

    @Override
    protected String format() {
        return "CLOUDTRAIL";
    }

    @Override
    protected String fileName() {
        return "trail.json";
    }

    @Override
    protected byte[] export() {
        return """
                {"Records":[{"eventID":"e1","eventTime":"2025-01-01T09:00:00Z","eventSource":"iam.amazonaws.com","eventName":"CreateUser","eventType":"AwsApiCall","userIdentity":{"arn":"arn:aws:iam::1:user/ann"},"requestParameters":{"userName":"ben"},"recipientAccountId":"1"},
                {"eventID":"e2","eventTime":"2025-01-01T09:01:00Z","eventSource":"s3.amazonaws.com","eventName":"ListBuckets","eventType":"AwsApiCall","errorCode":"AccessDenied"}]}
                """.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    protected long rows() {
        return 2;
    }
}
