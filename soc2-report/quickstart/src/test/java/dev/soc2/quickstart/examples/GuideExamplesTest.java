package dev.soc2.quickstart.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.soc2.evidence.InMemoryEvidence;
import dev.soc2.model.engagement.Engagement;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.ImportReceipt;
import dev.soc2.model.issue.Issue;
import dev.soc2.model.result.Assessment;
import dev.soc2.model.result.ItemOutcome;
import dev.soc2.model.result.OperatingConclusion;
import dev.soc2.quickstart.examples.OwnStoreExample.LoginStore;
import dev.soc2.report.render.RenderResult;
import dev.soc2.report.render.ReportOptions;
import dev.soc2.rules.Assessor;
import dev.soc2.rules.RulePacks;
import dev.soc2.rules.rule.RulePack;
import dev.soc2.rules.scenario.PackProofException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the code that the guides show. */
class GuideExamplesTest {

    private static final Path KAFKA = Path.of("src/main/engagements/kafka-2023");

    private static final String LOGINS = """
            pack: logins
            version: 1.0.0
            controls:
              - id: LOG-01
                title: Every login has a second factor
                criteria: [CC6.1]
                nature: PREVENTIVE
                execution: AUTOMATED
                frequency: EVENT
                tests:
                  - id: T1
                    procedure: INSPECTION
                    rule: {kind: ATTRIBUTE, of: {type: auth.login}, require: "attributes.mfa == true"}
            """;

    @TempDir
    private Path folder;

    @Test
    void anAssessmentIsWrittenInEveryFormat() {
        Assessment assessment = FolderExample.run(KAFKA, folder.resolve("first.html"));

        String console = ReportsExample.write(assessment, folder);

        // The independent count of the folder prints 50.
        assertThat(assessment.deviations()).hasSize(50);
        assertThat(console).contains("KAFKA-CHG-01");
        assertThat(folder.resolve("soc2.html")).content().contains("15 Jan 2027");
        assertThat(folder.resolve("soc2.md")).content().contains("KAFKA-CHG-01");
        assertThat(folder.resolve("assessment.json")).content().contains("soc2-assessment/1");
    }

    /** The assessment is of 2023: about the first quarter of 2026 it says nothing. */
    @Test
    void aLetterListsWhatIsKnownAndWarnsOfWhatIsNot() {
        Assessment assessment = FolderExample.run(KAFKA, folder.resolve("first.html"));

        var written = ReportsExample.letter(assessment, folder.resolve("letter.docx"));

        assertThat(folder.resolve("letter.docx")).hasSize(written.bytes());
        assertThat(written.warnings())
                .hasSize(2)
                .allSatisfy(warning -> assertThat(warning.code()).isEqualTo("SOC2-P022"))
                .anySatisfy(warning -> assertThat(warning.what()).contains("The ledger moved to another region."))
                .anySatisfy(warning -> assertThat(warning.what()).contains("No assessment covers this time."));
    }

    @Test
    void anAuditIsPlannedAndHandedOver() throws IOException {
        Assessment assessment = FolderExample.run(KAFKA, folder.resolve("first.html"));
        Path bundle = Files.createDirectory(folder.resolve("bundle"));
        Files.writeString(bundle.resolve("one.txt"), "one");

        PlanExample.plan(assessment, folder);
        RenderResult result = PlanExample.handOver(assessment, bundle, folder.resolve("package.zip"));

        assertThat(folder.resolve("plan.md")).content().contains("| Fieldwork starts | 19 Jan 2026 |");
        assertThat(folder.resolve("plan.ics")).content().contains("DTSTART;VALUE=DATE:20260119\r\n");
        assertThat(result.bytes()).isEqualTo(Files.size(folder.resolve("package.zip")));
        try (ZipFile archive = new ZipFile(folder.resolve("package.zip").toFile())) {
            assertThat(archive.stream().map(entry -> entry.getName()))
                    .contains("plan.md", "REDACTED.csv", "evidence/bundle/one.txt")
                    .endsWith("MANIFEST.sha256");
        }
    }

    @Test
    void aCustomerGetsThePageOfTheHouseWithoutPersons() {
        Assessment assessment = FolderExample.run(KAFKA, folder.resolve("first.html"));
        byte[] secret = "a secret of no less than 32 bytes".getBytes(StandardCharsets.US_ASCII);
        byte[] logo = Base64.getDecoder()
                .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mP8/x8AAwMCAO+ip1sAAAAASUVORK5CYII=");

        RenderResult result = ReportsExample.forCustomer(assessment, secret, logo, folder.resolve("customer.html"));

        // Nobody recorded why the 50 deviations came about.
        assertThat(result.warnings()).extracting(Issue::code).contains("SOC2-P107");
        assertThat(folder.resolve("first.html")).content().contains("kafka-2023-0011");
        assertThat(folder.resolve("customer.html"))
                .content()
                .doesNotContain("kafka-2023-0011")
                .contains("https://trust.acme.example/", "data:image/png", "Redacted for the reader");
    }

