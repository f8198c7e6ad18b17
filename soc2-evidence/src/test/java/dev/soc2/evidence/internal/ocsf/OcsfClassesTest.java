package dev.soc2.evidence.internal.ocsf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.evidence.importing.ImportOptions;
import dev.soc2.evidence.internal.findings.Imported;
import dev.soc2.model.evidence.Evidence;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One event of each class, written by hand after the schema. 1735689600000 ms are 2025-01-01T00:00:00Z. */
class OcsfClassesTest {

    private static final ImportOptions LAKE = ImportOptions.NONE.source("lake");

    @TempDir
    Path folder;

    private Imported read(String text) {
        return Imported.text("OCSF", LAKE, folder, text.replace('\'', '"'));
    }

    /** Imports an event with a class, a time, a name and more fields. */
    private Evidence one(int classUid, String fields) {
        return event(classUid, fields).only();
    }

    private Imported event(int classUid, String fields) {
        return read("{'class_uid': " + classUid
                + ", 'time': 1735689600000, 'metadata': {'uid': 'e1', 'version': '1.1.0'}, " + fields + "}");
    }

    private static final Instant NEW_YEAR = Instant.parse("2025-01-01T00:00:00Z");

    @Test
    void complianceFindingIsTheStateOfEachResource() {
        Imported read = event(
                2003,
                "'severity_id': 4, 'finding_info': {'uid': 'f1', 'title': 'S3 is private', 'first_seen_time':"
                        + " 1704067200000}, 'compliance': {'control': 'S3.2', 'standards': ['fsbp'], 'requirements': ['NIST"
                        + " AC-3'], 'status_id': 1, 'status': 'Pass'}, 'resources': [{'uid': 'arn:a', 'type': 'Bucket'},"
                        + " {'name': 'b'}]");

        assertThat(read.rows()).containsExactly(1L, 1L, 0L, 0L);
        assertThat(read.records()).extracting(Evidence::subject).containsExactly("arn:a", "b");
        assertThat(read.records()).allSatisfy(record -> {
            assertThat(record.type()).isEqualTo("asset.state");
            // The state is that of today, also when the finding is a year old.
            assertThat(record.occurredAt()).isEqualTo(NEW_YEAR);
            assertThat(Imported.plain(record))
                    .containsEntry("check", "S3.2")
                    .containsEntry("status", "PASS")
                    .containsEntry("compliant", true)
                    .containsEntry("severity", "HIGH")
                    .containsEntry("requirements", List.of("NIST AC-3"))
                    .containsEntry("firstSeenAt", "2024-01-01T00:00:00Z");
        });
    }

    @Test
    void noStatusIsNoVerdict() {
        Evidence silent = one(2003, "'compliance': {'control': 'C', 'status_id': 0}, 'resources': [{'uid': 'a'}]");
        Evidence warned = one(2003, "'compliance': {'control': 'C', 'status_id': 2}, 'resources': [{'uid': 'a'}]");
        Evidence torn = one(
                2003,
                "'status_code': 'FAIL', 'compliance': {'control': 'C', 'status_id': 1}, 'resources': [{'uid': 'a'}]");

        assertThat(Imported.plain(silent)).doesNotContainKeys("status", "compliant");
        assertThat(Imported.plain(warned)).containsEntry("status", "WARNING").doesNotContainKey("compliant");
        assertThat(Imported.plain(torn)).containsEntry("status", "UNKNOWN").doesNotContainKey("compliant");
    }

    @Test
    void detectionWithoutACheckStatusIsAnAlert() {
        Evidence alert = one(
                2004,
                "'severity_id': 5, 'status_code': '200', 'finding_info': {'uid': 'gd-1', 'title': 'Crypto', 'created_time':"
                        + " 1735603200000, 'analytic': {'name': 'R7'}}, 'resources': [{'uid': 'i-1'}]");

        assertThat(alert.type()).isEqualTo("alert.raised");
        assertThat(alert.subject()).isEqualTo("gd-1");
        assertThat(alert.occurredAt()).isEqualTo("2024-12-31T00:00:00Z");
        assertThat(alert.observedAt()).isEqualTo(NEW_YEAR);
        assertThat(Imported.plain(alert))
                .containsEntry("severity", "CRITICAL")
                .containsEntry("rule", "R7")
                .containsEntry("asset", "i-1")
                .doesNotContainKey("status");
    }

