package dev.soc2.rules.internal.pack;

import dev.soc2.rules.internal.expr.ExprType;
import dev.soc2.rules.internal.expr.Scope;
import dev.soc2.rules.rule.AttributeType;
import dev.soc2.rules.rule.Selector;
import dev.soc2.rules.rule.Vocabulary;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** What expressions can read: the fields of one record, or of several under their names, as a vocabulary declares them. */
public final class ExpressionScopes {

    private static final String ATTRIBUTES = "attributes";
    private static final Map<String, ExprType> OWN = Map.of(
            "id", ExprType.STRING,
            "type", ExprType.STRING,
            "subject", ExprType.STRING,
            "actor", ExprType.STRING,
            "source", ExprType.STRING,
            "occurredAt", ExprType.TIMESTAMP,
            "observedAt", ExprType.TIMESTAMP);

    private ExpressionScopes() {}

    /** The scope of an expression over the records that a selector picks. */
    public static Scope of(Vocabulary vocabulary, Selector selector) {
        return record(vocabulary, selector.types());
    }

    /** The scope of an expression over records of some types; of no type: of unknown ones, which have any attribute. */
    public static Scope record(Vocabulary vocabulary, Collection<String> types) {
        return new Scope(fields(vocabulary, types));
    }

    /** The scope of an expression over several records, each under its name. */
    public static Scope named(Vocabulary vocabulary, Map<String, ? extends Collection<String>> typesByName) {
        Map<String, ExprType> records = new HashMap<>();
        typesByName.forEach(
                (name, types) -> records.put(name, ExprType.struct(name, fields(vocabulary, types), false)));
        return new Scope(records);
    }

    /** What an attribute is in an expression; times are texts, which {@code timestamp(...)} turns into instants. */
    public static ExprType typeOf(AttributeType type) {
        return switch (type) {
            case STRING, DATE, TIMESTAMP, ACCOUNT -> ExprType.STRING;
            case BOOL -> ExprType.BOOL;
            case INT -> ExprType.INT;
            case DECIMAL -> ExprType.DECIMAL;
            case ACCOUNTS -> ExprType.list(ExprType.STRING);
            case LIST -> ExprType.list(ExprType.DYN);
            case MAP -> ExprType.map(ExprType.DYN);
            case ANY -> ExprType.DYN;
        };
    }

    /** The attributes that any of the types declares, or empty when one of them is open. */
    static Optional<Map<String, AttributeType>> declared(Vocabulary vocabulary, Collection<String> types) {
        if (types.isEmpty()
                || types.stream().anyMatch(t -> vocabulary.attributes(t).isEmpty())) {
            return Optional.empty();
        }
        return Optional.of(union(vocabulary, types));
    }

    /** The types as a message names them. */
    static String words(Collection<String> types) {
        return types.isEmpty() ? "the record" : String.join(" or ", new TreeSet<>(types));
    }

    private static Map<String, ExprType> fields(Vocabulary vocabulary, Collection<String> types) {
        Map<String, ExprType> attributes = new HashMap<>();
        union(vocabulary, types).forEach((name, type) -> attributes.put(name, typeOf(type)));
        boolean open = declared(vocabulary, types).isEmpty();
        Map<String, ExprType> all = new HashMap<>(OWN);
        all.put(ATTRIBUTES, ExprType.struct(words(types), attributes, open));
        return all;
    }

    /** Where two types declare an attribute differently, it may hold anything. */
    private static Map<String, AttributeType> union(Vocabulary vocabulary, Collection<String> types) {
        Map<String, AttributeType> all = new LinkedHashMap<>();
        for (String type : types) {
            vocabulary
                    .attributes(type)
                    .ifPresent(attributes -> attributes.forEach(
                            (name, t) -> all.merge(name, t, (a, b) -> a == b ? a : AttributeType.ANY)));
        }
        return all;
    }
}
