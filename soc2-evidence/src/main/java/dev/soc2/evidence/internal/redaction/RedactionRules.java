package dev.soc2.evidence.internal.redaction;

import dev.soc2.model.evidence.AttributeValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Reads the rules of the option {@code redact}; tells what is wrong with them, a predicate for each fault. */
public final class RedactionRules {

    private static final Map<String, TextMatcher> KNOWN = Map.of(
            "emails", TextMatcher.EMAILS, "ip-addresses", TextMatcher.IP_ADDRESSES, "secrets", TextMatcher.SECRETS);
    private static final Set<String> ACTIONS = Set.of("drop", "pseudonym", "pattern");

    private final Consumer<String> wrong;
    private final Set<String> names = new TreeSet<>();

    private RedactionRules(Consumer<String> wrong) {
        this.wrong = wrong;
    }

    /** The rules under a key; nothing when something was wrong with them. */
    public static Optional<Redaction> read(AttributeValue value, KeyedDigest key, Consumer<String> wrong) {
        List<AttributeValue> written = value instanceof AttributeValue.ListValue list ? list.values() : List.of(value);
        RedactionRules reader = new RedactionRules(wrong);
        List<RedactionRule> rules =
                written.stream().flatMap(one -> reader.rule(one).stream()).toList();
        if (written.isEmpty()) {
            wrong.accept("names no rule");
        }
        return rules.isEmpty() || rules.size() < written.size()
                ? Optional.empty()
                : Optional.of(new Redaction(rules, key));
    }

    private Optional<RedactionRule> rule(AttributeValue written) {
        if (written instanceof AttributeValue.TextValue word) {
            TextMatcher known = KNOWN.get(word.value());
            return known == null
                    ? fault("knows the words emails, ip-addresses and secrets, and no other")
                    : named(new RedactionRule.Parts(word.value(), known));
        }
        Map<String, AttributeValue> map =
                written instanceof AttributeValue.MapValue fields ? fields.values() : Map.of();
        List<Map.Entry<String, AttributeValue>> actions = map.entrySet().stream()
                .filter(entry -> ACTIONS.contains(entry.getKey()))
                .toList();
        boolean isKnown = map.keySet().stream().allMatch(field -> ACTIONS.contains(field) || field.equals("name"));
        if (actions.size() != 1 || !isKnown) {
            return fault("has a rule that is not one of drop, pseudonym and pattern, with a name if wanted");
        }
        String action = actions.get(0).getKey();
        AttributeValue value = actions.get(0).getValue();
        Optional<String> name = map.containsKey("name")
                ? Optional.ofNullable(map.get("name")).flatMap(RedactionRules::text)
                : Optional.of(action);
        if (name.filter(text -> text.matches("[a-z][a-z0-9-]{0,62}")).isEmpty()) {
            return fault("has a rule whose name is not lower-case letters, digits and '-'");
        }
        return action.equals("pattern") ? pattern(name.get(), value) : fields(name.get(), value, action.equals("drop"));
    }

    private Optional<RedactionRule> pattern(String name, AttributeValue written) {
        Optional<String> pattern = text(written).filter(text -> text.length() <= 200);
        try {
            return pattern.isEmpty()
                    ? fault("wants a pattern of at most 200 characters")
                    : named(new RedactionRule.Parts(name, TextMatcher.of(pattern.get())));
        } catch (IllegalArgumentException e) {
            return fault("has a pattern that is no RE2 expression, is too large, or finds the empty text");
        }
    }

    private Optional<RedactionRule> fields(String name, AttributeValue written, boolean drops) {
        List<AttributeValue> items =
                written instanceof AttributeValue.ListValue list ? list.values() : List.of(written);
        List<FieldPath> fields = new ArrayList<>();
        items.forEach(item -> text(item).flatMap(FieldPath::of).ifPresent(fields::add));
        if (fields.isEmpty() || fields.size() < items.size()) {
            return fault("names a field that is none of id, subject, actor and attributes.<name>");
        }
        if (drops && fields.stream().anyMatch(field -> field.is("id") || field.is("subject"))) {
            return fault("drops id or subject, without which there is no record; use pseudonym");
        }
        return named(drops ? new RedactionRule.Drop(name, fields) : new RedactionRule.Pseudonym(name, fields));
    }

    private Optional<RedactionRule> named(RedactionRule rule) {
        return names.add(rule.name())
                ? Optional.of(rule)
                : fault("has two rules that are named '" + rule.name() + "'; add 'name' to one of them");
    }

    private Optional<RedactionRule> fault(String what) {
        wrong.accept(what);
        return Optional.empty();
    }

    private static Optional<String> text(AttributeValue value) {
        return value instanceof AttributeValue.TextValue text ? Optional.of(text.value()) : Optional.empty();
    }
}
