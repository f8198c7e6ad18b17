package dev.soc2.model.document;

import dev.soc2.model.document.tree.Faults;
import dev.soc2.model.document.tree.Fields;
import dev.soc2.model.document.tree.MapNode;
import dev.soc2.model.document.tree.Node;
import dev.soc2.model.document.tree.NumberNode;
import dev.soc2.model.document.tree.TextNode;
import dev.soc2.model.document.tree.Value;
import dev.soc2.model.engagement.DeviationPolicy;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A deviation policy as documents write it. */
final class EngagementPolicy {

    private static final Pattern PERCENT = Pattern.compile("([0-9]{1,3}(?:\\.[0-9]{1,12})?)%");
    private static final String RATE_FIX = "write the rate as \"2.5%\" or 0.025";

    /** The words of a policy. */
    private enum Word {
        CENSUS,
        STRICT,
        TOLERANCE
    }

    private EngagementPolicy() {}

    static Optional<DeviationPolicy> read(Value value, Faults faults) {
        if (value.node().filter(MapNode.class::isInstance).isPresent()) {
            return value.map(fields -> withRate(fields, faults));
        }
        return value.oneOf(Word.class).flatMap(word -> {
            if (word == Word.TOLERANCE) {
                tell(
                        faults,
                        EngagementCode.POLICY,
                        value,
                        "a tolerance needs a rate",
                        "write {policy: TOLERANCE, rate: \"2.5%\"}");
            }
            return withoutRate(word);
        });
    }

    private static Optional<DeviationPolicy> withRate(Fields fields, Faults faults) {
        Optional<Word> word = fields.required("policy").oneOf(Word.class);
        Value rate = fields.optional("rate");
        if (word.filter(w -> w == Word.TOLERANCE).isPresent()) {
            return rate(fields.required("rate"), faults).map(DeviationPolicy.Tolerance::new);
        }
        word.ifPresent(
                w -> tell(faults, EngagementCode.POLICY, rate, "the policy " + w + " has no rate", "leave 'rate' out"));
        return word.flatMap(EngagementPolicy::withoutRate);
    }

    private static Optional<DeviationPolicy> withoutRate(Word word) {
        return switch (word) {
            case CENSUS -> Optional.of(DeviationPolicy.CENSUS);
            case STRICT -> Optional.of(DeviationPolicy.STRICT);
            case TOLERANCE -> Optional.empty();
        };
    }

    /** A share, such as {@code "2.5%"} or 0.025. */
    static Optional<BigDecimal> rate(Value value, Faults faults) {
        Optional<Node> node = value.node();
        Optional<BigDecimal> rate = node.filter(TextNode.class::isInstance).isPresent()
                ? value.text().flatMap(text -> percent(text, value, faults))
                : node.filter(NumberNode.class::isInstance).isPresent() ? value.decimal() : refuseKind(value);
        if (rate.filter(r -> r.signum() < 0 || r.compareTo(BigDecimal.ONE) >= 0).isPresent()) {
            tell(
                    faults,
                    EngagementCode.RATE,
                    value,
                    "a rate lies from 0 up to but not including 1, which is 100 %",
                    RATE_FIX);
            return Optional.empty();
        }
        return rate;
    }

    private static Optional<BigDecimal> percent(String text, Value place, Faults faults) {
        Matcher percent = PERCENT.matcher(text);
        if (!percent.matches()) {
            tell(faults, EngagementCode.RATE, place, "this is no rate", RATE_FIX);
            return Optional.empty();
        }
        return Optional.of(new BigDecimal(percent.group(1)).movePointLeft(2));
    }

    private static Optional<BigDecimal> refuseKind(Value value) {
        value.text();
        return Optional.empty();
    }

    private static void tell(Faults faults, EngagementCode code, Value place, String what, String fix) {
        place.node().ifPresent(node -> faults.add(code.code(), node, what, fix));
    }
}