    @Test
    void aPageOfTheHostShowsPartsOfAReport() {
        Assessment assessment = FolderExample.run(KAFKA, folder.resolve("report.html"));

        String page = HostPageExample.page(assessment, "report.html");

        assertThat(page)
                .contains("<table class=\"grid\">", "<article class=\"control\" id=\"card-c-KAFKA-CHG-01\">")
                .doesNotContain("<script");
        assertThat(found(page, " id=\"([^\"]*)\"")).hasSizeGreaterThan(1).doesNotHaveDuplicates();
        String report = read(folder.resolve("report.html"));
        assertThat(found(page, " href=\"report.html#([^\"]*)\""))
                .isNotEmpty()
                .allMatch(anchor -> report.contains(" id=\"" + anchor + "\""));
    }

    @Test
    void hostileTextStaysTextInAPageOfTheHost() throws IOException {
        String markup = "</style></title><script>alert(1)</script><img src=x onerror=alert(1)>";
        RulePack pack = RulePacks.read(Files.writeString(
                folder.resolve("hostile.yaml"), LOGINS.replace("Every login has a second factor", "'" + markup + "'")));
        LoginStore store =
                new LoginStore(List.of(new LoginStore.Row(markup, Instant.parse("2025-02-01T08:00:00Z"), false)));
        Assessment assessment = Assessor.with(pack).assess(year(), store, Instant.parse("2026-01-31T00:00:00Z"));

        String page = HostPageExample.page(assessment, "report.html");

        assertThat(page).contains("LOG-01 &lt;/style&gt;").doesNotContain("<script", "<img");
        assertThat(found(page, "(</style>)")).hasSize(1);
    }

