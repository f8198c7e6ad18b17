package dev.soc2.evidence.logs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.evidence.importing.ImportOptions;
import dev.soc2.model.evidence.Evidence;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The exports of a project that a bot commits. */
class GcpDataTest {

    private static final Instant READ = Instant.parse("2025-01-01T00:00:00Z");

    /** {@code jq '.bindings|length'} gives 16, {@code jq '[.bindings[].members[]]|length'} 23. */
    @Test
    void eachMemberOfEachBindingIsAMember() {
        Imported imported = Imported.of(
                "GCP_IAM_POLICY",
                ImportOptions.NONE
                        .source("k8s-infra-prow-build")
                        .extractedAt(READ)
                        .with("privileged", "roles/owner"),
                Imported.resource("k8s-infra-audit/gcp-project-iam.json"));

        assertThat(imported.receipt().read()).isEqualTo(16);
        assertThat(imported.types()).isEqualTo(Map.of("iam.role.members", 23L));
        assertThat(imported.records().stream()
                        .filter(record -> Imported.at(record, "privileged").equals(true))
                        .map(Evidence::subject))
                .containsExactly("group:k8s-infra-prow-oncall@kubernetes.io", "person-001@example.com");
        assertThat(imported.records().stream()
                        .filter(record -> Imported.at(record, "memberKind").equals("serviceAccount")))
                .hasSize(15);
    }

    /** Two versions, by hand: the first of 28 May 2020, the second of 27 September 2021. */
    @Test
    void theSecondVersionOfASecretRotatesIt() {
        Imported imported = Imported.of(
                "GCP_SECRET_VERSIONS",
                ImportOptions.NONE.source("gcp"),
                Imported.resource("k8s-infra-audit/gcp-secret-versions.json"));

        assertThat(imported.only("key.created").occurredAt()).isEqualTo(Instant.parse("2020-05-28T03:40:18.876516Z"));
        assertThat(imported.only("key.rotated").occurredAt()).isEqualTo(Instant.parse("2021-09-27T15:23:28.183094Z"));
        assertThat(imported.only("key.rotated").subject())
                .isEqualTo("projects/127754664067/secrets/slack-moderator-config");
        assertThat(Imported.at(imported.only("key.created"), "status")).isEqualTo("DISABLED");
    }
}