    @Test
    void vulnerabilityFindingIsOneRecordForEachPackageAndResource() {
        Imported read = event(
                2002,
                "'finding_info': {'uid': 'v1', 'first_seen_time_dt': '2024-12-30T01:00:00+01:00'}, 'resources': [{'uid':"
                        + " 'i-1'}, {'uid': 'i-2'}], 'vulnerabilities': [{'cve': {'uid': 'CVE-2024-1'}, 'severity': 'High',"
                        + " 'affected_packages': [{'name': 'ssl', 'version': '1.0', 'fixed_in_version': '1.1', 'purl':"
                        + " 'pkg:deb/ssl@1.0'}, {'name': 'tls', 'version': '2'}]}, {'cve': {'uid': 'CVE-2024-2'}}]");

        // 2 resources x (2 packages of the first + the second vulnerability itself) = 6
        assertThat(read.counts()).isEqualTo(Map.of("vuln.found", 6L));
        assertThat(read.counts("vulnerability")).isEqualTo(Map.of("CVE-2024-1", 4L, "CVE-2024-2", 2L));
        assertThat(read.records().get(0).occurredAt()).isEqualTo("2024-12-30T00:00:00Z");
        assertThat(Imported.plain(read.records().get(0)))
                .containsEntry("severity", "HIGH")
                .containsEntry("component", "ssl")
                .containsEntry("installedVersion", "1.0")
                .containsEntry("fixedVersion", "1.1")
                .containsEntry("purl", "pkg:deb/ssl@1.0");
    }

    @Test
    void incidentIsDetectedWhenItBegan() {
        Evidence incident = one(
                2005,
                "'activity_id': 1, 'activity_name': 'Create', 'severity_id': 3, 'status_id': 2, 'desc': 'Outage',"
                        + " 'start_time': 1735686000000, 'finding_info_list': [{'uid': 'f', 'title': 't'}]");

        assertThat(incident.type()).isEqualTo("incident.detected");
        assertThat(incident.subject()).isEqualTo("e1");
        assertThat(incident.occurredAt()).isEqualTo("2024-12-31T23:00:00Z");
        assertThat(Imported.plain(incident))
                .containsEntry("severity", "MEDIUM")
                .containsEntry("title", "Outage")
                .containsEntry("activity", "CREATE")
                .containsEntry("findingStatus", "IN_PROGRESS");
    }

    @Test
    void permissionAnalysisTellsMembers() {
        Imported read = event(
                2008,
                "'finding_info': {'uid': 'p1'}, 'user': {'uid': 'u1', 'type_id': 2}, 'cloud': {'account': {'uid': '42'}},"
                        + " 'permission_analysis_results': [{'policy': {'name': 'Admin'}, 'granted_privileges': ['*']},"
                        + " {'policy': {'name': 'Read'}}]");

        assertThat(read.counts()).isEqualTo(Map.of("iam.role.members", 2L));
        assertThat(Imported.plain(read.records().get(0)))
                .isEqualTo(
                        Map.of("system", "42", "entitlement", "Admin", "privileges", List.of("*"), "privileged", true));
        assertThat(read.records()).extracting(Evidence::subject).containsOnly("u1");
    }

    @Test
    void accountChangesAreTheirTypes() {
        String user = "'user': {'uid': 'u1'}, 'actor': {'user': {'name': 'root'}}, 'status_id': 1";

        assertThat(one(3001, "'activity_id': 1, " + user).type()).isEqualTo("iam.account.created");
        assertThat(one(3001, "'activity_id': 5, " + user).type()).isEqualTo("iam.account.disabled");
        assertThat(one(3001, "'activity_id': 6, " + user).type()).isEqualTo("iam.account.disabled");
        assertThat(one(3001, "'activity_id': 3, " + user).type()).isEqualTo("audit.event");
        assertThat(one(3001, "'activity_id': 9, " + user).type()).isEqualTo("audit.event");
        assertThat(one(3007, "'activity_id': 1, " + user).type()).isEqualTo("iam.account.created");
        assertThat(one(3007, "'activity_id': 3, " + user).type()).isEqualTo("iam.account.disabled");
        assertThat(one(3007, "'activity_id': 6, " + user).type()).isEqualTo("audit.event");
        Evidence granted = one(3001, "'activity_id': 7, 'policy': {'name': 'Admin'}, " + user);
        assertThat(granted.type()).isEqualTo("iam.access.granted");
        assertThat(granted.subject()).isEqualTo("u1");
        assertThat(granted.actor()).contains("root");
        assertThat(granted.text("entitlement")).contains("Admin");
    }

    @Test
    void whatFailedOrIsUnknownWasNoChange() {
        String created = "'activity_id': 1, 'user': {'uid': 'u1'}";

        assertThat(one(3001, created + ", 'status_id': 2").type()).isEqualTo("audit.event");
        assertThat(one(3001, created + ", 'status_id': 2").text("outcome")).contains("FAILURE");
        assertThat(one(3001, created + ", 'status_id': 0").type()).isEqualTo("audit.event");
        assertThat(one(3001, created + ", 'status': 'Failure'").type()).isEqualTo("audit.event");
        assertThat(one(3001, created).type()).isEqualTo("iam.account.created");
    }

