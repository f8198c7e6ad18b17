package dev.soc2.rules.internal.engine;

import dev.soc2.model.issue.Issue;
import dev.soc2.model.issue.Location;
import dev.soc2.rules.custom.CustomRule;
import dev.soc2.rules.custom.Needs;
import dev.soc2.rules.internal.service.RuleProviders;
import dev.soc2.rules.rule.Field;
import dev.soc2.rules.rule.JavaRule;
import dev.soc2.rules.rule.Selector;
import dev.soc2.rules.spi.RuleProvider;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes CUSTOM rules by the names of their providers. Looks for services when the first rule asks for one. */
final class CustomRules {

    private static final String UNKNOWN = "SOC2-A020";
    private static final String FAILED = "SOC2-A025";

    private final List<RuleProvider> handedOver;
    private Optional<Map<String, RuleProvider>> providers = Optional.empty();

    CustomRules(List<RuleProvider> handedOver) {
        this.handedOver = List.copyOf(handedOver);
    }

    private Map<String, RuleProvider> providers() {
        if (providers.isEmpty()) {
            providers = Optional.of(RuleProviders.byName(handedOver));
        }
        return providers.get();
    }

    /** A rule made by its provider, its needs planned; what is wrong with it goes to the faults of the plan. */
    PlannedRule plan(JavaRule rule, String place, Conditions conditions) {
        Optional<CustomRule> made = make(rule, place, conditions);
        if (made.isEmpty()) {
            return new PlannedRule.One(rule, rule.words(), List.of(), evaluation -> {
                throw new IllegalStateException("the plan of this rule has faults");
            });
        }
        Needs needs = made.get().needs();
        plan(needs.items(), needs, place, conditions);
        needs.others().forEach(other -> plan(other, needs, place, conditions));
        String words = rule.words() + ": " + made.get().words();
        return new PlannedRule.One(rule, words, List.of(needs.items()), new CustomEvaluator(made.get(), needs));
    }

    private static void plan(Selector selector, Needs needs, String place, Conditions conditions) {
        conditions.plan(place, selector);
        for (Field field : needs.fields()) {
            conditions.plan(selector.types(), field);
        }
        for (Field field : needs.key()) {
            conditions.plan(selector.types(), field);
        }
    }

    private Optional<CustomRule> make(JavaRule rule, String place, Conditions conditions) {
        RuleProvider provider = providers().get(rule.name());
        if (provider == null) {
            conditions.fault(Issue.error(
                    UNKNOWN,
                    Location.of(place),
                    "no provider of rules is named '" + rule.name() + "'",
                    providers().isEmpty()
                            ? "hand one over with Assessor.rules(...), or register it as a service"
                            : "use one of " + String.join(", ", providers().keySet())
                                    + ", or hand a provider of that name over with Assessor.rules(...)"));
            return Optional.empty();
        }
        Parameters parameters = new Parameters(place, rule.params());
        try {
            CustomRule made = provider.create(parameters);
            List<Issue> faults = parameters.faults();
            faults.forEach(conditions::fault);
            return faults.isEmpty() ? Optional.of(made) : Optional.empty();
        } catch (RuntimeException e) {
            List<Issue> faults = parameters.faults();
            faults.forEach(conditions::fault);
            if (faults.isEmpty()) {
                conditions.fault(Issue.error(
                        FAILED,
                        Location.of(place),
                        "the provider '" + rule.name() + "' could not make its rule: " + e,
                        "mend the provider, or change the parameters"));
            }
            return Optional.empty();
        }
    }
}
