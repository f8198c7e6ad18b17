package dev.soc2.rules.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.model.control.Control;
import dev.soc2.model.control.ControlExecution;
import dev.soc2.model.control.ControlFrequency;
import dev.soc2.model.control.ControlNature;
import dev.soc2.model.control.EffectiveDates;
import dev.soc2.model.control.TestProcedure;
import dev.soc2.model.criteria.CriterionId;
import dev.soc2.model.document.CriteriaDocument;
import dev.soc2.model.engagement.Engagement;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.result.OperatingConclusion;
import dev.soc2.model.result.Reason;
import dev.soc2.model.result.ReasonCode;
import dev.soc2.model.result.TestResult;
import dev.soc2.rules.Assessor;
import dev.soc2.rules.custom.CustomRule;
import dev.soc2.rules.custom.Needs;
import dev.soc2.rules.custom.Outcomes;
import dev.soc2.rules.custom.RuleParameters;
import dev.soc2.rules.custom.Timeline;
import dev.soc2.rules.rule.AttributeRule;
import dev.soc2.rules.rule.Combination;
import dev.soc2.rules.rule.CombinedRule;
import dev.soc2.rules.rule.JavaRule;
import dev.soc2.rules.rule.Rule;
import dev.soc2.rules.rule.RulePack;
import dev.soc2.rules.rule.Selector;
import dev.soc2.rules.rule.TestOfControl;
import dev.soc2.rules.rule.TestedControl;
import dev.soc2.rules.rule.Vocabulary;
import dev.soc2.rules.spi.RuleProvider;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Parts of a rule that were not tested, or that fail. */
class PartsTest {

    private static final Rule GOOD = new AttributeRule(Selector.of("a.done"), "subject != ''");
    private static final Rule THROWS = new JavaRule("throws", Map.of());

    private record Throwing() implements RuleProvider, CustomRule {
        @Override
        public String name() {
            return "throws";
        }

        @Override
        public CustomRule create(RuleParameters parameters) {
            return this;
        }

        @Override
        public Needs needs() {
            return Needs.of("a.done");
        }

        @Override
        public String words() {
            return "throws";
        }

        @Override
        public void evaluate(Timeline timeline, Outcomes outcomes) {
            throw new IllegalStateException("no luck");
        }
    }

    private static TestResult test(Combination combination, Rule... parts) {
        Control control = new Control(
                "C1",
                "t",
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
                TestProcedure.INSPECTION,
                new CombinedRule(combination, List.of(parts)),
                Optional.empty(),
                Optional.empty());
        RulePack pack = new RulePack(
                "p",
                "1",
                "0".repeat(64),
                CriteriaDocument.BUILT_IN,
                new Vocabulary(Map.of()),
                List.of(new TestedControl(control, List.of(test))));
        Engagement year = Engagement.typeII("e", "Test")
                .period(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31), ZoneOffset.UTC)
                .asOf(Instant.parse("2026-02-01T00:00:00Z"))
                .build();
        Evidence done = Evidence.of("d1", "a.done", "x", Instant.parse("2025-03-03T15:00:00Z"), "s")
                .build();
        return Assessor.with(pack)
                .rules(new Throwing())
                .assess(year, (query, sink) -> sink.accept(done))
                .control("C1")
                .tests()
                .get(0);
    }

    @Test
    void aPartThatThrowsHasInsufficientEvidenceAndTakesNoOtherWithIt() {
        TestResult any = test(Combination.ANY_OF, THROWS, GOOD);
        TestResult all = test(Combination.ALL_OF, GOOD, THROWS);

        assertThat(any.conclusion()).isEqualTo(OperatingConclusion.EFFECTIVE);
        assertThat(any.counts().conforming()).isEqualTo(1);
        assertThat(all.conclusion()).isEqualTo(OperatingConclusion.INSUFFICIENT_EVIDENCE);
        assertThat(all.reasons())
                .contains(
                        new Reason(ReasonCode.RULE_ERROR, "2: IllegalStateException: no luck"),
                        new Reason(ReasonCode.PART_CONCLUDED, "1: EFFECTIVE (ATTRIBUTE)"),
                        new Reason(ReasonCode.PART_CONCLUDED, "2: INSUFFICIENT_EVIDENCE (CUSTOM)"));
    }

    @Test
    void theWordsOfTheRuleNumberItsParts() {
        assertThat(test(Combination.ANY_OF, GOOD, THROWS).rule())
                .isEqualTo("any of 1) every a.done satisfies subject != ''; 2) throws: throws");
    }
}