    @Test
    void accessOfUsersGroupsAndRolesIsGrantedAndRevoked() {
        Imported user = event(
                3005,
                "'activity_id': 1, 'user': {'name': 'ann'}, 'privileges': ['read', 'write'], 'resource': {'name': 'db'}");
        Evidence joined =
                one(3006, "'activity_id': 3, 'group': {'name': 'admins'}, 'user': {'email_addr': 'a@example.org'}");
        Evidence left = one(3006, "'activity_id': 4, 'group': {'name': 'admins'}, 'user': {'uid': 'u1'}");
        Evidence group = one(3006, "'activity_id': 2, 'group': {'name': 'admins'}, 'privileges': ['*']");
        Evidence role = one(3008, "'activity_id': 8, 'iam_role': {'name': 'ops'}, 'policies': [{'name': 'P'}]");
        Evidence made = one(3008, "'activity_id': 1, 'iam_role': {'name': 'ops'}");

        assertThat(user.counts("entitlement")).isEqualTo(Map.of("read", 1L, "write", 1L));
        assertThat(user.records()).allSatisfy(record -> {
            assertThat(record.type()).isEqualTo("iam.access.granted");
            assertThat(record.text("system")).contains("db");
        });
        assertThat(List.of(
                        joined.type(),
                        joined.subject(),
                        joined.text("entitlement").get()))
                .containsExactly("iam.access.granted", "a@example.org", "admins");
        assertThat(List.of(left.type(), left.subject(), left.text("entitlement").get()))
                .containsExactly("iam.access.revoked", "u1", "admins");
        assertThat(List.of(
                        group.type(), group.subject(), group.text("entitlement").get()))
                .containsExactly("iam.access.revoked", "admins", "*");
        assertThat(List.of(role.type(), role.subject(), role.text("entitlement").get()))
                .containsExactly("iam.access.granted", "ops", "P");
        assertThat(made.type()).isEqualTo("audit.event");
    }

    @Test
    void signInsAndCallsAreAuditEvents() {
        Evidence signIn = one(
                3002,
                "'activity_name': 'Logon', 'status_id': 2, 'user': {'uid': 'u1'}, 'is_mfa': false, 'auth_factors':"
                        + " [{'factor_type': 'OTP'}], 'src_endpoint': {'ip': '192.0.2.1'}, 'service': {'name': 'vpn'}");
        Imported call = event(
                6003,
                "'status_id': 1, 'api': {'operation': 'DeleteBucket', 'service': {'name': 's3'}}, 'actor': {'user': {'uid':"
                        + " 'u1'}}, 'resources': [{'uid': 'arn:a'}, {'uid': 'arn:b'}]");

        assertThat(signIn.actor()).contains("u1");
        assertThat(Imported.plain(signIn))
                .isEqualTo(Map.of(
                        "action", "LOGON",
                        "outcome", "FAILURE",
                        "mfa", false,
                        "authFactors", List.of("OTP"),
                        "address", "192.0.2.1",
                        "system", "vpn"));
        assertThat(call.records()).extracting(Evidence::subject).containsExactly("arn:a", "arn:b");
        assertThat(Imported.plain(call.records().get(0)))
                .isEqualTo(Map.of("action", "DeleteBucket", "outcome", "SUCCESS", "system", "s3"));
    }

    @Test
    void otherClassesAreOutOfScopeAndOtherDocumentsRefused() {
        assertThat(event(4001, "'a': 1").rows()).containsExactly(1L, 0L, 0L, 1L);
        assertThat(read("{'time': 1735689600000}").rows()).containsExactly(1L, 0L, 1L, 0L);
        // 2004 + 2^32 is no class
        assertThat(read("{'class_uid': 4294969300, 'time': 1735689600000}").rows())
                .containsExactly(1L, 0L, 1L, 0L);
    }

    @Test
    void arraysLinesAndValuesBehindEachOtherAreRead() {
        String event = "{'class_uid':3001,'activity_id':1,'time_dt':'2025-01-01T00:00:0%sZ','user':{'uid':'u'}}";
        String array = "[" + String.format(Locale.ROOT, event, 1) + "," + String.format(Locale.ROOT, event, 2) + "]";
        String lines = String.format(Locale.ROOT, event, 1) + "\n" + String.format(Locale.ROOT, event, 2) + "\n";
        String glued = String.format(Locale.ROOT, event, 1) + String.format(Locale.ROOT, event, 2);

        for (String text : List.of(array, lines, glued)) {
            assertThat(read(text).records())
                    .extracting(Evidence::occurredAt)
                    .containsExactly(NEW_YEAR.plusSeconds(1), NEW_YEAR.plusSeconds(2));
        }
    }

    @Test
    void silenceAboutATypeProvesNothing() {
        Imported read = Imported.text(
                "OCSF",
                LAKE.window(NEW_YEAR, NEW_YEAR.plusSeconds(86_400)).extractedAt(NEW_YEAR.plusSeconds(90_000)),
                folder,
                "{'class_uid':3001,'activity_id':1,'time':1735689600000,'user':{'uid':'u'}}".replace('\'', '"'));

        assertThat(read.populations()).extracting(Evidence::subject).containsExactly("iam.account.created");
        assertThat(read.receipt().types()).contains("incident.detected");
    }
}
