package dev.soc2.rules.internal.pack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.model.document.tree.DocumentLimits;
import dev.soc2.model.document.tree.Documents;
import dev.soc2.model.document.tree.Faults;
import dev.soc2.model.document.tree.Value;
import dev.soc2.model.evidence.AttributeValue;
import dev.soc2.rules.RulePacks;
import dev.soc2.rules.rule.CalendarRule;
import dev.soc2.rules.rule.CompletenessRule;
import dev.soc2.rules.rule.Rule;
import dev.soc2.rules.rule.RulePack;
import dev.soc2.rules.rule.SlaRule;
import dev.soc2.rules.rule.Subjects;
import dev.soc2.rules.rule.TestOfControl;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pack that ships with the library, read by the reader that reads everybody's packs. */
class StarterPackTest {

    private static final RulePack STARTER = RulePacks.starter();

    @Test
    void hasTheControlsThatItAnnounces() {
        assertThat(STARTER.id()).isEqualTo("soc2-starter");
        assertThat(STARTER.criteriaCatalog()).isEqualTo("tsc-2017-rev-2022");
        assertThat(STARTER.controls()).hasSize(84);
        assertThat(STARTER.controls())
                .allSatisfy(control -> assertThat(control.tests()).isNotEmpty());
    }

    @Test
    void readsTheLeaversLimit() {
        SlaRule rule = (SlaRule) rule("IAM-02", "T1");

        assertThat(rule.words())
                .isEqualTo(
                        "every hr.terminated is answered by iam.account.disabled of the same subject, attributes.system"
                                + " within 8BH, for each iam.account.created");
        assertThat(rule.calendar()).contains("business");
    }

    @Test
    void readsTheReviewOfEachSystemWithItsFollowUp() {
        CalendarRule rule = (CalendarRule) rule("IAM-04", "T1");

        assertThat(rule.subjects()).isEqualTo(Subjects.SEEN);
        assertThat(rule.followUp().orElseThrow().where())
                .contains("has(attributes.removals) && attributes.removals > 0");
    }

    @Test
    void takesTheKeyOfACombinationFromBothOfItsRecords() {
        CompletenessRule rule = (CompletenessRule) rule("IAM-03", "T1");

        assertThat(rule.match()).hasSize(2);
        assertThat(rule.cross()).isPresent();
    }

    @ParameterizedTest
    @MethodSource("tests")
    void aRuleThatIsWrittenIsReadBackAsItWas(String name, TestOfControl test) {
        String text = AttributeJson.text(AttributeValue.of(RuleWriter.fields(test.rule())));

        Faults faults = new Faults();
        Optional<Rule> read = Documents.readJson(
                        name, text.getBytes(StandardCharsets.UTF_8), DocumentLimits.forDocuments(), faults)
                .flatMap(node -> RuleReader.read(Value.of(node, faults), new RuleParts(STARTER.vocabulary(), faults)));

        assertThat(faults.issues()).isEmpty();
        assertThat(read).contains(test.rule());
    }

    static Stream<Object[]> tests() {
        return STARTER.controls().stream()
                .flatMap(control -> control.tests().stream()
                        .map(test -> new Object[] {control.control().id() + "/" + test.id(), test}));
    }

    private static Rule rule(String control, String test) {
        return STARTER.control(control).orElseThrow().tests().stream()
                .filter(t -> t.id().equals(test))
                .findFirst()
                .orElseThrow()
                .rule();
    }
}
