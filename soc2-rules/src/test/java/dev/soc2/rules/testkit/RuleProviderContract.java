package dev.soc2.rules.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.model.control.Control;
import dev.soc2.model.control.ControlExecution;
import dev.soc2.model.control.ControlFrequency;
import dev.soc2.model.control.ControlNature;
import dev.soc2.model.control.EffectiveDates;
import dev.soc2.model.control.TestProcedure;
import dev.soc2.model.criteria.CriterionId;
import dev.soc2.model.document.AssessmentDocument;
import dev.soc2.model.document.CriteriaDocument;
import dev.soc2.model.engagement.Engagement;
import dev.soc2.model.evidence.AttributeValue;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.EvidenceQuery;
import dev.soc2.model.issue.Soc2Exception;
import dev.soc2.model.result.Assessment;
import dev.soc2.model.result.ItemOutcome;
import dev.soc2.model.result.ItemResult;
import dev.soc2.model.result.ReasonCode;
import dev.soc2.model.result.TestResult;
import dev.soc2.rules.Assessor;
import dev.soc2.rules.rule.JavaRule;
import dev.soc2.rules.rule.RulePack;
import dev.soc2.rules.rule.TestOfControl;
import dev.soc2.rules.rule.TestedControl;
import dev.soc2.rules.rule.Vocabulary;
import dev.soc2.rules.spi.RuleProvider;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * What every provider of rules must do, and the rule that it makes. Extend it, and name the provider, parameters of a
 * test, an engagement, and evidence under which at least one item conforms.
 */
public abstract class RuleProviderContract {

    private static final String CONTROL = "CONTRACT";

    /** The provider under test. */
    protected abstract RuleProvider provider();

    /** Parameters with which it makes a rule. */
    protected abstract Map<String, AttributeValue> parameters();

    /** An engagement over a period, with the instant of its assessment. */
    protected abstract Engagement engagement();

    /** Evidence that shows at least one item that conforms, and, best, one of every outcome that the rule knows. */
    protected abstract List<Evidence> evidence();

    /** Whether evidence beside the items speaks against them, so that an item may conform because there is none. */
    protected boolean isProhibition() {
        return false;
    }

