package dev.soc2.rules.internal.engine;

import dev.soc2.model.evidence.AttributeValue;
import dev.soc2.model.issue.Issue;
import dev.soc2.model.issue.Location;
import dev.soc2.rules.custom.RuleParameters;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** The parameters of one CUSTOM rule, with what is wrong with them. */
final class Parameters implements RuleParameters {

    private static final String CODE = "SOC2-A022";

    private final String place;
    private final Map<String, AttributeValue> values;
    private final Set<String> asked = new TreeSet<>();
    private final List<Issue> faults = new ArrayList<>();

    Parameters(String place, Map<String, AttributeValue> values) {
        this.place = place;
        this.values = Map.copyOf(values);
    }

    /** What is wrong, parameters that nobody asked for included; asked once, when the rule is made. */
    List<Issue> faults() {
        List<Issue> all = new ArrayList<>(faults);
        values.keySet().stream()
                .filter(name -> !asked.contains(name))
                .sorted()
                .forEach(name -> all.add(issue(
                        name,
                        "the rule has no parameter '" + name + "'",
                        asked.isEmpty() ? "leave it out" : "use one of " + String.join(", ", asked))));
        return all;
    }

    @Override
    public void require(String... names) {
        for (String name : names) {
            asked.add(name);
            if (!values.containsKey(name)) {
                fault(name, "the rule needs the parameter '" + name + "'", "set it under params");
            }
        }
    }

    @Override
    public Optional<AttributeValue> value(String name) {
        asked.add(name);
        return Optional.ofNullable(values.get(name));
    }

    @Override
    public Optional<String> text(String name) {
        return as(name, "a text", plain -> plain instanceof String text ? Optional.of(text) : Optional.empty());
    }

    @Override
    public Optional<List<String>> texts(String name) {
        return as(name, "a list of texts", PlainValues::list);
    }

    @Override
    public Optional<BigDecimal> decimal(String name) {
        return as(name, "a number", PlainValues::decimal);
    }

    @Override
    public Optional<Boolean> flag(String name) {
        return as(name, "true or false", plain -> plain instanceof Boolean flag ? Optional.of(flag) : Optional.empty());
    }

    @Override
    public Optional<Duration> elapsed(String name) {
        return as(name, "an elapsed time such as PT12H", Parameters::duration);
    }

    @Override
    public void fault(String name, String what, String fix) {
        faults.add(issue(name, what, fix));
    }

    private Issue issue(String name, String what, String fix) {
        return Issue.error(CODE, Location.of(place).withPath("params." + name), what, fix);
    }

    private <T> Optional<T> as(String name, String wanted, Function<Object, Optional<T>> reader) {
        Optional<AttributeValue> value = value(name);
        Optional<T> read = value.flatMap(v -> reader.apply(v.plain()));
        if (value.isPresent() && read.isEmpty()) {
            fault(name, "'" + name + "' wants " + wanted, "write " + wanted);
        }
        return read;
    }

    private static Optional<Duration> duration(Object plain) {
        try {
            return plain instanceof String text ? Optional.of(Duration.parse(text)) : Optional.empty();
        } catch (DateTimeParseException e) {
            // Told as a fault of the parameter by the caller.
            return Optional.empty();
        }
    }
}
