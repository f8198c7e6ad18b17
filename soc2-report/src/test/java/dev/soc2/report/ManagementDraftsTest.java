package dev.soc2.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.model.criteria.CriterionId;
import dev.soc2.model.engagement.DescriptionAnswer;
import dev.soc2.model.engagement.DescriptionCriterion;
import dev.soc2.model.engagement.ManagementAssertion;
import dev.soc2.model.engagement.SystemDescription;
import dev.soc2.model.result.Assessment;
import dev.soc2.model.result.AssessmentStatus;
import dev.soc2.model.result.CriterionConclusion;
import dev.soc2.model.result.CriterionResult;
import dev.soc2.model.result.OpinionKind;
import dev.soc2.model.result.OpinionPart;
import dev.soc2.model.result.SuggestedOpinion;
import dev.soc2.report.internal.letters.ManagementDrafts;
import dev.soc2.report.internal.prose.Block;
import dev.soc2.report.internal.prose.Line;
import dev.soc2.report.internal.prose.Prose;
import dev.soc2.report.internal.prose.ProseMarkdown;
import dev.soc2.report.internal.prose.Span;
import dev.soc2.report.internal.view.Presentation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Drafts name where each sentence comes from, and state no more than was concluded. */
class ManagementDraftsTest {

    private static final Presentation ENGLISH = in(Locale.ROOT);
    private static final String OPERATED = "operated effectively (1 Jan 2025 to 31 Dec 2025) to give";
    private static final String DESIGNED = "were suitably designed (1 Jan 2025 to 31 Dec 2025) to give";

    private static Presentation in(Locale locale) {
        return new Presentation(Optional.empty(), locale, Optional.empty(), false, false, false);
    }

    private static Map<String, Prose> drafts(Assessment assessment) {
        return ManagementDrafts.documents(assessment, ENGLISH);
    }

    private static String assertion(Assessment assessment) {
        return ProseMarkdown.of(drafts(assessment).get("assertion"));
    }

    /** One criterion with its conclusion, and what is suggested for design and operation. */
    private static Assessment concluded(CriterionConclusion conclusion, OpinionKind kind, AssessmentStatus status) {
        Assessment year = Samples.year();
        Map<DescriptionCriterion, DescriptionAnswer> answers = new TreeMap<>();
        for (DescriptionCriterion criterion : DescriptionCriterion.values()) {
            answers.put(criterion, new DescriptionAnswer("Said about " + criterion + ".", Map.of()));
        }
        OpinionPart sound = new OpinionPart(OpinionKind.UNQUALIFIED, List.of());
        return Samples.bare(
                year.engagement().toBuilder()
                        .description(new SystemDescription(answers))
                        .assertion(new ManagementAssertion("the board", Optional.empty(), ""))
                        .build(),
                status,
                year.inputs(),
                List.of(year.control("VUL-02")),
                List.of(new CriterionResult(
                        year.criterion(CriterionId.of("CC7.1")).orElseThrow().criterion(),
                        conclusion,
                        List.of(),
                        List.of("VUL-02"))),
                new SuggestedOpinion(sound, sound, Optional.of(new OpinionPart(kind, List.of()))));
    }

    private static Assessment concluded(CriterionConclusion conclusion, OpinionKind kind) {
        return concluded(conclusion, kind, AssessmentStatus.FINAL);
    }

    private static List<Line> sentences(Prose prose) {
        List<Line> lines = new ArrayList<>();
        for (Block block : prose.blocks()) {
            if (block instanceof Block.Paragraph paragraph) {
                lines.add(paragraph.line());
            } else if (block instanceof Block.Items list) {
                lines.addAll(list.items());
            } else if (block instanceof Block.Table table) {
                table.rows()
                        .forEach(row -> lines.add(new Line(row.cells().stream()
                                .flatMap(cell -> cell.spans().stream())
                                .toList())));
            }
        }
        return lines;
    }

    @Test
    void everySentenceEndsWithItsSource() {
        for (Assessment assessment : List.of(
                Samples.year(),
                Samples.interim(),
                Samples.typeI(),
                Samples.only(),
                concluded(CriterionConclusion.MET, OpinionKind.UNQUALIFIED))) {
            for (Locale locale : List.of(Locale.ROOT, Locale.GERMAN)) {
                ManagementDrafts.documents(assessment, in(locale))
                        .forEach((name, prose) -> assertThat(sentences(prose))
                                .as(name)
                                .isNotEmpty()
                                .allSatisfy(line -> {
                                    Span last = line.spans().get(line.spans().size() - 1);
                                    assertThat(last.style()).as(line.text()).isEqualTo(Span.Style.EMPHASIS);
                                    assertThat(last.text())
                                            .matches("\\[(engagement|assessment|Auftrag|Beurteilung): .+]"
                                                    + "|\\[to be written]|\\[noch zu schreiben]");
                                }));
            }
        }
    }

    @Test
    void everythingSupportedIsStatedInFull() {
        assertThat(assertion(concluded(CriterionConclusion.MET, OpinionKind.UNQUALIFIED)))
                .contains("The controls named in the description " + OPERATED)
                .contains("The controls named in the description " + DESIGNED)
                .contains("The description presents the system as it was designed")
                .doesNotContain("Except for", "cannot be stated", "has to be modified");
    }

