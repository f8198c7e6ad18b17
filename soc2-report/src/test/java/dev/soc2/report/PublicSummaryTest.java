package dev.soc2.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.soc2.model.engagement.Cuec;
import dev.soc2.model.engagement.DescriptionAnswer;
import dev.soc2.model.engagement.DescriptionCriterion;
import dev.soc2.model.engagement.EngagementBuilder;
import dev.soc2.model.engagement.Identities;
import dev.soc2.model.engagement.ServiceCommitment;
import dev.soc2.model.engagement.SystemDescription;
import dev.soc2.model.evidence.EvidenceRef;
import dev.soc2.model.result.Assessment;
import dev.soc2.model.result.ControlResult;
import dev.soc2.model.result.ItemResult;
import dev.soc2.model.result.RecordedNote;
import dev.soc2.model.result.TestResult;
import dev.soc2.report.render.LintMode;
import dev.soc2.report.render.ReportOptions;
import dev.soc2.report.render.ReportRefusedException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The public learns what the system is, and nothing about what was found in it. */
class PublicSummaryTest {

    private static final Map<DescriptionCriterion, DescriptionAnswer> ANSWERS = Map.of(
            DescriptionCriterion.DC1,
            new DescriptionAnswer("Payroll as a service.", Map.of()),
            DescriptionCriterion.DC3,
            new DescriptionAnswer(
                    "",
                    Map.of(
                            "infrastructure", "two regions of CloudCo",
                            "procedures", "IAM-03 and what follows from it",
                            "people", "led by Paula Person")),
            DescriptionCriterion.DC4,
            new DescriptionAnswer("The outage of April.", Map.of()),
            DescriptionCriterion.DC9,
            new DescriptionAnswer("A new archive store.", Map.of()));

    private static Assessment year(UnaryOperator<EngagementBuilder> change) {
        Assessment year = Samples.year();
        return Samples.withEngagement(
                year,
                change.apply(year.engagement().toBuilder()
                                .identities(new Identities(Map.of("paula", "Paula Person")))
                                .description(new SystemDescription(ANSWERS)))
                        .build());
    }

    private static String page(Assessment assessment, ReportOptions options) {
        return Reports.publicSummary().render(assessment, options);
    }

    private static String page(Assessment assessment) {
        return page(assessment, ReportOptions.defaults());
    }

    private static String markdown(Assessment assessment) {
        return Reports.publicSummaryMarkdown().render(assessment, ReportOptions.defaults());
    }

    /** Everything that an assessment found, by the words in which a report would show it. */
    private static Set<String> findings(Assessment assessment) {
        Set<String> words = new TreeSet<>();
        for (ControlResult control : assessment.controls()) {
            words.add(control.id());
            words.add(control.control().title());
            words.add(control.control().description());
            control.reasons().forEach(reason -> words.add(reason.text()));
            for (TestResult test : control.tests()) {
                words.add(test.rule());
                test.reasons().forEach(reason -> words.add(reason.text()));
                words.addAll(test.population().evidence());
                words.add(test.population().query());
                for (ItemResult item : test.items()) {
                    words.addAll(List.of(item.id(), item.subject(), item.detail()));
                    words.addAll(item.evidence());
                }
                test.judged().ifPresent(judged -> words.addAll(List.of(judged.reviewer(), judged.reason())));
                if (test.counts().deviations() > 0) {
                    words.add(
                            test.counts().deviations() + " of " + test.counts().evaluated());
                }
            }
            for (RecordedNote note : control.managementResponse()) {
                words.addAll(List.of(note.text(), note.actor(), note.evidence()));
            }
            control.deviationAnalysis().forEach(note -> words.addAll(List.of(note.text(), note.actor())));
        }
        assessment.criteria().forEach(criterion -> {
            words.add(criterion.criterion().title());
            words.add(criterion.id().value());
            criterion.reasons().forEach(reason -> words.add(reason.text()));
        });
        assessment.evidence().stream().map(EvidenceRef::id).forEach(words::add);
        assessment.notices().forEach(notice -> words.add(notice.text()));
        assessment.recommendations().forEach(r -> words.add(r.what()));
        words.add("Paula");
        words.add("paula");
        words.add("outage of April");
        words.add("archive store");
        words.removeIf(String::isBlank);
        // The subject of two findings is the name of the system itself.
        words.remove("payroll");
        return words;
    }

    @Test
    void nothingThatWasFoundAppears() {
        Assessment year = year(UnaryOperator.identity());
        Set<String> findings = findings(year);

        assertThat(findings).hasSizeGreaterThan(80).contains("IAM-03", "okta-1", "Rita Reviewer", "3 of 39", "CC6.2");
        for (String format : List.of(page(year), markdown(year))) {
            // The style sheet is the same for every page.
            String text = format.replaceAll("(?s)<style>.*</style>", "");
            assertThat(findings).allSatisfy(found -> assertThat(text).doesNotContain(found));
            assertThat(text).doesNotContainPattern("(?i)deviat|exception|effective|supported|sampl|\\btest(s|ed)?\\b");
        }
    }

