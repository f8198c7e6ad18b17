package dev.soc2.rules.internal.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.soc2.model.engagement.DeviationPolicy;
import dev.soc2.model.engagement.Tailoring;
import dev.soc2.model.evidence.AttributeValue;
import dev.soc2.rules.RulePacks;
import dev.soc2.rules.rule.CalendarRule;
import dev.soc2.rules.rule.CombinedRule;
import dev.soc2.rules.rule.JavaRule;
import dev.soc2.rules.rule.Rule;
import dev.soc2.rules.rule.RulePack;
import dev.soc2.rules.rule.SlaRule;
import dev.soc2.rules.rule.Subjects;
import dev.soc2.rules.rule.TestOfControl;
import dev.soc2.rules.rule.TimeAmount;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An engagement's own limits, rhythms and roles in place of those of a pack. */
class TailoringTest {

    private final RulePack starter = RulePacks.starter();

    @Test
    void onlyTheNamedParameterChanges() {
        RulePack tailored = tailored(of("IAM-02", "limit", AttributeValue.of("PT24H")));

        SlaRule before = (SlaRule) test(starter, "IAM-02").rule();
        SlaRule after = (SlaRule) test(tailored, "IAM-02").rule();
        assertThat(after.stages().get(0).limit().amount()).contains(TimeAmount.parse("PT24H"));
        assertThat(after.early()).isEqualTo(before.early());
        assertThat(after.calendar()).isEqualTo(before.calendar());
        assertThat(tailored.control("IAM-03")).isEqualTo(starter.control("IAM-03"));
        assertThat(tailored.sha256()).isEqualTo(starter.sha256());
    }

    @Test
    void listsMapsAndSeveralParametersOfOneTestAreTakenTogether() {
        RulePack tailored = tailored(
                of("IAM-04", "perSubject", AttributeValue.texts(List.of("prod", "payroll"))),
                of("IAM-04", "grace", AttributeValue.of("P20D")),
                of(
                        "VUL-02",
                        "limitBy",
                        AttributeValue.of(Map.of(
                                "field", AttributeValue.of("attributes.severity"), "HIGH", AttributeValue.of("P7D")))));

        CalendarRule review = (CalendarRule) test(tailored, "IAM-04").rule();
        assertThat(review.subjects()).isEqualTo(new Subjects.Listed(List.of("prod", "payroll")));
        assertThat(review.grace().written()).isEqualTo("P20D");
        SlaRule fixes = (SlaRule) test(tailored, "VUL-02").rule();
        assertThat(fixes.stages().get(0).limit().amounts()).isEqualTo(Map.of("HIGH", TimeAmount.parse("P7D")));
    }

    @Test
    void theDeviationPolicyOfATestIsAParameter() {
        RulePack tailored = tailored(of(
                "IAM-02",
                "deviationPolicy",
                AttributeValue.of(
                        Map.of("policy", AttributeValue.of("TOLERANCE"), "rate", AttributeValue.of("2.5%")))));

        assertThat(test(tailored, "IAM-02").policy()).contains(new DeviationPolicy.Tolerance(new BigDecimal("0.025")));
    }

    @Test
    void theValueIsCheckedAsThePackWouldBe() {
        assertThatThrownBy(() -> tailored(of("IAM-02", "limit", AttributeValue.of(24))))
                .hasMessage("""
                        overrides.IAM-02.tests.T1.limit: SOC2-D022: 'limit' wants text, and this is a number
                          fix: put it in quotes""");
        assertThatThrownBy(() -> tailored(of("IAM-02", "stop", AttributeValue.of("occurredAt"))))
                .hasMessage("""
                        overrides.IAM-02.tests.T1: SOC2-R013: an SLA rule has either a stop (both times on one record) or an answer (two records)
                          fix: change the fields so that they fit together""");
        assertThatThrownBy(() -> tailored(of("IAM-02", "kind", AttributeValue.of("CADENCE"))))
                .hasMessageContaining("the kind of a rule is no parameter");
    }

    @Test
    void aParameterThatCannotBeReadIsRefusedWithItsPath() {
        RulePack tailored = tailored(of("INC-03", "within", AttributeValue.of("P20D")));

        assertThat(test(tailored, "INC-03").rule())
                .isNotEqualTo(test(starter, "INC-03").rule());
        assertThatThrownBy(() -> tailored(of("INC-03", "within", AttributeValue.of("soon"))))
                .hasMessageContaining("overrides.INC-03.tests.T1.within: SOC2-D023");
        assertThatThrownBy(() -> tailored(of("INC-03", "withi", AttributeValue.of("P20D"))))
                .hasMessageContaining("has no parameter 'withi'")
                .hasMessageContaining("use 'within'");
    }