    @Test
    void whatIsNotSupportedIsExceptedByName() {
        String draft = assertion(concluded(CriterionConclusion.NOT_MET, OpinionKind.QUALIFIED));

        assertThat(draft)
                .contains("Except for what follows, the controls named in the description " + OPERATED)
                .contains("- CC7.1 Weaknesses are detected: not supported. *&#91;assessment: criteria.CC7.1&#93;*")
                .contains("An assertion signed by the board is on record.")
                .contains("it has to be modified");
        assertThat(draft).doesNotContain("\nThe controls named in the description " + OPERATED);
    }

    @Test
    void whatIsUndeterminedOrPervasiveIsNotStatedAtAll() {
        for (OpinionKind kind :
                List.of(OpinionKind.ADVERSE, OpinionKind.DISCLAIMER, OpinionKind.NOT_DETERMINABLE_YET)) {
            String draft = assertion(concluded(CriterionConclusion.INSUFFICIENT_EVIDENCE, kind));

            assertThat(draft)
                    .contains("That the controls operated effectively cannot be stated.")
                    .contains("CC7.1 Weaknesses are detected: undetermined")
                    .doesNotContain(OPERATED);
        }
    }

    /** A suggestion without a criterion that is to blame excepts nothing by name, so that nothing may be stated. */
    @Test
    void aQualificationThatNamesNothingIsNotStated() {
        assertThat(assertion(concluded(CriterionConclusion.MET, OpinionKind.QUALIFIED)))
                .contains("That the controls operated effectively cannot be stated.")
                .doesNotContain(OPERATED);
    }

    @Test
    void beforeTheEndOfThePeriodNothingIsStated() {
        assertThat(assertion(concluded(CriterionConclusion.MET, OpinionKind.UNQUALIFIED, AssessmentStatus.INTERIM)))
                .contains("This cannot be stated yet")
                .doesNotContain(OPERATED, DESIGNED);
    }

    @Test
    void noCriterionIsNoSupport() {
        assertThat(assertion(Samples.only())).doesNotContain("\nThe controls named in the description " + OPERATED);
    }

    @Test
    void theYearOfTheSamplesNamesEveryCriterionThatIsNotSupported() {
        String draft = assertion(Samples.year());

        assertThat(draft)
                .contains("It does not answer DC 1, DC 2, DC 3, DC 4, DC 5, DC 6, DC 7, DC 8, DC 9.")
                .contains("CC3.2 Risks to objectives are identified: not assessed.")
                .contains("CC6.2 Users are registered and removed: not supported.")
                .contains("CC7.3 Events are evaluated: undetermined")
                .contains("Commitment not kept: 99.9 % a month")
                .contains("CC8.1 Changes are authorised and tested: with deviations that are within policy.")
                .contains("CC6.4 Physical access is restricted: in reliance on controls of others")
                .doesNotContain(OPERATED);
    }

    @Test
    void aTypeISaysNothingAboutOperationOrChanges() {
        Map<String, Prose> drafts = drafts(Samples.typeI());
        String all = String.join(
                "\n", drafts.values().stream().map(ProseMarkdown::of).toList());

        assertThat(all).contains("as of 30 Jun 2025").doesNotContain("effectively", "## Operation", "DC 9: S");
        assertThat(ProseMarkdown.of(drafts.get("assertion"))).contains("CC6.2 Users are registered and removed");
    }

    @Test
    void theDescriptionCarriesEveryAnswerAndAsksForTheOthers() {
        Assessment year = Samples.year();
        Assessment described = Samples.withEngagement(
                year,
                year.engagement().toBuilder()
                        .description(new SystemDescription(Map.of(
                                DescriptionCriterion.DC1,
                                new DescriptionAnswer("Payroll as a service.\n\nFor small companies.", Map.of()),
                                DescriptionCriterion.DC3,
                                new DescriptionAnswer("", Map.of("software", "the ledger", "sites", "two")))))
                        .build());

        String draft = ProseMarkdown.of(drafts(described).get("system-description"));

        assertThat(draft)
                .contains("Payroll as a service. *&#91;engagement: description.DC1&#93;*\n\nFor small companies. ")
                .contains("### Software\n\nthe ledger *&#91;engagement: description.DC3.software&#93;*")
                .contains("### sites\n\ntwo ")
                .contains("### Data\n\nWhat belongs to it. *&#91;to be written&#93;*")
                .contains("Nature, time, extent and outcome of incidents")
                .contains("| CC6.2 | Users are registered and removed | IAM-01, IAM-03, IAM-04 |")
                .contains("P6.7: Acme is a processor only")
                .contains("Since 1 Apr 2025 the control IAM-04 Access is reviewed each quarter is in force");
        assertThat(Stream.of(DescriptionCriterion.values()))
                .allSatisfy(
                        dc -> assertThat(draft).contains("## DC " + dc.name().charAt(2) + ": "));
    }

    @Test
    void controlsOfOthersAreListedWithTheirCriteria() {
        assertThat(ProseMarkdown.of(drafts(Samples.year()).get("complementary-controls")))
                .contains("| CUEC-1 | Customers review their own users. | CC6.2 |")
                .contains("| CloudCo | guards its data centres | CC6.4, A1.2 |");
        assertThat(ProseMarkdown.of(drafts(Samples.typeI()).get("complementary-controls")))
                .contains("No control of customers is declared.")
                .contains("No control of a subservice organization is declared.");
    }
}
