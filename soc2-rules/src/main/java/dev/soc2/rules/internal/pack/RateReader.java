package dev.soc2.rules.internal.pack;

import dev.soc2.model.document.tree.NumberNode;
import dev.soc2.model.document.tree.Value;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads an exact share: {@code "2.5%"}, or 0.025. */
final class RateReader {

    private static final Pattern PERCENT = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,20})? ?%");

    private RateReader() {}

    static Optional<BigDecimal> read(Value value, RuleParts parts) {
        Optional<BigDecimal> rate =
                value.node().filter(NumberNode.class::isInstance).isPresent()
                        ? value.decimal()
                        : value.as(RateReader::percent, "write a percentage in quotes, such as \"2.5%\"");
        rate.filter(r -> r.signum() < 0 || r.compareTo(BigDecimal.ONE) >= 0)
                .flatMap(r -> value.node())
                .ifPresent(node -> PackCode.INVARIANT.tell(
                        parts.faults(),
                        node,
                        "a rate lies from 0 up to but not including 1, which is 100 %",
                        "write the rate as \"2.5%\" or 0.025"));
        return rate;
    }

    private static BigDecimal percent(String text) {
        if (!PERCENT.matcher(text).matches()) {
            throw new IllegalArgumentException("a rate is a percentage, got '" + text + "'");
        }
        return new BigDecimal(text.substring(0, text.length() - 1).strip()).movePointLeft(2);
    }
}
