package dev.soc2.rules.internal.engine;

import dev.soc2.model.engagement.DeviationPolicy;
import dev.soc2.model.evidence.AttributeValue;
import dev.soc2.rules.internal.pack.RuleWriter;
import dev.soc2.rules.rule.CadenceUnit;
import dev.soc2.rules.rule.TestOfControl;
import dev.soc2.rules.rule.TimeAmount;
import java.math.BigDecimal;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a later version of a test asks less than the one before, as far as their written forms can be compared: longer
 * times, rarer cadences, smaller numbers, a milder policy. A change of clock, as from hours to business hours, says
 * nothing.
 */
final class Loosened {

    private static final Set<String> TIMES = Set.of(
            "limit",
            "grace",
            "within",
            "validity",
            "initialGrace",
            "maxReviewInterval",
            "maxViolation",
            "maxUnknown",
            "staleness",
            "newAssetGrace",
            "clockSkew",
            "every");
    private static final Set<String> LEAST = Set.of("required", "minInPeriod");

    private Loosened() {}

    /** In words, one for each parameter. */
    static List<String> between(
            TestOfControl earlier,
            Optional<DeviationPolicy> policyBefore,
            TestOfControl later,
            Optional<DeviationPolicy> policyAfter) {
        List<String> found = new ArrayList<>();
        if (earlier.rule().kind().equals(later.rule().kind())) {
            Map<String, Object> before = written(earlier);
            written(later).forEach((name, after) -> {
                if (before.containsKey(name) && isLess(name, before.get(name), after)) {
                    found.add(name + " " + before.get(name) + " became " + after);
                }
            });
        }
        BigDecimal mildness = mildness(policyBefore);
        if (mildness(policyAfter).compareTo(mildness) > 0) {
            found.add("the deviation policy became milder");
        }
        return List.copyOf(found);
    }

    /** Parameters by name, those of parts with the name of the part in front. */
    private static Map<String, Object> written(TestOfControl test) {
        Map<String, Object> fields = new TreeMap<>();
        RuleWriter.fields(test.rule()).forEach((name, value) -> flatten(name, value.plain(), fields));
        return fields;
    }

    private static void flatten(String name, Object value, Map<String, Object> fields) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, inner) ->
                    flatten(name + "." + key, inner instanceof AttributeValue a ? a.plain() : inner, fields));
        } else {
            fields.put(name, value);
        }
    }

    private static boolean isLess(String name, Object before, Object after) {
        String last = name.substring(name.lastIndexOf('.') + 1);
        if (LEAST.contains(last)) {
            return new BigDecimal(after.toString()).compareTo(new BigDecimal(before.toString())) < 0;
        }
        boolean time = TIMES.contains(last) || name.startsWith("limitBy.");
        return time && isLonger(before.toString(), after.toString());
    }

    private static boolean isLonger(String before, String after) {
        for (CadenceUnit unit : CadenceUnit.values()) {
            if (unit.name().equals(before)) {
                return CadenceUnit.valueOf(after).compareTo(unit) > 0;
            }
        }
        try {
            return isLonger(TimeAmount.parse(before), TimeAmount.parse(after));
        } catch (IllegalArgumentException e) {
            // Not an amount of time, such as the field that 'limitBy' looks at: nothing to compare.
            return false;
        }
    }

    private static boolean isLonger(TimeAmount before, TimeAmount after) {
        return before.match(
                duration -> after.match(d -> d.compareTo(duration) > 0, p -> false, n -> false, n -> false),
                period -> after.match(d -> false, p -> isMore(p.minus(period).normalized()), n -> false, n -> false),
                days -> after.match(d -> false, p -> false, n -> n > days, n -> false),
                hours -> after.match(d -> false, p -> false, n -> false, n -> n > hours));
    }

    /** Of days and months that go different ways nothing is said. */
    private static boolean isMore(Period difference) {
        return !difference.isZero() && !difference.isNegative();
    }

    /** From strict to the highest tolerance; the census lies between, at its five percent. */
    private static BigDecimal mildness(Optional<DeviationPolicy> policy) {
        return policy.map(p -> p.match(() -> new BigDecimal("0.05"), () -> BigDecimal.ZERO, t -> t.rate()))
                .orElse(BigDecimal.ZERO);
    }
}