    @Test
    void theSystemItsCommitmentsAndItsNeighboursAppear() {
        String page =
                page(year(UnaryOperator.identity()), ReportOptions.defaults().reportContact("trust@acme.example"));

        assertThat(page)
                .contains("Acme Payroll Platform of Acme Payroll, Inc.")
                .contains("Payroll as a service.", "two regions of CloudCo", "99.9 % a month")
                .contains("Security, Availability, Privacy", "1 Jan 2025 to 31 Dec 2025", "tsc-2017-rev-2022")
                .contains("CloudCo (hosting). Its controls are not part of the description")
                .contains("Customers review their own users.")
                .contains("Ask here: trust@acme.example")
                .contains("Described in the report only: People, Procedures.")
                .contains("The period has ended.");
        assertThat(page(Samples.interim())).contains("Interim: the period had not ended");
    }

    @Test
    void aTextThatNamesAControlIsCountedInsteadOfShown() {
        String page = page(year(engagement -> engagement.userEntityControl(
                new Cuec("CUEC-2", "Customers tell us of leavers, see IAM-03.", Set.of()))));

        assertThat(page).contains("1 more stands in the report only.").doesNotContain("leavers");
    }

    @Test
    void aTypeIIsRefused() {
        assertThatThrownBy(() -> page(Samples.typeI()))
                .isInstanceOf(ReportRefusedException.class)
                .hasMessageContaining("SOC2-P024");
        assertThatThrownBy(() -> markdown(Samples.typeI())).isInstanceOf(ReportRefusedException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "We have an unqualified report.",
                "In our OPINION it is safe.",
                "Stated fairly in all material respects.",
                "Controls operated effectively.",
                "We are SOC 2 certified.",
                "Our platform is compliant.",
                "We guarantee it.",
                "Ein uneingeschränktes Prüfungsurteil.",
                "Wir sind zertifiziert."
            })
    void wordsByWhichAnAuditorConcludesAreRefusedWhoeverWroteThem(String claim) {
        // The lint refuses some of them before, in every format.
        assertThatThrownBy(() -> page(
                        year(engagement -> engagement.commitment(new ServiceCommitment("CLAIM", claim, Set.of()))),
                        ReportOptions.defaults().lint(LintMode.OFF)))
                .isInstanceOf(ReportRefusedException.class)
                .hasMessageContaining("SOC2-P025")
                .hasMessageContaining("commitments.CLAIM");
        assertThatThrownBy(() -> page(
                        year(UnaryOperator.identity()), ReportOptions.defaults().reportContact(claim)))
                .hasMessageContaining("'contact'");
    }

    /** A certificate of a server, or a team by that name, concludes nothing. */
    @Test
    void wordsThatOnlyLookAlikeAreNotRefused() {
        assertThat(page(year(engagement -> engagement.commitment(new ServiceCommitment(
                        "TLS", "certificates are renewed by the compliance team; Zertifikate auch", Set.of())))))
                .contains("certificates are renewed by the compliance team");
    }

    @Test
    void thePageItselfHasNoWordOfAConclusion() {
        for (Locale locale : List.of(Locale.ROOT, Locale.GERMANY)) {
            String page = page(Samples.year(), ReportOptions.defaults().locale(locale));

            assertThat(page.replaceAll("(?s)<style>.*</style>", ""))
                    .doesNotContainPattern("(?i)opinion|qualified|adverse|disclaim|certif|complian|guarant"
                            + "|urteil\\b|Testat|zertifi|uneingeschr|wirksam");
        }
    }

    @Test
    void thePageIsReadableByEverybodyAndLoadsNothing() {
        for (Locale locale : List.of(Locale.ROOT, Locale.GERMANY)) {
            String page = page(
                    year(UnaryOperator.identity()), ReportOptions.defaults().locale(locale));
            List<Integer> levels = Pattern.compile("<h([1-6])[ >]")
                    .matcher(page)
                    .results()
                    .map(r -> Integer.valueOf(r.group(1)))
                    .toList();

            assertThat(page)
                    .startsWith("<!DOCTYPE html>")
                    .contains("<html lang=\"" + (locale.equals(Locale.ROOT) ? "en" : "de") + "\">")
                    .containsPattern("<title>[^<]{5,}</title>")
                    .contains("default-src 'none'; style-src 'sha256-", "<main>", "<header>")
                    .doesNotContain("<script", "src=", "@import", "url(", "://", "onload", "<a ");
            assertThat(levels).startsWith(1).containsOnlyOnce(1);
            for (int i = 1; i < levels.size(); i++) {
                assertThat(levels.get(i)).isLessThanOrEqualTo(levels.get(i - 1) + 1);
            }
        }
    }

    @Test
    void bothFormatsSayTheSame() {
        Assessment year = year(UnaryOperator.identity());
        String page = page(year).replaceAll("(?s)^.*<body>", "").replaceAll("<[^>]*>", " ");
        String text = markdown(year).replaceAll("&#\\d+;", " ");

        assertThat(String.join(" ", words(page))).isEqualTo(String.join(" ", words(text)));
    }

    private static List<String> words(String text) {
        // The status stands in front of the title on the page, and below it in Markdown.
        return Pattern.compile("[\\p{L}0-9]+")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .sorted()
                .toList();
    }
}
