package dev.soc2.evidence.logs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.evidence.importing.ImportOptions;
import dev.soc2.model.evidence.Evidence;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of the rows of logs, expected by hand. */
class LogMappingTest {

    private static final Instant NOON = Instant.parse("2025-01-01T12:00:00Z");

    @TempDir
    Path folder;

    private Imported read(String format, ImportOptions options, String text) {
        return Imported.of(format, options.source("log"), folder, "log.jsonl", text);
    }

    private Imported read(String format, String text) {
        return read(format, ImportOptions.NONE, text);
    }

    @Test
    void anEntryOfTheGitHubAuditLogKeepsItsFields() {
        Imported imported = read("GITHUB_AUDIT", """
                {"@timestamp":1735732800000,"_document_id":"d1","action":"protected_branch.destroy","actor":"ann",
                 "actor_ip":"192.0.2.1","repo":"acme/pay","name":"main","org":"acme","user":null}
                """);
        Evidence event = imported.only("audit.event");
        Evidence state = imported.only("asset.state");

        assertThat(event.id()).isEqualTo("d1");
        assertThat(event.occurredAt()).isEqualTo(NOON);
        assertThat(event.subject()).isEqualTo("acme/pay");
        assertThat(event.actor()).contains("ann");
        assertThat(Imported.at(event, "action")).isEqualTo("protected_branch.destroy");
        assertThat(Imported.at(event, "address")).isEqualTo("192.0.2.1");
        assertThat(Imported.at(event, "outcome")).as("the log does not say it").isEqualTo("absent");
        assertThat(Imported.at(event, "event", "@timestamp")).isEqualTo(1735732800000L);
        assertThat(state.subject()).isEqualTo("acme/pay:main");
        assertThat(Imported.at(state, "branchProtected")).isEqualTo(false);
    }

    @Test
    void membersOfTheGitHubAuditLogAreAccountsAndAccess() {
        assertThat(gitHub("org.add_member").types()).containsEntry("iam.account.created", 1L);
        assertThat(gitHub("org.remove_member").types()).containsEntry("iam.account.disabled", 1L);
        assertThat(Imported.at(gitHub("team.add_member").only("iam.access.granted"), "entitlement"))
                .isEqualTo("team:acme/ops");
        assertThat(gitHub("repo.remove_member").types()).containsEntry("iam.access.revoked", 1L);
        assertThat(Imported.at(gitHub("org.update_member").only("iam.access.granted"), "entitlement"))
                .isEqualTo("acme:admin");
        assertThat(gitHub("issues.opened").types()).isEqualTo(Map.of("audit.event", 1L));
    }

    private Imported gitHub(String action) {
        return read("GITHUB_AUDIT", String.format(Locale.ROOT, """
                {"created_at":1735732800000,"action":"%s","actor":"ann","user":"ben","org":"acme","team":"acme/ops",
                 "repo":"acme/pay","permission":"admin"}
                """, action));
    }

    @Test
    void timesWithoutAnOffsetWantAZoneAndRowsWithoutATimeAnOption() {
        String local = "{\"created_at\":\"2025-07-01 14:00:00.5\",\"action\":\"repo.create\",\"repo\":\"a/b\"}";
        String none = "{\"created_at\":\"redacted\",\"action\":\"repo.create\",\"repo\":\"a/b\"}";

        Imported refused = read("GITHUB_AUDIT", local + none);
        assertThat(refused.codes()).containsExactly("SOC2-E029", "SOC2-E029");
        assertThat(refused.receipt().rejected().get(0).fix()).contains("zone");
        assertThat(refused.receipt().rejected().get(1).fix()).contains("undated");

        Imported zoned = read("GITHUB_AUDIT", ImportOptions.NONE.with("zone", "Europe/Berlin"), local);
        assertThat(zoned.only("audit.event").occurredAt()).isEqualTo(Instant.parse("2025-07-01T12:00:00.5Z"));

        Imported dated =
                read("GITHUB_AUDIT", ImportOptions.NONE.extractedAt(NOON).with("undated", "EXTRACTED_AT"), none);
        assertThat(dated.only("audit.event").occurredAt()).isEqualTo(NOON);
        assertThat(Imported.at(dated.only("audit.event"), "undated")).isEqualTo(true);
    }

