package dev.soc2.rules.internal.engine;

import dev.soc2.model.evidence.EvidenceTypes;
import dev.soc2.rules.rule.AttestedRule;
import dev.soc2.rules.rule.AttributeRule;
import dev.soc2.rules.rule.CalendarRule;
import dev.soc2.rules.rule.CombinedRule;
import dev.soc2.rules.rule.CompletenessRule;
import dev.soc2.rules.rule.FreshnessRule;
import dev.soc2.rules.rule.JavaRule;
import dev.soc2.rules.rule.OccurrenceRule;
import dev.soc2.rules.rule.OrderingRule;
import dev.soc2.rules.rule.OrderingStep;
import dev.soc2.rules.rule.PolicyReviewRule;
import dev.soc2.rules.rule.ProhibitionRule;
import dev.soc2.rules.rule.RollingRule;
import dev.soc2.rules.rule.Rule;
import dev.soc2.rules.rule.Selector;
import dev.soc2.rules.rule.SlaRule;
import dev.soc2.rules.rule.StateRule;
import dev.soc2.rules.rule.ThresholdRule;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The evidence in which a rule sees that its control was performed: what to collect when there is none. */
final class RuleEvidence {

    private record Kind<R extends Rule>(Class<R> type, Function<R, List<Selector>> shows) {
        List<Selector> of(Rule rule) {
            return shows.apply(type.cast(rule));
        }
    }

    private static final Map<Class<? extends Rule>, Kind<?>> KINDS = Map.ofEntries(
            kind(AttributeRule.class, r -> List.of(r.of())),
            kind(AttestedRule.class, r -> List.of(Selector.of(EvidenceTypes.CONTROL_TEST))),
            kind(CalendarRule.class, r -> List.of(r.of())),
            kind(RollingRule.class, r -> List.of(r.of())),
            kind(SlaRule.class, RuleEvidence::sla),
            kind(CompletenessRule.class, r -> List.of(r.right())),
            kind(PolicyReviewRule.class, r -> List.of(PolicyReviewEvaluator.APPROVED, PolicyReviewEvaluator.REVIEWED)),
            kind(ThresholdRule.class, r -> List.of(r.of())),
            kind(
                    OrderingRule.class,
                    r -> r.steps().stream().map(OrderingStep::of).toList()),
            kind(OccurrenceRule.class, r -> List.of(r.record())),
            kind(ProhibitionRule.class, r -> List.of(r.of())),
            kind(StateRule.class, r -> List.of(r.of())),
            kind(FreshnessRule.class, r -> List.of(r.of())),
            kind(
                    CombinedRule.class,
                    r -> r.parts().stream()
                            .flatMap(part -> shows(part).stream())
                            .distinct()
                            .toList()),
            kind(JavaRule.class, Rule::population));

    private RuleEvidence() {}

    private static <R extends Rule> Map.Entry<Class<? extends Rule>, Kind<?>> kind(
            Class<R> type, Function<R, List<Selector>> shows) {
        return Map.entry(type, new Kind<>(type, shows));
    }

    private static List<Selector> sla(SlaRule rule) {
        List<Selector> answers = rule.stages().stream()
                .flatMap(stage -> stage.answer().stream())
                .distinct()
                .toList();
        return answers.isEmpty() ? List.of(rule.trigger()) : answers;
    }

    /** What shows that the control was performed. */
    static List<Selector> shows(Rule rule) {
        Kind<?> kind = KINDS.get(rule.getClass());
        if (kind == null) {
            throw new IllegalStateException("nobody says what shows a " + rule.kind());
        }
        return kind.of(rule);
    }

    /** What would show that there was nothing of what must not exist. */
    static Optional<Selector> heartbeat(Rule rule) {
        return rule instanceof ProhibitionRule prohibition
                ? prohibition.coverage().map(c -> c.of())
                : Optional.empty();
    }

    /** Types and sources without conditions, such as {@code change.merged from git}. */
    static String words(List<Selector> selectors) {
        return selectors.stream()
                .map(s -> String.join(" or ", s.types())
                        + s.source().map(source -> " from " + source).orElse(""))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** The types of some selectors, sorted. */
    static List<String> types(Stream<Selector> selectors) {
        TreeSet<String> types = new TreeSet<>();
        selectors.forEach(s -> types.addAll(s.types()));
        return List.copyOf(types);
    }
}
