package dev.soc2.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.soc2.model.control.Control;
import dev.soc2.model.control.EffectiveDates;
import dev.soc2.model.criteria.CriterionId;
import dev.soc2.model.engagement.DescriptionAnswer;
import dev.soc2.model.engagement.DescriptionCriterion;
import dev.soc2.model.engagement.EngagementBuilder;
import dev.soc2.model.engagement.SystemDescription;
import dev.soc2.model.issue.Issue;
import dev.soc2.model.issue.Severity;
import dev.soc2.model.result.Assessment;
import dev.soc2.model.result.AssessmentInputs;
import dev.soc2.model.result.AssessmentStatus;
import dev.soc2.model.result.CommitmentConclusion;
import dev.soc2.model.result.CommitmentResult;
import dev.soc2.model.result.ControlResult;
import dev.soc2.model.result.CriterionConclusion;
import dev.soc2.model.result.CriterionResult;
import dev.soc2.model.result.RelianceResult;
import dev.soc2.report.letter.BridgeLetterRequest;
import dev.soc2.report.letter.BridgeLetterRequestBuilder;
import dev.soc2.report.letter.GapEvent;
import dev.soc2.report.letter.LastReport;
import dev.soc2.report.letter.LetterFormat;
import dev.soc2.report.letter.NextExamination;
import dev.soc2.report.letter.Signatory;
import dev.soc2.report.render.RenderResult;
import dev.soc2.report.render.ReportOptions;
import dev.soc2.report.render.ReportRefusedException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A letter says that nothing changed only where that is so and known. */
class BridgeLetterTest {

    private static final String NO_CHANGES = "there were no material changes";
    private static final String NO_INCIDENT = "No incident is known";
    private static final String NO_FAILURE = "no control is known to us to have failed";