    @Test
    void aTimeThatNoClockOfTheZoneShowedIsRefused() {
        String gap = "{\"created_at\":\"2025-03-30 02:30:00\",\"action\":\"repo.create\",\"repo\":\"a/b\"}";

        assertThat(read("GITHUB_AUDIT", ImportOptions.NONE.with("zone", "Europe/Berlin"), gap)
                        .codes())
                .containsExactly("SOC2-E029");
    }

    @Test
    void secondsInPlaceOfMillisecondsAreRefused() {
        assertThat(read("GITHUB_AUDIT", "{\"created_at\":1735732800,\"action\":\"repo.create\"}")
                        .codes())
                .containsExactly("SOC2-E029");
    }

    @Test
    void anOktaDeactivationDisablesTheUserOnlyWhenItSucceeded() {
        String event = """
                {"uuid":"u1","published":"2025-01-01T12:00:00.000Z","eventType":"user.lifecycle.deactivate",
                 "outcome":{"result":"%s"},"actor":{"alternateId":"ann@acme.test"},
                 "client":{"ipAddress":"192.0.2.1"},
                 "target":[{"type":"AppUser","alternateId":"x"},{"type":"User","alternateId":"ben@acme.test"}]}
                """;
        Imported done = read("OKTA", String.format(Locale.ROOT, event, "SUCCESS"));
        Imported failed = read("OKTA", String.format(Locale.ROOT, event, "FAILURE"));

        assertThat(done.only("iam.account.disabled").subject()).isEqualTo("ben@acme.test");
        assertThat(done.only("iam.account.disabled").id()).isEqualTo("u1/iam.account.disabled");
        assertThat(done.only("iam.account.disabled").actor()).contains("ann@acme.test");
        assertThat(Imported.at(done.only("audit.event"), "outcome")).isEqualTo("success");
        assertThat(failed.types()).isEqualTo(Map.of("audit.event", 1L));
        assertThat(Imported.at(failed.only("audit.event"), "outcome")).isEqualTo("failure");
    }

    @Test
    void oktaEventsOutOfATableHaveTheSameFields() {
        Evidence event = read("OKTA", """
                        {"uuid":"u1","published":"2025-01-01T12:00:00Z","eventtype":"policy.evaluate_sign_on",
                         "outcome":{"result":"CHALLENGE"},"debugcontext":{"debugData":{"behaviors":"x"}},
                         "actor":{"alternateId":"ann@acme.test"}}
                        """).only("audit.event");

        assertThat(Imported.at(event, "action")).isEqualTo("policy.evaluate_sign_on");
        assertThat(Imported.at(event, "event", "eventType")).isEqualTo("policy.evaluate_sign_on");
        assertThat(Imported.at(event, "event", "debugContext"))
                .isEqualTo(Map.of("debugData", Map.of("behaviors", "x")));
        assertThat(Imported.at(event, "event", "debugcontext")).isEqualTo("absent");
        assertThat(Imported.at(event, "outcome"))
                .as("neither success nor failure")
                .isEqualTo("absent");
    }

    @Test
    void whatOktaWritesAsJsonIntoATextIsWhatItSays() {
        String event = """
                {"uuid":"u1","published":"2025-01-01T12:00:00Z","eventType":"policy.evaluate_sign_on",
                 "debugContext":{"debugData":{"logOnlySecurityData":"%s","url":"{}"}}}
                """;
        Evidence opened = read("OKTA", String.format(Locale.ROOT, event, "{\\\"risk\\\":{\\\"level\\\":\\\"LOW\\\"}}"))
                .only("audit.event");
        Evidence broken =
                read("OKTA", String.format(Locale.ROOT, event, "{\\\"risk")).only("audit.event");

        assertThat(Imported.at(opened, "event", "debugContext"))
                .isEqualTo(Map.of(
                        "debugData",
                        Map.of("logOnlySecurityData", Map.of("risk", Map.of("level", "LOW")), "url", "{}")));
        assertThat(Imported.at(broken, "event", "debugContext"))
                .isEqualTo(Map.of("debugData", Map.of("logOnlySecurityData", "{\"risk", "url", "{}")));
    }