    private static List<String> found(String page, String pattern) {
        return Pattern.compile(pattern)
                .matcher(page)
                .results()
                .map(result -> result.group(1))
                .toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void anEngagementIsWrittenInCode() {
        Engagement engagement = EngagementInCodeExample.engagement();

        assertThat(engagement.calendars()).containsKey("business");
        assertThat(engagement.lastDay()).isEqualTo(LocalDate.of(2025, 12, 31));
    }

    @Test
    void aRecordKeepsItsTimesApart() {
        var record = EngagementInCodeExample.disabled();

        assertThat(record.occurredAt()).isBefore(record.observedAt());
        assertThat(record.text("system")).contains("prod");
    }

    @Test
    void exportsAreImported() throws IOException {
        Files.writeString(folder.resolve("leavers.yaml"), """
                type: hr.terminated
                zone: UTC
                subject: Employee
                occurredAt: {column: Last Day, at: END_OF_DAY}
                """);
        Files.writeString(folder.resolve("leavers.csv"), "Employee,Last Day\nu1,2025-03-31\nu2,2025-04-30\n");
        Files.writeString(folder.resolve("payroll.log"), commit());
        InMemoryEvidence evidence = new InMemoryEvidence();

        List<ImportReceipt> receipts = EngagementInCodeExample.imports(folder, evidence);

        assertThat(receipts).extracting(ImportReceipt::stored).containsExactly(2L, 1L);
        assertThat(receipts).allMatch(ImportReceipt::isComplete);
    }

    private static String commit() {
        return String.join(
                        "\u001f",
                        "1".repeat(40),
                        "",
                        "Ann",
                        "ann@acme.example",
                        "2025-03-01T10:00:00Z",
                        "Ann",
                        "ann@acme.example",
                        "2025-03-01T10:00:00Z",
                        "Reviewed-by: Bob <bob@acme.example>\n")
                + "\u001e\n";
    }

    @Test
    void anOwnStoreIsRead() throws IOException {
        RulePack pack = RulePacks.read(Files.writeString(folder.resolve("logins.yaml"), LOGINS));
        LoginStore store = new LoginStore(List.of(
                new LoginStore.Row("ann", Instant.parse("2025-02-01T08:00:00Z"), true),
                new LoginStore.Row("bob", Instant.parse("2025-02-02T08:00:00Z"), false)));

        Assessment assessment = Assessor.with(pack).assess(year(), store, Instant.parse("2026-01-31T00:00:00Z"));

        assertThat(assessment.deviations())
                .singleElement()
                .satisfies(deviation -> assertThat(deviation.item().subject()).isEqualTo("bob"));
        // One of two, and it is not late: INEFFECTIVE under CENSUS.
        assertThat(assessment.control("LOG-01").operating()).contains(OperatingConclusion.INEFFECTIVE);
        assertThat(assessment.control("LOG-01").tests().get(0).counts().of(ItemOutcome.CONFORMING))
                .isEqualTo(1);
    }

    @Test
    void aPackWithFaultsNamesThemAll() throws IOException {
        String wrong = LOGINS.replace("CC6.1", "CC6.11").replace("attributes.mfa == true", "attributes.mfa ==");

        assertThat(OwnPackExample.faults(Files.writeString(folder.resolve("good.yaml"), LOGINS)))
                .isEmpty();
        assertThat(OwnPackExample.faults(Files.writeString(folder.resolve("wrong.yaml"), wrong)))
                .hasSize(2)
                .anyMatch(fault -> fault.contains("SOC2-R006"))
                .anyMatch(fault -> fault.contains("SOC2-R012"));
    }

    @Test
    void anAssessmentIsFollowedAndCancelled() {
        Assessor assessor = Assessor.with(RulePacks.starter()).underTest(Set.of("IAM-04"));
        List<String> told = new ArrayList<>();

        assessor.listening(new CancelExample.Watch(() -> false, told::add)).assess(year(), (query, sink) -> {}, AS_OF);
        assertThat(told).containsExactly("1 of 1: IAM-04");

        Assessor watched = assessor.listening(new CancelExample.Watch(() -> true, told::add));
        assertThatThrownBy(() -> watched.assess(year(), (query, sink) -> {}, AS_OF))
                .isInstanceOf(CancellationException.class);
    }

    private static final Instant AS_OF = Instant.parse("2026-01-31T00:00:00Z");

    @Test
    void scenariosAreChecked() {
        var checks = ScenariosExample.checks(Path.of("../../soc2-rules/src/test/resources/scenarios/cadence"));

        assertThat(checks).hasSizeGreaterThan(20);
        checks.values().forEach(Runnable::run);
    }

    @Test
    void anOwnRuleIsEvaluated() throws IOException {
        RulePack pack = RulePacks.read(Files.writeString(
                folder.resolve("nightly.yaml"),
                LOGINS.replace(
                                "{kind: ATTRIBUTE, of: {type: auth.login}, require: \"attributes.mfa == true\"}",
                                "{kind: CUSTOM, name: acme.nightly-reconciliation, params: {limit: PT12H}}")
                        .replace("LOG-01", "REC-01")));
        InMemoryEvidence evidence = new InMemoryEvidence();
        evidence.add(total("c1", "ledger.closed", "eu", "2025-03-01T20:00:00Z", 100));
        evidence.add(total("r1", "reconciliation.completed", "eu", "2025-03-02T08:00:00Z", 100));
        evidence.add(total("c2", "ledger.closed", "us", "2025-03-01T20:00:00Z", 100));
        evidence.add(total("r2", "reconciliation.completed", "us", "2025-03-02T08:00:00Z", 99));
        evidence.add(total("c3", "ledger.closed", "uk", "2025-03-01T20:00:00Z", 100));

        Assessment assessment =
                Assessor.with(pack).rules(new OwnRuleExample.Provider()).assess(year(), evidence, AS_OF);

        // Twelve hours on the limit are in time; another total and none at all are not.
        assertThat(assessment.deviations())
                .extracting(d -> d.item().id() + " " + d.item().reason())
                .containsExactly("c2 PREDICATE_FALSE", "c3 MISSING");
    }

    private static Evidence total(String id, String type, String subject, String at, long total) {
        return Evidence.of(id, type, subject, Instant.parse(at), "erp")
                .with("total", total)
                .build();
    }

    @Test
    void thePackOfLoginsIsProvenAndAVoidOneIsNot() throws IOException {
        Path pack = Files.writeString(folder.resolve("logins.yaml"), LOGINS);
        Files.writeString(folder.resolve("works.yaml"), """
                scenario: a login with a second factor
                engagement:
                  type: TYPE_II
                  period: {from: 2025-01-01, to: 2025-12-31, zone: UTC}
                  asOf: 2026-02-01T00:00:00Z
                  categories: [SECURITY]
                packs: [logins.yaml]
                evidence:
                  - {id: a1, type: auth.login, subject: ann, occurredAt: 2025-03-03T08:00:00Z, source: idp, attributes: {mfa: true}}
                expect:
                  controls: {LOG-01: {operating: EFFECTIVE}}
                """);

        assertThat(ScenariosExample.prove(pack, folder).text()).isEqualTo("""
                pack logins: 1 test, 1 proven, 0 never conforming, 0 that cannot fail
                  LOG-01/T1: PROVEN: FLIP of a1: attributes.mfa: true -> false in 'a login with a second factor' \
                concludes INEFFECTIVE, item 'a1' DEVIATION PREDICATE_FALSE (3 mutations tried)""");

        Files.writeString(pack, LOGINS.replace("attributes.mfa == true", "true || attributes.mfa"));
        assertThatThrownBy(() -> ScenariosExample.prove(pack, folder))
                .isInstanceOf(PackProofException.class)
                .hasMessageContaining("SOC2-S010: test LOG-01/T1 finds no deviation");
    }

    @Test
    void anOwnFormatIsWritten() {
        Assessment assessment = FolderExample.run(KAFKA, folder.resolve("soc2.html"));

        String tickets =
                new OwnRendererExample.Provider().renderers().get(0).render(assessment, ReportOptions.defaults());

        assertThat(tickets.lines()).hasSize(50).allMatch(line -> line.startsWith("KAFKA-CHG-01 kafka-2023-"));
    }

    private static Engagement year() {
        return Engagement.typeII("acme-2025", "Acme Payroll")
                .period(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31), ZoneOffset.UTC)
                .build();
    }
}
