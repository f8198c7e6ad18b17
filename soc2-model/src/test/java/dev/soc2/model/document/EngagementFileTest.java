package dev.soc2.model.document;

import static dev.soc2.model.document.EngagementTexts.FULL;
import static dev.soc2.model.document.EngagementTexts.SMALL;
import static dev.soc2.model.document.EngagementTexts.read;
import static dev.soc2.model.document.EngagementTexts.small;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.soc2.model.control.EffectiveDates;
import dev.soc2.model.criteria.CriterionId;
import dev.soc2.model.criteria.TrustServicesCategory;
import dev.soc2.model.engagement.AssuranceLevel;
import dev.soc2.model.engagement.BridgeLetter;
import dev.soc2.model.engagement.BusinessCalendar;
import dev.soc2.model.engagement.ControlExclusion;
import dev.soc2.model.engagement.Csoc;
import dev.soc2.model.engagement.Cuec;
import dev.soc2.model.engagement.DescriptionAnswer;
import dev.soc2.model.engagement.DescriptionCriterion;
import dev.soc2.model.engagement.DeviationPolicy;
import dev.soc2.model.engagement.Engagement;
import dev.soc2.model.engagement.EvidenceDeclaration;
import dev.soc2.model.engagement.ExaminationPeriod;
import dev.soc2.model.engagement.Identities;
import dev.soc2.model.engagement.NotRelevantCriterion;
import dev.soc2.model.engagement.ReportType;
import dev.soc2.model.engagement.ServiceCommitment;
import dev.soc2.model.engagement.SubserviceMethod;
import dev.soc2.model.engagement.SubserviceOrganization;
import dev.soc2.model.engagement.SubserviceReport;
import dev.soc2.model.engagement.Tailoring;
import dev.soc2.model.evidence.AttributeValue;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EngagementFileTest {

    @Test
    void aCatalogueOfTheFolderTakesThePlaceOfTheBuiltInOne(@TempDir Path home) throws IOException {
        Files.writeString(home.resolve("objectives.yaml"), """
                catalog: payroll-objectives-1
                title: Control objectives
                criteria: [{id: PAY1.1, series: Payroll, title: Pay is right, summary: s}]
                """);
        String text = """
                engagement: acme
                organization: Acme Payroll
                type: TYPE_II
                period: {from: 2025-01-01, to: 2025-12-31, zone: UTC}
                asOf: 2026-02-01T00:00:00Z
                packs: [packs/own.yaml]
                criteria: objectives.yaml
                notRelevant: [{criterion: PAY1.1, reason: none}]
                """;
        Files.writeString(home.resolve("engagement.yaml"), text);

        EngagementFile file = EngagementFile.read(home);

        assertThat(file.criteria().id()).isEqualTo("payroll-objectives-1");
        assertThat(file.engagement().notRelevant())
                .extracting(n -> n.criterion().value())
                .containsExactly("PAY1.1");
        // A document without a folder can neither have the catalogue nor look PAY1.1 up.
        assertThatThrownBy(() -> read(text)).hasMessageContaining("SOC2-G021").hasMessageContaining("SOC2-G004");
        Files.writeString(home.resolve("engagement.yaml"), text.replace("PAY1.1", "CC6.1"));
        assertThatThrownBy(() -> EngagementFile.read(home))
                .hasMessageContaining("payroll-objectives-1 does not have a criterion 'CC6.1'");
        Files.writeString(home.resolve("engagement.yaml"), text.replace("objectives.yaml", "../objectives.yaml"));
        assertThatThrownBy(() -> EngagementFile.read(home)).hasMessageContaining("SOC2-G014");
        Files.writeString(home.resolve("engagement.yaml"), text.replace("objectives.yaml", "none.yaml"));
        assertThatThrownBy(() -> EngagementFile.read(home)).hasMessageContaining("SOC2-C001");
    }

    @Test
    void whatIsExaminedIsRead() {
        Engagement engagement = read(FULL).engagement();

        assertThat(engagement.id()).isEqualTo("acme-2025");
        assertThat(engagement.organization()).isEqualTo("Acme Payroll, Inc.");
        assertThat(engagement.system()).isEqualTo("Acme Payroll Platform");
        assertThat(engagement.period())
                .contains(ExaminationPeriod.of(
                        LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31), ZoneId.of("America/New_York")));
        assertThat(engagement.asOf()).contains(Instant.parse("2026-01-31T00:00:00Z"));
        assertThat(engagement.knownAt()).contains(Instant.parse("2026-02-15T00:00:00Z"));
        assertThat(engagement.categories())
                .containsExactly(TrustServicesCategory.SECURITY, TrustServicesCategory.AVAILABILITY);
        assertThat(engagement.onlyCriteria()).containsExactly(CriterionId.of("CC8.1"));
        assertThat(engagement.assurance()).isEqualTo(AssuranceLevel.STANDARD);
        assertThat(engagement.deviationPolicy()).isEqualTo(DeviationPolicy.CENSUS);
        assertThat(engagement.identities()).isEqualTo(Identities.NONE);
    }

    @Test
    void theBoundariesThatAreDrawnAreRead() {
        Engagement engagement = read(FULL).engagement();

        assertThat(engagement.calendars())
                .isEqualTo(Map.of(
                        "us",
                        new BusinessCalendar(
                                "us",
                                ZoneId.of("America/New_York"),
                                LocalTime.of(9, 0),
                                LocalTime.of(17, 0),
                                EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                                Set.of(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 7, 4)))));
        assertThat(engagement.tailoring())
                .containsExactly(new Tailoring("IAM-03", "T1", "limit", AttributeValue.of("PT24H")));
        assertThat(engagement.exclusions())
                .containsExactly(new ControlExclusion("PHY-01", "no offices; carved out to the hosting provider"));
        assertThat(engagement.notRelevant())
                .containsExactly(new NotRelevantCriterion(CriterionId.of("A1.3"), "processor only"));
    }

    @Test
    void theOthersAreRead() {
        Engagement engagement = read(FULL).engagement();

        assertThat(engagement.commitments())
                .containsExactly(new ServiceCommitment("UPTIME", "99.9 % a month", Set.of(CriterionId.of("A1.1"))));
        assertThat(engagement.subserviceOrganizations())
                .containsExactly(new SubserviceOrganization(
                        "CloudCo",
                        "hosting",
                        SubserviceMethod.CARVE_OUT,
                        Set.of(CriterionId.of("CC6.4"), CriterionId.of("A1.2")),
                        List.of(new Csoc("physical access")),
                        List.of(),
                        Optional.of(new SubserviceReport(
                                true, EffectiveDates.between(LocalDate.of(2024, 10, 1), LocalDate.of(2025, 9, 30)))),
                        Optional.of(new BridgeLetter(
                                EffectiveDates.between(LocalDate.of(2025, 10, 1), LocalDate.of(2025, 12, 31)), "", "")),
                        Optional.empty()));
        assertThat(engagement.userEntityControls())
                .containsExactly(
                        new Cuec("CUEC-1", "customers review their own users", Set.of(CriterionId.of("CC6.2"))));
        assertThat(engagement.description().answer(DescriptionCriterion.DC1))
                .contains(new DescriptionAnswer("...", Map.of()));
        assertThat(engagement
                        .description()
                        .answer(DescriptionCriterion.DC3)
                        .orElseThrow()
                        .parts())
                .containsOnlyKeys("infrastructure", "software", "people", "procedures", "data");
        assertThat(engagement.description().answer(DescriptionCriterion.DC2)).isEmpty();
    }

    @Test
    void whatItDrawsOnIsNamed() {
        EngagementFile file = read(FULL);

        assertThat(file.packs())
                .extracting(PackReference::reference, PackReference::builtIn)
                .containsExactly(tuple("soc2-starter", true), tuple("packs/acme.yaml", false));
        assertThat(file.packs().get(1).location().toString()).isEqualTo("engagement.yaml:13:23");
        assertThat(file.identities()).contains("identities.csv");
        assertThat(file.evidence())
                .extracting(EvidenceDeclaration::format, EvidenceDeclaration::path, EvidenceDeclaration::options)
                .containsExactly(
                        tuple("JSONL", "evidence", Map.of()),
                        tuple("GIT_LOG", "exports/payroll.jsonl", Map.of("source", AttributeValue.of("git"))),
                        tuple(
                                "CSV",
                                "exports/leavers.csv",
                                Map.of("mapping", AttributeValue.of("mappings/leavers.yaml"))),
                        tuple("OCSF", "exports/prowler.ocsf.json", Map.of()));
    }

    @Test
    void whatIsLeftOutHasItsDefault() {
        EngagementFile file = read(SMALL);
        Engagement engagement = file.engagement();

        assertThat(file.evidence())
                .extracting(EvidenceDeclaration::format, EvidenceDeclaration::path, EvidenceDeclaration::options)
                .containsExactly(tuple("JSONL", "evidence", Map.of()));
        assertThat(file.identities()).isEmpty();
        assertThat(engagement.categories()).containsExactly(TrustServicesCategory.SECURITY);
        assertThat(engagement.knownAt()).isEmpty();
        assertThat(engagement.isPartial()).isFalse();
        assertThat(engagement.assurance()).isEqualTo(AssuranceLevel.STANDARD);
        assertThat(engagement.deviationPolicy()).isEqualTo(DeviationPolicy.CENSUS);
        assertThat(engagement.system()).isEmpty();
    }

    @Test
    void securityIsImplied() {
        assertThat(read(small("categories: [PRIVACY]")).engagement().categories())
                .containsExactly(TrustServicesCategory.SECURITY, TrustServicesCategory.PRIVACY);
    }

    @Test
    void wordsAreReadInAnyCaseWithDashesForUnderscores() {
        Engagement engagement = read(SMALL.replace("TYPE_II", "type-ii")
                        + "categories: [processing-integrity]\nassurance: strict\ndeviationPolicy: Strict\n")
                .engagement();

        assertThat(engagement.categories()).contains(TrustServicesCategory.PROCESSING_INTEGRITY);
        assertThat(engagement.assurance()).isEqualTo(AssuranceLevel.STRICT);
        assertThat(engagement.deviationPolicy()).isEqualTo(DeviationPolicy.STRICT);
    }

    @Test
    void aTypeOneHasADateAndAZone() {
        Engagement engagement = read(SMALL.replace("TYPE_II", "TYPE_I")
                        .replace(
                                "period: {from: 2025-01-01, to: 2025-06-30, zone: UTC}",
                                "asOfDate: 2025-06-10\nzone: +01:00"))
                .engagement();

        assertThat(engagement.type()).isEqualTo(new ReportType.TypeI(LocalDate.of(2025, 6, 10), ZoneOffset.ofHours(1)));
        assertThat(engagement.period()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"'\"2.5%\"' | 0.025", "0.025 | 0.025", "'\"0%\"' | 0", "'\"99.99%\"' | 0.9999", "5e-2 | 0.05"})
    void aToleranceHasAnExactRate(String written, BigDecimal rate) {
        DeviationPolicy policy = read(small("deviationPolicy: {policy: TOLERANCE, rate: " + written + "}"))
                .engagement()
                .deviationPolicy();

        assertThat(policy)
                .isInstanceOfSatisfying(
                        DeviationPolicy.Tolerance.class,
                        t -> assertThat(t.rate()).isEqualByComparingTo(rate));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MON-FRI | MONDAY TUESDAY WEDNESDAY THURSDAY FRIDAY",
                "[mon, Wednesday] | MONDAY WEDNESDAY",
                "[MON-TUE, SAT] | MONDAY TUESDAY SATURDAY",
                "SUN-THU | MONDAY TUESDAY WEDNESDAY THURSDAY SUNDAY",
                "MON-SUN | MONDAY TUESDAY WEDNESDAY THURSDAY FRIDAY SATURDAY SUNDAY",
                "FRI-FRI | FRIDAY",
                "SUN | SUNDAY"
            })
    void businessDaysAreDaysAndRangesOfAWeekWithoutEnd(String written, String days) {
        BusinessCalendar calendar = read(small(
                        "calendars: {c: {zone: UTC, hours: 00:00-23:59, days: " + written + "}}"))
                .engagement()
                .calendars()
                .get("c");

        assertThat(calendar.days().stream().sorted().map(Enum::name).toList()).isEqualTo(List.of(days.split(" ")));
    }

    @Test
    void overridesAreValuesOfAnyKindInWrittenOrder() {
        List<Tailoring> tailoring = read(small(
                        "overrides:",
                        "  B: {tests: {T2: {limit: PT1H, limitBy: {CRITICAL: P1D}}, T1: {required: 2}}}",
                        "  A: {tests: {T1: {perSubject: [prod, test], strict: true}}}"))
                .engagement()
                .tailoring();

        assertThat(tailoring)
                .containsExactly(
                        new Tailoring("B", "T2", "limit", AttributeValue.of("PT1H")),
                        new Tailoring(
                                "B", "T2", "limitBy", AttributeValue.of(Map.of("CRITICAL", AttributeValue.of("P1D")))),
                        new Tailoring("B", "T1", "required", AttributeValue.of(2)),
                        new Tailoring("A", "T1", "perSubject", AttributeValue.texts(List.of("prod", "test"))),
                        new Tailoring("A", "T1", "strict", AttributeValue.of(true)));
    }

    @Test
    void aReportOfASupplierMayBeOfOneDay() {
        SubserviceReport report = read(small(
                        "subserviceOrganizations:",
                        "  - {name: C, services: s, method: inclusive, report: {type: TYPE_I, asOfDate: 2025-02-28}}"))
                .engagement()
                .subserviceOrganizations()
                .get(0)
                .report()
                .orElseThrow();

        assertThat(report)
                .isEqualTo(new SubserviceReport(
                        false, EffectiveDates.between(LocalDate.of(2025, 2, 28), LocalDate.of(2025, 2, 28))));
    }

    @Test
    void accountsMayStandInTheFile() {
        assertThat(read(small("identities: {ann.admin: ann, ann: ann}"))
                        .engagement()
                        .identities())
                .isEqualTo(new Identities(Map.of("ann.admin", "ann", "ann", "ann")));
    }

    @Test
    void aPeriodOfAnyLengthIsNoFault() {
        assertThat(read(SMALL.replace("to: 2025-06-30", "to: 2025-01-01"))
                        .engagement()
                        .period()
                        .orElseThrow()
                        .lengthInDays())
                .isEqualTo(1);
        assertThat(read(SMALL.replace("to: 2025-06-30", "to: 2027-06-30"))
                        .engagement()
                        .period())
                .isPresent();
    }

    @Test
    void aFolderIsRead(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("engagement.yaml"), FULL, StandardCharsets.UTF_8);

        assertThat(EngagementFile.read(folder)).isEqualTo(read(FULL));
    }

    @Test
    void aFolderWithoutTheFileIsToldWithAFix(@TempDir Path folder) {
        assertThatThrownBy(() -> EngagementFile.read(folder))
                .isInstanceOf(DocumentException.class)
                .hasMessage("engagement.yaml: SOC2-G002: the folder " + folder + " has no engagement file\n"
                        + "  fix: write engagement.yaml with at least engagement, organization, type, period, asOf"
                        + " and packs");
    }

    @Test
    void aFolderThatDoesNotExistIsTold(@TempDir Path folder) {
        Path none = folder.resolve("none");

        assertThatThrownBy(() -> EngagementFile.read(none))
                .isInstanceOf(DocumentException.class)
                .hasMessage(none + ": SOC2-G001: there is no such engagement folder\n"
                        + "  fix: give the folder that holds engagement.yaml");
    }
}