    @Test
    void eventsOfOtherSystemsAreNoneOfOktas() {
        assertThat(read("OKTA", "{\"eventType\":\"AwsConsoleSignIn\",\"published\":\"2025-01-01T12:00:00Z\"}")
                        .codes())
                .containsExactly("SOC2-E029");
    }

    @Test
    void aUserOfOktaHasASecondFactorWhenTheExportListsAnActiveOne() {
        ImportOptions at =
                ImportOptions.NONE.extractedAt(NOON).with("system", "idp").with("human", true);
        Imported imported = read("OKTA_USERS", at, """
                {"id":"1","status":"ACTIVE","lastLogin":"2024-12-31T08:00:00.000Z","profile":{"login":"ann"},
                 "factors":[{"factorType":"push","status":"ACTIVE"},{"factorType":"sms","status":"PENDING_ACTIVATION"}]}
                {"id":"2","status":"ACTIVE","profile":{"login":"ben"},"factors":[]}
                {"id":"3","status":"ACTIVE","profile":{"login":"cem"},"factors":[{"factorType":"question","status":"ACTIVE"}]}
                {"id":"4","status":"STAGED","profile":{"login":"dee"}}
                """);

        assertThat(imported.records())
                .extracting(record -> Imported.at(record, "mfa"))
                .containsExactly(true, false, false, "absent");
        assertThat(Imported.at(imported.records().get(0), "lastUsedAt")).isEqualTo("2024-12-31T08:00:00Z");
        assertThat(Imported.at(imported.records().get(0), "human")).isEqualTo(true);
        assertThat(read("OKTA_USERS", "{\"id\":\"1\",\"profile\":{\"login\":\"ann\"}}")
                        .codes())
                .containsExactly("SOC2-E029");
    }

    @Test
    void digestsOfCloudTrailAreLeftOutAndInsightsAreAlerts() {
        Imported imported = read("CLOUDTRAIL", """
                {"awsAccountId":"1","digestStartTime":"2025-01-01T11:00:00Z","digestEndTime":"2025-01-01T12:00:00Z",
                 "logFiles":[]}
                {"Records":[{"eventVersion":"1.07","eventTime":"2025-01-01T12:00:00Z","eventType":"AwsCloudTrailInsight",
                 "eventID":"i1","sharedEventID":"s1","eventCategory":"Insight","insightDetails":{"state":"Start",
                 "eventSource":"iam.amazonaws.com","eventName":"CreateUser","insightType":"ApiCallRateInsight"}}]}
                """);

        assertThat(imported.receipt().outOfScope()).isEqualTo(1);
        assertThat(imported.only("alert.raised").subject()).isEqualTo("s1");
        assertThat(Imported.at(imported.only("alert.raised"), "rule")).isEqualTo("ApiCallRateInsight");
    }

    @Test
    void anActivityOfGoogleWorkspaceIsARecordForEachOfItsEvents() {
        Imported imported = read("GOOGLE_WORKSPACE", """
                {"kind":"admin#reports#activities","items":[{"id":{"time":"2025-01-01T12:00:00.000Z",
                 "uniqueQualifier":"-5","applicationName":"admin"},"actor":{"email":"ann@acme.test"},"events":[
                 {"type":"USER_SETTINGS","name":"SUSPEND_USER","parameters":[{"name":"USER_EMAIL","value":"ben@acme.test"}]},
                 {"type":"X","name":"CHANGE_LIMIT","parameters":[{"name":"LIMIT","intValue":"5"},{"name":"ON","boolValue":true},
                  {"name":"SCOPES","multiValue":["a","b"]}]}]}]}
                """);
        Evidence second = imported.records().get(2);

        assertThat(imported.types()).isEqualTo(Map.of("audit.event", 2L, "iam.account.disabled", 1L));
        assertThat(imported.only("iam.account.disabled").subject()).isEqualTo("ben@acme.test");
        assertThat(second.id()).isEqualTo("admin:2025-01-01T12:00:00.000Z:-5/2");
        assertThat(Imported.at(second, "event", "parameters"))
                .isEqualTo(Map.of("LIMIT", "5", "ON", true, "SCOPES", List.of("a", "b")));
    }

