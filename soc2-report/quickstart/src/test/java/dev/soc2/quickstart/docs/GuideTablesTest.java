package dev.soc2.quickstart.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tables list what there is: nothing is missing, nothing is left over. */
class GuideTablesTest {

    private static final Pattern SPAN = Pattern.compile("`([^`\n]+)`");
    private static final Pattern CODE = Pattern.compile("SOC2-[A-Z][0-9]{3}");

    @Test
    void theVocabularyIsListed() throws IOException {
        same(Page.guide("evidence.md"), "vocabulary", Tables.vocabulary());
    }

    @Test
    void theIssueCodesAreListed() throws IOException {
        same(Page.guide("issue-codes.md"), "issue codes", Tables.issueCodes());
    }

    @Test
    void theCodesOfEngineAndHostAreListed() throws IOException {
        Set<String> listed = CODE.matcher(Page.guide("issue-codes.md").between("other codes"))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(listed).isEqualTo(Tables.otherCodes());
    }

    @Test
    void aCodeHasOneMeaning() throws IOException {
        assertThat(Tables.declaredCodes().values()).noneMatch(meaning -> meaning.contains(" / "));
        assertThat(Tables.otherCodes())
                .isNotEmpty()
                .doesNotContainAnyElementsOf(Tables.declaredCodes().keySet());
    }

    @Test
    void theReasonCodesAreListed() throws IOException {
        same(Page.guide("conclusions.md"), "reason codes", Tables.reasonCodes());
    }

    @Test
    void everyFieldOfARulePackIsExplained() throws IOException {
        explained("rule-packs.md", "soc2-rules/src/main/resources/META-INF/soc2/schema/rule-pack-1.json");
    }

    @Test
    void everyFieldOfAnAssessmentIsExplained() throws IOException {
        explained("reports.md", "soc2-model/src/main/resources/META-INF/soc2/schema/assessment-1.json");
    }

    @Test
    void everyFieldOfAScenarioIsExplained() throws IOException {
        Set<String> ofItself = Tables.properties("soc2-rules/src/main/resources/META-INF/soc2/schema/scenario-1.json");
        ofItself.removeAll(Tables.properties("soc2-rules/src/main/resources/META-INF/soc2/schema/rule-pack-1.json"));

        assertThat(ofItself).isNotEmpty();
        ofItself.removeAll(named(text("scenarios.md") + text("evidence.md")));
        assertThat(ofItself).as("fields of a scenario that no page names").isEmpty();
    }

    private static void explained(String guide, String schema) throws IOException {
        Set<String> named = named(text(guide));
        Set<String> missing = Tables.properties(schema);
        assertThat(missing).isNotEmpty();
        missing.removeAll(named);

        assertThat(missing)
                .as("fields of " + schema + " that " + guide + " does not name")
                .isEmpty();
    }

    /** The words in code spans. */
    private static Set<String> named(String text) {
        return SPAN.matcher(text)
                .results()
                .flatMap(span -> Stream.of(span.group(1).split("[^A-Za-z0-9_]+")))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String text(String guide) {
        return String.join("\n", Page.guide(guide).prose());
    }

    private static void same(Page page, String part, String table) {
        if (!page.between(part).equals(table)) {
            throw new AssertionError(page.name() + " should have between the comments '" + part + "':\n\n" + table);
        }
    }
}
