package dev.soc2.rules.internal.pack;

import dev.soc2.model.document.tree.Fields;
import dev.soc2.model.document.tree.MapNode;
import dev.soc2.model.document.tree.NumberNode;
import dev.soc2.model.document.tree.Value;
import dev.soc2.model.engagement.DeviationPolicy;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads how deviations are weighed: a word, or TOLERANCE with its rate. */
final class PolicyReader {

    private static final Pattern PERCENT = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,12})?%");

    private enum Word {
        CENSUS,
        STRICT,
        TOLERANCE
    }

    private PolicyReader() {}

    static Optional<DeviationPolicy> read(Value value, RuleParts parts) {
        if (value.node().filter(MapNode.class::isInstance).isEmpty()) {
            return value.oneOf(Simple.class).map(Simple::policy);
        }
        return value.map(fields -> {
            int before = parts.faults().count();
            Optional<Word> word = fields.required("policy").oneOf(Word.class);
            boolean tolerance = word.filter(w -> w == Word.TOLERANCE).isPresent();
            Optional<BigDecimal> rate = rate(tolerance ? fields.required("rate") : fields.optional("rate"));
            if (word.isPresent() && !tolerance) {
                parts.withoutEffect(fields, "rate", "only TOLERANCE has a rate");
            }
            return word.flatMap(w -> policy(w, rate, fields, before, parts));
        });
    }

    private static Optional<DeviationPolicy> policy(
            Word word, Optional<BigDecimal> rate, Fields fields, int before, RuleParts parts) {
        return parts.made(
                fields,
                before,
                () -> switch (word) {
                    case CENSUS -> DeviationPolicy.CENSUS;
                    case STRICT -> DeviationPolicy.STRICT;
                    case TOLERANCE -> new DeviationPolicy.Tolerance(rate.orElseThrow());
                });
    }

    /** An exact share: {@code "2.5%"}, or 0.025. */
    static Optional<BigDecimal> rate(Value value) {
        if (value.node().filter(NumberNode.class::isInstance).isPresent()) {
            return value.decimal();
        }
        return value.as(PolicyReader::percent, "write a percentage in quotes, such as \"2.5%\"");
    }

    private static BigDecimal percent(String text) {
        if (!PERCENT.matcher(text).matches()) {
            throw new IllegalArgumentException("a rate is a percentage, got '" + text + "'");
        }
        return new BigDecimal(text.substring(0, text.length() - 1)).movePointLeft(2);
    }

    /** The policies that need no rate. */
    private enum Simple {
        CENSUS(DeviationPolicy.CENSUS),
        STRICT(DeviationPolicy.STRICT);

        private final DeviationPolicy policy;

        Simple(DeviationPolicy policy) {
            this.policy = policy;
        }

        private DeviationPolicy policy() {
            return policy;
        }
    }
}
