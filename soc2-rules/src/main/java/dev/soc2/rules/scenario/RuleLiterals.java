package dev.soc2.rules.scenario;

import dev.soc2.model.evidence.AttributeValue;
import dev.soc2.rules.internal.pack.RuleWriter;
import dev.soc2.rules.rule.Rule;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The values that a rule compares with: what stands in quotes in its expressions, its words in lists, its numbers. They
 * lie where a test changes its mind.
 */
final class RuleLiterals {

    private static final int MOST = 60;
    private static final Pattern QUOTED = Pattern.compile("'([^'\\\\]{1,80})'|\"([^\"\\\\]{1,80})\"");
    private static final Pattern NUMBER =
            Pattern.compile("(?<![A-Za-z0-9_.])-?\\d{1,15}(?:\\.\\d{1,15})?(?![A-Za-z0-9_])");

    private final Set<String> texts = new LinkedHashSet<>();
    private final Set<BigDecimal> numbers = new LinkedHashSet<>();
    private final Set<String> sources = new LinkedHashSet<>();

    private RuleLiterals() {}

    static RuleLiterals of(Iterable<Rule> rules) {
        RuleLiterals literals = new RuleLiterals();
        rules.forEach(rule -> RuleWriter.fields(rule).forEach(literals::take));
        return literals;
    }

    Set<String> texts() {
        return Collections.unmodifiableSet(texts);
    }

    Set<BigDecimal> numbers() {
        return Collections.unmodifiableSet(numbers);
    }

    Set<String> sources() {
        return Collections.unmodifiableSet(sources);
    }

    private void take(String name, AttributeValue value) {
        if (value instanceof AttributeValue.TextValue text) {
            text(name, text.value());
        } else if (value instanceof AttributeValue.NumberValue number) {
            number(number.value());
        } else if (value instanceof AttributeValue.ListValue list) {
            list.values().forEach(member -> take(name.equals("type") ? name : "", member));
        } else if (value instanceof AttributeValue.MapValue map) {
            map.values().forEach(this::take);
        }
    }

    private void text(String name, String text) {
        if (name.equals("source")) {
            sources.add(text);
        }
        if (name.isEmpty() && texts.size() < MOST) {
            texts.add(text);
        }
        Matcher quoted = QUOTED.matcher(text);
        while (quoted.find() && texts.size() < MOST) {
            texts.add(quoted.group(1) == null ? quoted.group(2) : quoted.group(1));
        }
        Matcher found = NUMBER.matcher(text);
        while (found.find()) {
            number(new BigDecimal(found.group()));
        }
    }

    private void number(BigDecimal number) {
        if (numbers.size() < MOST) {
            numbers.add(number);
        }
    }
}