    /** The first quarter of 2026 after a report of 2025; management knows of no change and no incident. */
    static BridgeLetterRequestBuilder quiet() {
        return BridgeLetterRequest.builder()
                .lastReport(new LastReport("Firm & Partners LLP", LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31)))
                .until(LocalDate.of(2026, 3, 31))
                .dated(LocalDate.of(2026, 4, 2))
                .changes()
                .incidents()
                .next(new NextExamination(
                        LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31), Optional.of(LocalDate.of(2027, 2, 15))))
                .signatory(new Signatory("Sina Signer", "Chief Executive Officer"));
    }

    /** The year 2026 as seen on 1 April: everything is supported, and the description declares that nothing happened. */
    static Assessment calm() {
        return calm("none", "None.");
    }

    private static Assessment calm(String changes, String incidents) {
        return gap(changes, incidents, CriterionConclusion.MET, CommitmentConclusion.SUPPORTED, "2026-04-01T12:00:00Z");
    }

    private static Assessment gap(
            String changes,
            String incidents,
            CriterionConclusion criterion,
            CommitmentConclusion commitment,
            String asOf) {
        Assessment year = Samples.year();
        Map<DescriptionCriterion, DescriptionAnswer> answers = new TreeMap<>();
        if (!changes.isEmpty()) {
            answers.put(DescriptionCriterion.DC9, new DescriptionAnswer(changes, Map.of()));
        }
        if (!incidents.isEmpty()) {
            answers.put(DescriptionCriterion.DC4, new DescriptionAnswer(incidents, Map.of()));
        }
        EngagementBuilder engagement = year.engagement().toBuilder()
                .period(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31), Samples.NEW_YORK);
        engagement.description(new SystemDescription(answers));
        AssessmentInputs inputs = year.inputs();
        return new Assessment(
                engagement.build(),
                AssessmentStatus.INTERIM,
                new AssessmentInputs(
                        inputs.evidenceCount(),
                        inputs.evidenceDigest(),
                        inputs.checkpoint(),
                        inputs.imports(),
                        inputs.packs(),
                        inputs.catalog(),
                        inputs.engineVersion(),
                        inputs.tzdbVersion(),
                        Instant.parse(asOf),
                        Optional.empty()),
                List.of(year.control("VUL-02")),
                List.of(new CriterionResult(
                        year.criterion(CriterionId.of("CC7.1")).orElseThrow().criterion(),
                        criterion,
                        List.of(),
                        List.of("VUL-02"))),
                List.of(new CommitmentResult(year.engagement().commitments().get(0), commitment, List.of())),
                RelianceResult.NONE,
                year.suggestedOpinion(),
                List.of(),
                List.of());
    }

    private static String letter(Assessment assessment, BridgeLetterRequestBuilder request) {
        return Reports.bridgeLetter(request.build(), LetterFormat.MARKDOWN)
                .render(assessment, ReportOptions.defaults());
    }

    private static List<Issue> refusal(Assessment assessment, BridgeLetterRequestBuilder request) {
        ReportRefusedException refused =
                catchThrowableOfType(ReportRefusedException.class, () -> letter(assessment, request.nothingToReport()));
        assertThat(refused).as("refused").isNotNull();
        assertThat(refused.issues()).extracting(Issue::code).containsOnly("SOC2-P022");
        return refused.issues();
    }

    private static void saysNothingOfThatKind(String letter) {
        assertThat(letter).doesNotContain(NO_CHANGES, NO_INCIDENT, NO_FAILURE);
    }

    @Test
    void nothingChangedIsSaidWhereTheWholeTimeIsAssessedAndEverybodySaysSo() {
        String letter = letter(calm(), quiet().nothingToReport());

        assertThat(letter)
                .contains(NO_CHANGES, NO_INCIDENT, NO_FAILURE)
                .contains("Firm &#38; Partners LLP issued the last SOC 2 Type II report")
                .contains("1 Jan 2025 to 31 Dec 2025")
                .contains("1 Jan 2026 to 31 Mar 2026 (90 days)")
                .contains("It is not a substitute for a report of a service auditor")
                .contains(
                        "The next examination covers 1 Jan 2026 to 31 Dec 2026. Its report is expected by 15 Feb 2027.")
                .contains("**Sina Signer**, Chief Executive Officer")
                .doesNotContain("What is not known", "longer than the three months");
    }

    @Test
    void aChangeOrAnIncidentThatManagementNamesStandsInTheLetterAndTheClaimIsRefused() {
        BridgeLetterRequestBuilder request = quiet().changes(
                        new GapEvent(LocalDate.of(2026, 2, 3), "The ledger moved to another region."))
                .incidents(new GapEvent(LocalDate.of(2026, 3, 31), "Payments were late by a day."));

        String letter = letter(calm(), request);

        saysNothingOfThatKind(letter);
        assertThat(letter)
                .contains("- 3 Feb 2026: The ledger moved to another region.")
                .contains("- 31 Mar 2026: Payments were late by a day.");
        assertThat(refusal(calm(), request))
                .extracting(Issue::what)
                .anyMatch(what -> what.contains("The ledger moved"))
                .anyMatch(what -> what.contains("Payments were late"))
                .hasSize(2);
    }

    @Test
    void whatTheDescriptionDeclaresStandsInTheLetter() {
        Assessment declared = calm("In February an archive store was added.", "One outage in March.");

        String letter = letter(declared, quiet());

        saysNothingOfThatKind(letter);
        assertThat(letter)
                .contains("says about changes: In February an archive store was added.")
                .contains("says about incidents: One outage in March.");
        assertThat(refusal(declared, quiet())).hasSize(2);
    }

    @Test
    void aDescriptionThatIsSilentLeavesItOpen() {
        Assessment silent = calm("", "");

        String letter = letter(silent, quiet());

        saysNothingOfThatKind(letter);
        assertThat(letter)
                .contains("does not say whether there were incidents")
                .contains("does not say whether there were significant changes");
        assertThat(refusal(silent, quiet())).hasSize(2);
    }

    @Test
    void anAssessmentOfTheReportedYearSaysNothingAboutTheTimeAfterIt() {
        String letter = letter(Samples.year(), quiet());

        saysNothingOfThatKind(letter);
        assertThat(letter)
                .contains("No assessment covers this time.")
                .contains("We make no statement about controls")
                .doesNotContain("CC6.2");
        assertThat(refusal(Samples.year(), quiet()))
                .singleElement()
                .satisfies(issue -> assertThat(issue.what()).contains("No assessment covers this time"));
    }

    @Test
    void anAssessmentOfOneDateSaysNothingAboutAPeriod() {
        assertThat(letter(Samples.typeI(), quiet())).contains("speaks of one date and not of this time");
        assertThat(refusal(Samples.typeI(), quiet())).hasSize(1);
    }

    /** Made at noon of 15 March: the 14th is the last day that had ended. */
    @Test
    void daysThatNobodyAssessedAreNamed() {
        Assessment early =
                gap("none", "none", CriterionConclusion.MET, CommitmentConclusion.SUPPORTED, "2026-03-15T16:00:00Z");

        String letter = letter(early, quiet());

        saysNothingOfThatKind(letter);
        assertThat(letter).contains("No assessment covers 15 Mar 2026 to 31 Mar 2026.");
        assertThat(refusal(early, quiet())).hasSize(1);
    }

    @Test
    void missingEvidenceAndFailedControlsAreToldApart() {
        Assessment failed =
                gap("none", "none", CriterionConclusion.NOT_MET, CommitmentConclusion.MISSED, "2026-04-01T12:00:00Z");
        Assessment open = gap(
                "none",
                "none",
                CriterionConclusion.INSUFFICIENT_EVIDENCE,
                CommitmentConclusion.UNDETERMINED,
                "2026-04-01T12:00:00Z");

        saysNothingOfThatKind(letter(failed, quiet()));
        assertThat(letter(failed, quiet()))
                .contains("It does not support the following")
                .contains("CC7.1 Weaknesses are detected")
                .contains("This commitment was not kept: 99.9 % a month");
        assertThat(refusal(failed, quiet())).hasSize(2);
        saysNothingOfThatKind(letter(open, quiet()));
        assertThat(letter(open, quiet()))
                .contains("CC7.1 Weaknesses are detected: evidence is missing, so this is undetermined.")
                .contains("Whether this commitment was kept is undetermined");
        assertThat(refusal(open, quiet())).hasSize(2);
    }

    @Test
    void aControlThatBeginsInTheGapIsAChange() {
        Assessment calm = calm();
        var control = calm.controls().get(0);
        var changed = new Control(
                control.id(),
                control.control().title(),
                "",
                control.control().criteria(),
                control.control().nature(),
                control.control().execution(),
                control.control().frequency(),
                true,
                "",
                "",
                new EffectiveDates(Optional.of(LocalDate.of(2026, 2, 1)), Optional.of(LocalDate.of(2026, 4, 1))),
                List.of(),
                List.of(),
                List.of(),
                Map.of());
        Assessment begun = Samples.withControls(
                calm,
                List.of(new ControlResult(
                        changed,
                        control.design(),
                        control.operating(),
                        control.implementation(),
                        control.from(),
                        control.to(),
                        control.reasons(),
                        control.tests(),
                        List.of(),
                        List.of())));

        String letter = letter(begun, quiet());

        saysNothingOfThatKind(letter);
        assertThat(letter)
                .contains("1 Feb 2026: the control VUL-02 Critical weaknesses are fixed was introduced.")
                .doesNotContain("ended.");
    }

    /** Three months from 1 January end on 31 March; one day more is too long. */
    @Test
    void moreThanThreeMonthsGiveAWarningAndASentence(@TempDir Path folder) {
        RenderResult three = Reports.bridgeLetter(quiet().build(), LetterFormat.DOCX)
                .write(calm(), ReportOptions.defaults(), folder.resolve("three.docx"));
        BridgeLetterRequest longer = quiet().until(LocalDate.of(2026, 4, 1)).build();
        RenderResult more = Reports.bridgeLetter(longer, LetterFormat.DOCX)
                .write(calm(), ReportOptions.defaults(), folder.resolve("more.docx"));

        assertThat(three.warnings()).isEmpty();
        assertThat(more.warnings()).extracting(Issue::code).containsExactlyInAnyOrder("SOC2-P022", "SOC2-P023");
        assertThat(more.warnings()).allMatch(issue -> issue.severity() == Severity.WARNING);
        assertThat(Reports.bridgeLetter(longer, LetterFormat.MARKDOWN).render(calm(), ReportOptions.defaults()))
                .contains("longer than the three months");
    }

    @Test
    void whatIsMissingIsRefusedByName() {
        assertThatThrownBy(() -> BridgeLetterRequest.builder().build())
                .asInstanceOf(type(ReportRefusedException.class))
                .satisfies(refused -> assertThat(refused.issues())
                        .allMatch(issue -> issue.code().equals("SOC2-P020"))
                        .extracting(issue -> issue.location().path())
                        .containsExactlyInAnyOrder(
                                "lastReport", "until", "dated", "changes", "incidents", "next", "signatory"));
    }

    @Test
    void daysOutsideTheLetterAreRefused() {
        BridgeLetterRequestBuilder request = quiet().dated(LocalDate.of(2026, 3, 30))
                .changes(new GapEvent(LocalDate.of(2025, 12, 31), "still reported"))
                .incidents(new GapEvent(LocalDate.of(2026, 4, 1), "after the letter"));

        assertThatThrownBy(request::build)
                .asInstanceOf(type(ReportRefusedException.class))
                .satisfies(refused -> assertThat(refused.issues())
                        .allMatch(issue -> issue.code().equals("SOC2-P021"))
                        .extracting(issue -> issue.location().path())
                        .containsExactlyInAnyOrder("dated", "changes[0]", "incidents[0]"));
        assertThatThrownBy(quiet().until(LocalDate.of(2025, 12, 31))::build)
                .isInstanceOf(ReportRefusedException.class)
                .hasMessageContaining("the last report covers that day");
    }

    @Test
    void reasonsAreEnglishWhateverTheLanguageOfTheLetter() {
        var german = ReportOptions.defaults().locale(Locale.GERMANY);
        BridgeLetterRequest request = quiet().nothingToReport().build();

        assertThatThrownBy(
                        () -> Reports.bridgeLetter(request, LetterFormat.HTML).render(Samples.year(), german))
                .hasMessageContaining("No assessment covers this time");
        assertThat(Reports.bridgeLetter(quiet().build(), LetterFormat.HTML).render(Samples.year(), german))
                .contains("<html lang=\"de\">", "Keine Beurteilung umfasst diesen Zeitraum.");
    }
}