    @Test
    void anOverrideOfSeveralPacksFindsItsControlInOneOfThem() {
        RulePack other =
                new RulePack("other", "1", "0".repeat(64), starter.criteriaCatalog(), starter.vocabulary(), List.of());

        List<RulePack> tailored = PackDocuments.tailored(
                List.of(other, starter), List.of(of("IAM-02", "limit", AttributeValue.of("PT24H"))));

        assertThat(tailored.get(0)).isEqualTo(other);
        assertThat(((SlaRule) test(tailored.get(1), "IAM-02").rule())
                        .stages()
                        .get(0)
                        .limit()
                        .words())
                .isEqualTo("PT24H");
    }

    @Test
    void aParameterOfAPartBeginsWithItsNumber() {
        RulePack pack = pack("{kind: ALL_OF, rules: [{kind: ANY_OF, rules: [" + SLA + ", " + SLA + "]}, " + SLA + "]}");

        CombinedRule rule = (CombinedRule) rule(pack, of("C1", "1/2/limit", AttributeValue.of("PT4H")));

        CombinedRule first = (CombinedRule) rule.parts().get(0);
        assertThat(limit(first.parts().get(0))).isEqualTo("PT1H");
        assertThat(limit(first.parts().get(1))).isEqualTo("PT4H");
        assertThat(limit(rule.parts().get(1))).isEqualTo("PT1H");
        assertThatThrownBy(() -> rule(pack, of("C1", "1/2/limt", AttributeValue.of("PT4H"))))
                .hasMessageContaining("overrides.C1.tests.T1")
                .hasMessageContaining("'limit'");
        assertThatThrownBy(() -> rule(pack, of("C1", "3/limit", AttributeValue.of("PT4H"))))
                .hasMessageContaining("has no parameter '3/limit'");
        assertThatThrownBy(() -> rule(pack, of("C1", "2/kind", AttributeValue.of("STATE"))))
                .hasMessageContaining("the kind of a rule is no parameter");
    }

    @Test
    void allPartsMayBeReplaced() {
        RulePack pack = pack("{kind: ANY_OF, rules: [" + SLA + ", " + SLA + "]}");

        CombinedRule rule = (CombinedRule) rule(
                pack,
                of(
                        "C1",
                        "rules",
                        AttributeValue.of(List.of(AttributeValue.of(Map.of(
                                "kind", AttributeValue.of("ATTRIBUTE"),
                                "of", AttributeValue.of(Map.of("type", AttributeValue.of("a"))),
                                "require", AttributeValue.of("subject != ''")))))));

        assertThat(rule.parts()).extracting(Rule::kind).containsExactly("ATTRIBUTE");
    }

    @Test
    void aParameterOfARuleInJavaStandsUnderParams() {
        RulePack pack = pack("{kind: CUSTOM, name: acme.check, params: {limit: PT12H, systems: [a, b]}}");

        JavaRule rule = (JavaRule) rule(pack, of("C1", "params/limit", AttributeValue.of("PT4H")));

        assertThat(rule.params())
                .containsEntry("limit", AttributeValue.of("PT4H"))
                .containsEntry("systems", AttributeValue.texts(List.of("a", "b")));
        assertThat(rule(pack, of("C1", "params", AttributeValue.of(Map.of()))))
                .isEqualTo(new JavaRule("acme.check", Map.of()));
    }

    private static final String SLA =
            "{kind: SLA, trigger: {type: a}, answer: {type: b}, match: [subject], limit: PT1H}";

    private static String limit(Rule rule) {
        return ((SlaRule) rule).stages().get(0).limit().words();
    }

    private static RulePack pack(String rule) {
        String text = "pack: p\nversion: '1'\ncontrols:\n  - {id: C1, title: t, criteria: [CC6.1], nature: PREVENTIVE,"
                + " execution: MANUAL, frequency: EVENT, tests: [{id: T1, procedure: INSPECTION, rule: " + rule
                + "}]}\n";
        return PackDocuments.read("p.yaml", text.getBytes(StandardCharsets.UTF_8));
    }

    private static Rule rule(RulePack pack, Tailoring override) {
        return test(PackDocuments.tailored(pack, List.of(override)), "C1").rule();
    }

    private RulePack tailored(Tailoring... overrides) {
        return PackDocuments.tailored(starter, List.of(overrides));
    }

    private static Tailoring of(String control, String parameter, AttributeValue value) {
        return new Tailoring(control, "T1", parameter, value);
    }

    private static TestOfControl test(RulePack pack, String control) {
        return pack.control(control).orElseThrow().tests().get(0);
    }
}
