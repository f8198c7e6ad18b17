package dev.soc2.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.soc2.model.engagement.Engagement;
import dev.soc2.model.result.Assessment;
import dev.soc2.report.render.AuditCalendar;
import dev.soc2.report.render.ReportOptions;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PlanTest {

    private static final ReportOptions DEFAULTS = ReportOptions.defaults();

    private static List<String> plan(Assessment assessment, ReportOptions options) {
        return Reports.plan().render(assessment, options).lines().toList();
    }

    private static List<String> part(List<String> lines, String heading) {
        int from = IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).startsWith("## " + heading))
                .findFirst()
                .orElseThrow();
        return lines.subList(from + 1, lines.size()).stream()
                .takeWhile(line -> !line.startsWith("## "))
                .toList();
    }

    private static String row(List<String> lines, String start) {
        return lines.stream()
                .filter(line -> line.startsWith("| " + start))
                .findFirst()
                .orElseThrow();
    }

    /** The period is 2025: the day after is 1 January 2026, three months after it ends 31 March, twelve 31 December. */
    @Test
    void daysThatFollowFromThePeriodAreThereAndOthersAreNotSet() {
        List<String> milestones = part(plan(Samples.year(), DEFAULTS), "Milestones (11)");

        assertThat(row(milestones, "Period starts")).contains("| 1 Jan 2025 |");
        assertThat(row(milestones, "Period ends")).contains("| 31 Dec 2025 |");
        assertThat(row(milestones, "Populations")).contains("| 1 Jan 2026 |");
        assertThat(row(milestones, "Next period")).contains("| 1 Jan 2026 |");
        assertThat(row(milestones, "Bridge letters")).contains("| 31 Mar 2026 |");
        assertThat(row(milestones, "Readers ask")).contains("| 31 Dec 2026 |");
        for (String agreed : List.of("Readiness", "Interim", "Fieldwork starts", "Fieldwork ends", "Date of the")) {
            assertThat(row(milestones, agreed)).contains("| not set |");
        }
    }

    @Test
    void daysThatWereAgreedAreShown() {
        ReportOptions options = DEFAULTS.auditCalendar(AuditCalendar.NOT_SET
                .readiness(LocalDate.of(2024, 12, 20))
                .interim(LocalDate.of(2025, 7, 1))
                .fieldworkStart(LocalDate.of(2026, 1, 19))
                .fieldworkEnd(LocalDate.of(2026, 2, 13))
                .reportDate(LocalDate.of(2026, 3, 2)));

        List<String> lines = plan(Samples.year(), options);

        List<String> milestones = part(lines, "Milestones");
        assertThat(row(milestones, "Readiness")).contains("| 20 Dec 2024 |");
        assertThat(row(milestones, "Interim")).contains("| 1 Jul 2025 |");
        assertThat(row(milestones, "Fieldwork starts")).contains("| 19 Jan 2026 |");
        assertThat(row(milestones, "Fieldwork ends")).contains("| 13 Feb 2026 |");
        assertThat(row(milestones, "Date of the report")).contains("| 2 Mar 2026 |");
        assertThat(String.join("\n", lines)).doesNotContain("not set |");
    }

    @Test
    void aReportIsNotDatedInsideThePeriodNorAnInterimLookOutside() {
        Assessment year = Samples.year();

        assertThatThrownBy(() -> plan(
                        year, DEFAULTS.auditCalendar(AuditCalendar.NOT_SET.reportDate(LocalDate.of(2025, 12, 31)))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2025-12-31");
        assertThatThrownBy(() ->
                        plan(year, DEFAULTS.auditCalendar(AuditCalendar.NOT_SET.interim(LocalDate.of(2026, 1, 1)))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2026-01-01");
    }

    /** Counted by hand in {@link Samples}: 13 of 14 criteria apply, 11 controls with 11 tests, one of them with none. */
    @Test
    void theScopeIsCounted() {
        List<String> scope = part(plan(Samples.year(), DEFAULTS), "Scope");

        assertThat(scope)
                .contains(
                        "- Report: SOC 2 Type II from 1 Jan 2025 to 31 Dec 2025, 365 days",
                        "- Categories: Security, Availability, Privacy",
                        "- Criteria that apply: 13",
                        "- Controls that customers have to run: 1");
        assertThat(scope).anyMatch(line -> line.startsWith("- Controls: 11, ") && line.endsWith("; 11 tests"));
        assertThat(row(scope, "CloudCo"))
                .isEqualTo("| CloudCo | hosting | carved out | 1 | VEN-01 | 1 Oct 2024 to 30 Sep 2025 |");
    }

    @Test
    void everyKindOfGapIsFound() {
        List<String> gaps = part(plan(Samples.year(), DEFAULTS), "Readiness gaps");

        assertThat(gaps)
                .contains(
                        // CC3.4 and CC6.4 have no control of ours.
                        "### Criteria without a control (2)",
                        // RSK-01 has none; that of GOV-01 is there beside an inquiry.
                        "### Controls without a test (1)",
                        // IAM-01 and VEN-01 unverified, IAM-03 partial.
                        "### Populations that are not proven (3)",
                        // DC 1, 3, 4 and 9 need a text; commitments, lists and what is assumed answer the others.
                        "### Description criteria that are not written (4)",
                        // CloudCo: 92 days of gap.
                        "### Subservice organizations that are not covered (1)",
                        // CC3.2, CC7.2, CC7.3, CC9.2.
                        "### Criteria that are undetermined (4)",
                        // CC6.2 and CC6.3; CC3.4 stands among those without a control.
                        "### Criteria that are not supported (2)");
        assertThat(gaps).anyMatch(line -> line.startsWith("- **IAM-03/T1** proven in part only"));
        assertThat(gaps)
                .anyMatch(line ->
                        line.startsWith("- **CloudCo** its report covers 273 days; 92 days of gap, of which a letter"));
    }

    @Test
    void aTestNamesPopulationExtentWindowAndTheEvidenceItNeeds() {
        List<String> tests = part(plan(Samples.year(), DEFAULTS), "Tests (11)");

        assertThat(row(tests, "CHG-01/T1"))
                .contains("Inspect: approved before deployed, by another person, same revision")
                // 98 a month and two exceptions
                .contains("| everything; 1\u202F178 items so far |")
                .contains("| 1 Jan 2025 to 31 Dec 2025 | populations after the period |");
        assertThat(row(tests, "GOV-01/T0")).contains("Inquire").endsWith("| tests of people |");
        assertThat(row(tests, "IAM-03/T1"))
                .contains("what was in force before the period; populations after the period; answers");
    }

    @Test
    void evidenceIsDueWhenFieldworkStarts() {
        ReportOptions agreed = DEFAULTS.auditCalendar(AuditCalendar.NOT_SET.fieldworkStart(LocalDate.of(2026, 1, 19)));

        assertThat(row(part(plan(Samples.year(), agreed), "Evidence to collect"), "Populations and records"))
                .contains("| 1 Jan 2026 | 19 Jan 2026 |");
        assertThat(row(part(plan(Samples.year(), DEFAULTS), "Evidence to collect"), "Populations and records"))
                .contains("| 1 Jan 2026 | not set |");
    }

    @Test
    void aTypeIHasADateAndNoPeriod() {
        List<String> lines = plan(Samples.typeI(), DEFAULTS);

        assertThat(row(part(lines, "Milestones (6)"), "Date of the Type I")).contains("| 30 Jun 2025 |");
        assertThat(row(part(lines, "Milestones"), "Readers ask")).contains("| 30 Jun 2026 |");
        assertThat(String.join("\n", lines)).doesNotContain("Period starts", "throughout", "Bridge");
        assertThat(part(lines, "Evidence to collect")).anyMatch(line -> line.contains("| at once | 30 Jun 2025 |"));
    }

    @Test
    void aPlanInsideThePeriodSaysSo() {
        assertThat(plan(Samples.interim(), DEFAULTS).get(2)).startsWith("> Interim:");
        assertThat(plan(Samples.year(), DEFAULTS).get(2)).startsWith("> Draft.");
    }

    @Test
    void anUnusualLengthIsPointedOut() {
        assertThat(part(plan(of("2025-01-01", "2025-03-31"), DEFAULTS), "Scope"))
                .noneMatch(PlanTest::isUnusual);
        assertThat(part(plan(of("2025-01-01", "2025-03-30"), DEFAULTS), "Scope"))
                .anyMatch(PlanTest::isUnusual);
        assertThat(part(plan(of("2024-03-01", "2025-02-28"), DEFAULTS), "Scope"))
                .noneMatch(PlanTest::isUnusual);
        assertThat(part(plan(of("2024-03-01", "2025-03-01"), DEFAULTS), "Scope"))
                .anyMatch(PlanTest::isUnusual);
    }

    private static boolean isUnusual(String line) {
        return line.contains("unusual, ask");
    }

    private static Assessment of(String first, String last) {
        Assessment year = Samples.year();
        Engagement engagement = year.engagement().toBuilder()
                .period(LocalDate.parse(first), LocalDate.parse(last), Samples.NEW_YORK)
                .build();
        return Samples.withEngagement(year, engagement);
    }

    @Test
    void anAssessmentOfNothingIsAPlanToo() {
        List<String> lines = plan(Samples.only(), DEFAULTS);

        assertThat(part(lines, "Tests (0)")).contains("Nothing is tested yet.");
        assertThat(part(lines, "Evidence to collect (0)")).contains("No test asks for evidence yet.");
    }

    @Test
    void germanReadersReadGerman() {
        List<String> lines = plan(Samples.year(), DEFAULTS.locale(Locale.GERMAN));

        assertThat(lines.get(0)).isEqualTo("# Acme Payroll Platform: Prüfungsplan");
        assertThat(row(part(lines, "Meilensteine"), "Prüfungszeitraum endet")).contains("31.12.2025");
        assertThat(part(lines, "Vorbereitungslücken")).contains("### Kriterien ohne Kontrolle (2)");
    }

    static List<String> hostile() {
        return HostileText.ALL;
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void hostileTextKeepsLinesAndCells(String text) {
        List<String> calm = plan(Samples.year(), DEFAULTS);
        List<String> lines = plan(Samples.hostile(text), DEFAULTS);

        // A kind of rule that nobody knows asks for evidence of its own: its rows differ, all others keep their cells.
        List<String> rest = part(lines, "Tests (11)");
        assertThat(rest).hasSameSizeAs(part(calm, "Tests (11)"));
        assertThat(part(lines, "Readiness gaps")).hasSameSizeAs(part(calm, "Readiness gaps"));
        assertThat(part(lines, "Scope")).hasSameSizeAs(part(calm, "Scope"));
        assertThat(lines).allSatisfy(line -> {
            assertThat(line).doesNotContain("<", "://", "](", "![", "`", "\u202E", "\u001B", "\u2066", "\u0000");
            if (line.startsWith("|")) {
                assertThat(line.chars().filter(c -> c == '|').count()).isIn(4L, 6L, 7L, 8L);
            }
        });
    }
}