    @Test
    void aFindingOfGuardDutyIsAnAlertInEachOfItsForms() {
        String plain = """
                {"id":"f1","type":"Recon:EC2/PortProbe","createdAt":"2025-01-01T12:00:00Z",
                 "updatedAt":"2025-01-02T12:00:00Z","severity":7.5}
                """;
        String api = """
                {"Findings":[{"Id":"f1","Type":"Recon:EC2/PortProbe","CreatedAt":"2025-01-01T12:00:00Z",
                 "UpdatedAt":"2025-01-02T12:00:00Z","Severity":7.5}]}
                """;
        for (String text : List.of(plain, "{\"detail-type\":\"GuardDuty Finding\",\"detail\":" + plain + "}", api)) {
            Evidence alert = read("GUARDDUTY", text).only("alert.raised");

            assertThat(alert.id()).isEqualTo("f1@2025-01-02T12:00:00Z");
            assertThat(alert.subject()).isEqualTo("f1");
            assertThat(alert.occurredAt()).isEqualTo(NOON);
            assertThat(alert.observedAt()).isEqualTo(Instant.parse("2025-01-02T12:00:00Z"));
            assertThat(Imported.at(alert, "severity")).isEqualTo("HIGH");
            assertThat(Imported.at(alert, "rule")).isEqualTo("Recon:EC2/PortProbe");
        }
    }

    @Test
    void aPolicyInsideAResourceIsListedByItsStatements() {
        Evidence bucket = read(
                        "AWS_RESOURCE",
                        ImportOptions.NONE.extractedAt(NOON).with("resourceType", "AWS::S3::Bucket"),
                        """
                        {"Name":"b","Policy":"{\\"Statement\\":{\\"Effect\\":\\"Allow\\",\\"Principal\\":{\\"AWS\\":\\"*\\"},\\"Action\\":\\"s3:*\\",\\"Condition\\":{\\"StringEquals\\":{\\"aws:SourceArn\\":\\"x\\"}}}}"}
                        """)
                .only("asset.state");

        assertThat(bucket.subject()).isEqualTo("b");
        assertThat(Imported.at(bucket, "statements"))
                .isEqualTo(List.of(Map.of(
                        "effect", "Allow",
                        "actions", List.of("s3:*"),
                        "notActions", List.of(),
                        "resources", List.of(),
                        "principals", List.of("*"),
                        "notPrincipals", List.of(),
                        "services", List.of(),
                        "condition", Map.of("StringEquals", Map.of("aws:SourceArn", "x")),
                        "conditionKeys", List.of("aws:sourcearn"))));
    }

    @Test
    void anItemOfAwsConfigSaysItselfWhenAndWhatItIs() {
        Imported imported = read("AWS_RESOURCE", """
                {"configurationItems":[{"configurationItemCaptureTime":"2025-01-01T12:00:00Z","resourceType":
                 "AWS::IAM::User","ARN":"arn:aws:iam::1:user/ann","awsAccountId":"1","configuration":{"userName":"ann"}}]}
                """);
        Evidence state = imported.only("asset.state");

        assertThat(state.id()).isEqualTo("AWS::IAM::User:arn:aws:iam::1:user/ann@2025-01-01T12:00:00Z");
        assertThat(Imported.at(state, "kind")).isEqualTo("AWS::IAM::User");
        assertThat(Imported.at(state, "configuration", "userName")).isEqualTo("ann");
        assertThat(Imported.at(state, "account")).isEqualTo("1");
    }

    @Test
    void aNumberThatNoRecordCanHoldRefusesItsRow() {
        Imported imported = read(
                "GITHUB_AUDIT",
                "{\"created_at\":1735732800000,\"action\":\"repo.create\",\"x\":1" + "0".repeat(5000) + "}"
                        + "{\"created_at\":1735732800000,\"action\":\"repo.create\"}");

        assertThat(imported.types()).isEqualTo(Map.of("audit.event", 1L));
        assertThat(imported.receipt().rejectedCount()).isEqualTo(1);
    }
}
