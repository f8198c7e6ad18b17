package dev.soc2.evidence.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.soc2.evidence.importing.ImportOptions;
import dev.soc2.model.evidence.AttributeValue;
import dev.soc2.model.evidence.Evidence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegisterTest {

    private static final ImportOptions LDAP = ImportOptions.NONE.source("ldap").with("system", "prod");

    @TempDir
    Path folder;

    private void snapshot(String name, String asOf, String... users) throws IOException {
        Files.writeString(
                folder.resolve(name), "{\"asOf\": \"" + asOf + "\", \"users\": [" + String.join(",\n", users) + "]}");
    }

    private static String user(String id, String status, String... groups) {
        return "{\"id\": \"" + id + "\", \"status\": \"" + status + "\", \"org\": \"wmf\", \"groups\": ["
                + String.join(
                        ",", List.of(groups).stream().map(g -> "\"" + g + "\"").toList()) + "]}";
    }

    private Imported read(ImportOptions options) {
        return Imported.of("REGISTER", options, folder);
    }

    @Test
    void theFirstSnapshotIsABaselineAndSaysNothingOfJoiners() throws IOException {
        snapshot("a.json", "2025-01-31T05:00:00+01:00", user("ann", "active", "admins"), user("bob", "off"));

        Imported read = read(LDAP);

        assertThat(read.rows())
                .containsExactly(
                        Evidence.of(
                                        "ldap:iam.account.state:ann@2025-01-31T04:00:00Z",
                                        "iam.account.state",
                                        "ann",
                                        Instant.parse("2025-01-31T04:00:00Z"),
                                        "ldap")
                                .with("system", "prod")
                                .with("status", "active")
                                .with("active", true)
                                .with("entitlements", List.of("admins"))
                                .build(),
                        Evidence.of(
                                        "ldap:iam.account.state:bob@2025-01-31T04:00:00Z",
                                        "iam.account.state",
                                        "bob",
                                        Instant.parse("2025-01-31T04:00:00Z"),
                                        "ldap")
                                .with("system", "prod")
                                .with("status", "off")
                                .with("active", false)
                                .with("entitlements", List.<String>of())
                                .build());
    }

    @Test
    void aDifferenceTellsBetweenWhichInstantsItHappenedAndWhenItWasSeen() throws IOException {
        snapshot("a.json", "2025-01-31T00:00:00Z", user("ann", "active", "admins"));
        snapshot("b.json", "2025-02-28T00:00:00Z", user("ann", "off"), user("cy", "active", "dev"));

        Imported read = read(LDAP);

        assertThat(read.of("iam.account.disabled"))
                .containsExactly(Evidence.of(
                                "ldap:iam.account.disabled:ann@2025-02-28T00:00:00Z",
                                "iam.account.disabled",
                                "ann",
                                Instant.parse("2025-02-28T00:00:00Z"),
                                "ldap")
                        .with("system", "prod")
                        .with("change", "DEACTIVATED")
                        .with("notBefore", "2025-01-31T00:00:00Z")
                        .with("notAfter", "2025-02-28T00:00:00Z")
                        .build());
        assertThat(read.of("iam.access.revoked")).singleElement().satisfies(revoked -> {
            assertThat(revoked.subject()).isEqualTo("ann");
            assertThat(revoked.text("entitlement")).contains("admins");
        });
        assertThat(read.of("iam.account.created")).singleElement().satisfies(created -> {
            assertThat(created.subject()).isEqualTo("cy");
            assertThat(created.text("change")).contains("APPEARED");
            assertThat(created.text("notBefore")).contains("2025-01-31T00:00:00Z");
        });
        assertThat(read.of("iam.access.granted")).singleElement().satisfies(granted -> {
            assertThat(granted.text("entitlement")).contains("dev");
            assertThat(granted.text("notAfter")).contains("2025-02-28T00:00:00Z");
        });
    }

    @Test
    void timeDecidesTheOrderAndNotTheNamesOfTheFiles() throws IOException {
        snapshot("a-later.json", "2025-02-28T00:00:00Z", user("ann", "off"));
        snapshot("b-earlier.json", "2025-01-31T00:00:00Z", user("ann", "active"));

        assertThat(read(LDAP).of("iam.account.disabled")).hasSize(1);
        assertThat(read(LDAP).of("iam.account.created")).isEmpty();
    }

    @Test
    void whatComesAndGoesBetweenTwoSnapshotsIsNotSeenAndTheCoverageSaysSo() throws IOException {
        snapshot("a.json", "2025-01-31T00:00:00Z", user("ann", "active"));
        snapshot("b.json", "2025-02-28T00:00:00Z", user("ann", "active"));

        assertThat(read(LDAP).of("source.coverage")).singleElement().satisfies(coverage -> {
            assertThat(coverage.text("status")).contains("PARTIAL");
            assertThat(coverage.text("from")).contains("2025-01-31T00:00:00Z");
            assertThat(coverage.text("to")).contains("2025-02-28T00:00:00Z");
            assertThat(Imported.list(coverage, "types"))
                    .containsExactly(
                            "iam.account.created", "iam.account.disabled", "iam.access.granted", "iam.access.revoked");
        });
        assertThat(read(LDAP).all())
                .noneMatch(record ->
                        record.type().equals("population") && record.subject().equals("source.coverage"));
    }

    @Test
    void anEntryThatIsMissingIsDisabledAndLosesItsAccess() throws IOException {
        snapshot("a.json", "2025-01-31T00:00:00Z", user("ann", "active", "admins"), user("bob", "off"));
        snapshot("b.json", "2025-02-28T00:00:00Z");

        Imported read = read(LDAP);

        assertThat(read.of("iam.account.disabled")).singleElement().satisfies(gone -> {
            assertThat(gone.subject()).isEqualTo("ann");
            assertThat(gone.text("change")).contains("REMOVED");
            assertThat(gone.provenance().orElseThrow().origin().document()).endsWith("/b.json");
        });
        assertThat(read.of("iam.access.revoked")).hasSize(1);
    }

    @Test
    void whoWasAwayAndIsBackIsAJoinerAgain() throws IOException {
        snapshot("a.json", "2025-01-31T00:00:00Z", user("ann", "active"), user("bob", "off"));
        snapshot("b.json", "2025-02-28T00:00:00Z", user("bob", "active"));
        snapshot("c.json", "2025-03-31T00:00:00Z", user("bob", "active"), user("ann", "active"));

        List<Evidence> created = read(LDAP).of("iam.account.created");

        assertThat(created).extracting(Evidence::subject).containsExactly("bob", "ann");
        assertThat(created)
                .extracting(record -> record.text("change").orElseThrow())
                .containsExactly("REACTIVATED", "APPEARED");
        assertThat(created.get(1).text("notBefore")).contains("2025-02-28T00:00:00Z");
    }

    @Test
    void anEntryThatAppearsInactiveWasCreatedButWasNeverSeenToBeInForce() throws IOException {
        snapshot("a.json", "2025-01-31T00:00:00Z");
        snapshot("b.json", "2025-02-28T00:00:00Z", user("ann", "off"));

        Imported read = read(LDAP);

        assertThat(read.of("iam.account.created"))
                .singleElement()
                .satisfies(created -> assertThat(created.attribute("active")).contains(AttributeValue.of(false)));
        assertThat(read.of("iam.account.disabled")).isEmpty();
    }

    @Test
    void nobodyIsGoneOrNewBecauseOfASnapshotThatIsNotWhole() throws IOException {
        snapshot("a.json", "2025-01-31T00:00:00Z", user("ann", "active"), user("bob", "active"));
        snapshot("b.json", "2025-02-28T00:00:00Z", user("ann", "active"), "{\"status\": \"active\"}");
        snapshot("c.json", "2025-03-31T00:00:00Z", user("ann", "active"), user("cy", "active"));

        Imported read = read(LDAP);

        assertThat(read.receipt().rejectedCount()).isEqualTo(1);
        assertThat(read.of("iam.account.disabled")).singleElement().satisfies(bob -> {
            assertThat(bob.subject()).isEqualTo("bob");
            assertThat(bob.text("notBefore")).contains("2025-01-31T00:00:00Z");
            assertThat(bob.text("notAfter")).contains("2025-03-31T00:00:00Z");
        });
        assertThat(read.of("iam.account.created")).singleElement().satisfies(cy -> {
            assertThat(cy.subject()).isEqualTo("cy");
            assertThat(cy.text("notBefore")).contains("2025-01-31T00:00:00Z");
        });
    }

    @Test
    void withABaselineThatIsNotWholeNobodyIsNew() throws IOException {
        snapshot("a.json", "2025-01-31T00:00:00Z", "7");
        snapshot("b.json", "2025-02-28T00:00:00Z", user("ann", "active"));

        assertThat(read(LDAP).of("iam.account.created")).isEmpty();
        assertThat(read(LDAP).of("iam.account.state")).hasSize(1);
    }

    @Test
    void aRegisterOfPeopleTellsOfHiringMovingAndLeaving() throws IOException {
        snapshot("a.json", "2025-01-31T00:00:00Z", user("ann", "active"), user("bob", "active"));
        snapshot(
                "b.json",
                "2025-02-28T00:00:00Z",
                user("ann", "active").replace("wmf", "wmde"),
                user("bob", "off"),
                user("cy", "active"));

        Imported read = read(LDAP.with("lists", "PEOPLE")
                .with("position", AttributeValue.of(Map.of("department", AttributeValue.of("org")))));

        assertThat(read.of("hr.roster")).extracting(Evidence::subject).containsExactly("ann", "bob", "ann", "cy");
        assertThat(read.of("hr.hired")).extracting(Evidence::subject).containsExactly("cy");
        assertThat(read.of("hr.terminated")).extracting(Evidence::subject).containsExactly("bob");
        assertThat(read.of("hr.moved")).singleElement().satisfies(moved -> {
            assertThat(moved.text("department")).contains("wmde");
            assertThat(moved.attribute("before"))
                    .contains(AttributeValue.of(Map.of("department", AttributeValue.of("wmf"))));
        });
        assertThat(read.of("iam.account.state")).isEmpty();
        // Bob's second entry makes no record: he works there no more.
        assertThat(read.receipt().types()).doesNotContain("iam.account.disabled");
    }

    @Test
    void aServiceAccountIsNoPerson() throws IOException {
        String service = "{\"id\": \"deploy\", \"serviceAccount\": true}";
        snapshot("a.json", "2025-01-31T00:00:00Z", service, "{\"id\": \"ann\", \"serviceAccount\": false}");

        Imported read = read(LDAP.with("lists", "BOTH").with("service", "serviceAccount"));

        assertThat(read.of("hr.roster")).extracting(Evidence::subject).containsExactly("ann");
        assertThat(read.of("iam.account.state"))
                .extracting(record -> record.attribute("human").orElseThrow())
                .containsExactly(AttributeValue.of(false), AttributeValue.of(true));
        // Without a status an entry is in force because it is listed, and no status is made up.
        assertThat(read.of("iam.account.state"))
                .allMatch(record -> record.attribute("status").isEmpty());
    }

    @Test
    void aDayInTheNameIsAWholeDayOfDoubt() throws IOException {
        Files.writeString(folder.resolve("users-2025-01-31.json"), "[" + user("ann", "active") + "]");
        Files.writeString(folder.resolve("users-2025-02-28.json"), "[" + user("ann", "off") + "]");

        Imported read = read(LDAP.with("timeInName", true).with("zone", "Europe/Berlin"));

        // 31 January began at 23:00Z the day before, and 28 February ended a millisecond before 23:00Z.
        assertThat(read.of("iam.account.disabled")).singleElement().satisfies(disabled -> {
            assertThat(disabled.text("notBefore")).contains("2025-01-30T23:00:00Z");
            assertThat(disabled.text("notAfter")).contains("2025-02-28T22:59:59.999Z");
            assertThat(disabled.occurredAt()).isEqualTo(Instant.parse("2025-02-28T22:59:59.999Z"));
        });
    }

    @Test
    void aSnapshotWithoutATimeIsRefused() throws IOException {
        Files.writeString(folder.resolve("users.json"), "{\"users\": [" + user("ann", "active") + "]}");
        snapshot("later.json", "2025-02-28T00:00:00", user("ann", "off"));

        Imported read = read(LDAP);

        assertThat(read.receipt().rejected())
                .extracting(issue -> issue.code() + " " + issue.location().document())
                .containsExactlyInAnyOrder(
                        "SOC2-E029 " + folder + "/later.json", "SOC2-E029 " + folder + "/users.json");
        assertThat(read.rows()).isEmpty();
    }

    @Test
    void twoSnapshotsOfOneInstantAreOneTooMany() throws IOException {
        snapshot("a.json", "2025-01-31T00:00:00Z", user("ann", "active"));
        snapshot("b.json", "2025-01-31T01:00:00+01:00", user("ann", "off"));

        Imported read = read(LDAP);

        assertThat(read.receipt().rejectedCount()).isEqualTo(1);
        assertThat(read.rows()).hasSize(1);
    }

    @Test
    void optionsThatCannotBeUsedAreTold() {
        assertThatThrownBy(() -> read(LDAP.with("lists", "ROBOTS").with("members", "yes")))
                .hasMessageContaining("lists")
                .hasMessageContaining("members");
    }
}