    @Test
    void hasAPlainNameThatStays() {
        assertThat(provider().name())
                .matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}")
                .isEqualTo(provider().name());
    }

    @Test
    void makesARuleThatWorks() {
        TestResult test = test(evidence());

        assertThat(test.reasons()).extracting(r -> r.code()).doesNotContain(ReasonCode.RULE_ERROR);
        assertThat(test.items())
                .filteredOn(item -> item.reason() == ReasonCode.RULE_ERROR)
                .as("items without exactly one outcome")
                .isEmpty();
        assertThat(test.counts().conforming()).isPositive();
        assertThat(test.rule()).isNotBlank();
    }

    @Test
    void refusesAParameterThatItDoesNotKnow() {
        Map<String, AttributeValue> more = new TreeMap<>(parameters());
        more.put("noSuchParameterOfARule", AttributeValue.of(true));

        assertThat(faults(more)).containsExactly("SOC2-A022");
        assertThat(faults(parameters())).isEmpty();
    }

    @Test
    void saysTheSameWhateverTheOrderOfTheEvidence() {
        byte[] expected = AssessmentDocument.bytes(assess(evidence()));
        for (int seed = 0; seed < 10; seed++) {
            List<Evidence> shuffled = new ArrayList<>(evidence());
            Collections.shuffle(shuffled, new Random(seed));

            assertThat(AssessmentDocument.bytes(assess(shuffled))).isEqualTo(expected);
        }
    }

    @Test
    void speaksOfItsOwnItemsOnly() {
        Set<String> types = query().types();
        List<String> ids = evidence().stream()
                .filter(e -> types.contains(e.type()))
                .map(Evidence::id)
                .toList();

        assertThat(test(evidence()).items())
                .isNotEmpty()
                .allSatisfy(item -> assertThat(ids).contains(item.id()));
    }

    @Test
    void readsNothingThatItDoesNotDeclare() {
        EvidenceQuery query = query();
        List<Evidence> declared = evidence().stream()
                .filter(e -> query.types().contains(e.type()))
                .map(e -> with(e, kept(e, query.attributesByType().getOrDefault(e.type(), Set.of()))))
                .toList();

        assertThat(outcomes(declared)).isEqualTo(outcomes(evidence()));
    }

    /** An item conforms because of what is there; with one attribute less it may not begin to conform. */
    @Test
    void anAttributeThatIsAbsentIsNeverSuccess() {
        Map<String, ItemOutcome> whole = outcomes(evidence());
        for (int i = 0; i < evidence().size(); i++) {
            for (String name : evidence().get(i).attributes().keySet()) {
                List<Evidence> less = new ArrayList<>(evidence());
                Map<String, AttributeValue> attributes =
                        new TreeMap<>(less.get(i).attributes());
                attributes.remove(name);
                less.set(i, with(less.get(i), attributes));

                assertNoneBegins(
                        whole,
                        outcomes(less),
                        "without " + name + " of " + less.get(i).id());
            }
        }
    }

    @Test
    void withoutEvidenceNothingIsEffective() {
        assertThat(test(List.of()).conclusion().isEffective()).isFalse();
        for (String type : query().types()) {
            List<Evidence> rest =
                    evidence().stream().filter(e -> !e.type().equals(type)).toList();
            assertThat(test(rest).items())
                    .as("without any " + type)
                    .noneMatch(item -> item.reason() == ReasonCode.RULE_ERROR);
        }
        if (!isProhibition()) {
            nothingConformsByItself();
        }
    }

    private void nothingConformsByItself() {
        Set<String> items = outcomes(evidence()).keySet();
        List<Evidence> itemsOnly =
                evidence().stream().filter(e -> items.contains(e.id())).toList();
        assertNoneBegins(outcomes(evidence()), outcomes(itemsOnly), "without all other evidence");
    }

    private static void assertNoneBegins(Map<String, ItemOutcome> whole, Map<String, ItemOutcome> less, String what) {
        less.forEach((id, outcome) -> {
            if (outcome == ItemOutcome.CONFORMING) {
                assertThat(whole.get(id)).as(id + " " + what).isEqualTo(ItemOutcome.CONFORMING);
            }
        });
    }

    private Map<String, ItemOutcome> outcomes(List<Evidence> evidence) {
        Map<String, ItemOutcome> outcomes = new TreeMap<>();
        test(evidence).items().forEach((ItemResult item) -> outcomes.put(item.id(), item.outcome()));
        return outcomes;
    }

    private TestResult test(List<Evidence> evidence) {
        return assess(evidence).control(CONTROL).tests().get(0);
    }

    private Assessment assess(List<Evidence> evidence) {
        return assessor(parameters()).assess(engagement(), (query, sink) -> evidence.forEach(sink::accept));
    }

    private EvidenceQuery query() {
        List<EvidenceQuery> asked = new ArrayList<>();
        assessor(parameters()).assess(engagement(), (query, sink) -> asked.add(query));
        return asked.get(0);
    }

    private List<String> faults(Map<String, AttributeValue> parameters) {
        try {
            assessor(parameters).assess(engagement(), (query, sink) -> {});
            return List.of();
        } catch (Soc2Exception refused) {
            return refused.issues().stream().map(issue -> issue.code()).toList();
        }
    }

    private Assessor assessor(Map<String, AttributeValue> parameters) {
        Control control = new Control(
                CONTROL,
                "What the rule tests",
                "",
                Set.of(CriterionId.of("CC8.1")),
                ControlNature.DETECTIVE,
                ControlExecution.AUTOMATED,
                ControlFrequency.EVENT,
                true,
                "",
                "",
                EffectiveDates.ALWAYS,
                List.of(),
                List.of(),
                List.of(),
                Map.of());
        TestOfControl test = new TestOfControl(
                "T1",
                TestProcedure.REPERFORMANCE,
                new JavaRule(provider().name(), parameters),
                Optional.empty(),
                Optional.empty());
        RulePack pack = new RulePack(
                "contract",
                "1",
                "0".repeat(64),
                CriteriaDocument.BUILT_IN,
                new Vocabulary(Map.of()),
                List.of(new TestedControl(control, List.of(test))));
        return Assessor.with(pack).rules(provider()).keepingConformingItems();
    }

    private static Map<String, AttributeValue> kept(Evidence record, Set<String> names) {
        Map<String, AttributeValue> kept = new TreeMap<>(record.attributes());
        kept.keySet().retainAll(names);
        return kept;
    }

    private static Evidence with(Evidence e, Map<String, AttributeValue> attributes) {
        return new Evidence(
                e.id(),
                e.type(),
                e.subject(),
                e.occurredAt(),
                e.observedAt(),
                e.recordedAt(),
                e.source(),
                e.actor(),
                attributes,
                e.attachments(),
                e.supersedes(),
                e.provenance());
    }
}
