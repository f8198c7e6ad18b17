package dev.soc2.evidence.internal.table;

import dev.soc2.evidence.internal.outcome.ImportCode;
import dev.soc2.model.document.tree.Faults;
import dev.soc2.model.document.tree.Fields;
import dev.soc2.model.document.tree.MapNode;
import dev.soc2.model.document.tree.Node;
import dev.soc2.model.document.tree.NumberNode;
import dev.soc2.model.document.tree.Value;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads a mapping document into rules, with all its faults. */
public final class MappingBinder {

    /** Only charsets in which ASCII characters are single bytes, so that rows are found without decoding. */
    private static final Map<String, Charset> CHARSETS = charsets();

    private final Faults faults;
    private final Fields fields;
    private final Optional<ZoneId> zone;

    private MappingBinder(Fields fields) {
        this.fields = fields;
        this.faults = fields.faults();
        this.zone = fields.optional("zone").zone();
    }

    /** The rules; nothing when the document has faults. */
    public static Optional<TableRules> read(Node node, String sha256, Faults faults) {
        int before = faults.count();
        Optional<TableRules> rules = Value.of(node, faults).map(fields -> new MappingBinder(fields).rules(sha256));
        return faults.count() > before ? Optional.empty() : rules;
    }

    private Optional<TableRules> rules(String sha256) {
        int before = faults.count();
        Optional<TableShape> shape = shape();
        Optional<String> source = fields.optional("source").text().filter(text -> isName(text, "source"));
        Optional<TypeRule> type = type(fields.required("type"));
        List<TextRule> id =
                fields.optional("id").<TextRule>oneOrMany(this::part).orElse(List.of());
        Optional<TextRule> subject = part(fields.required("subject"));
        Optional<TextRule> actor = part(fields.optional("actor"));
        TimeRuleBinder times = new TimeRuleBinder(faults, zone);
        Optional<TimeRule> occurredAt = times.read(fields.required("occurredAt"));
        Optional<TimeRule> observedAt = times.read(fields.optional("observedAt"));
        Map<String, AttributeRule> attributes = new TreeMap<>();
        AttributeRuleBinder binder = new AttributeRuleBinder(faults, times);
        fields.optional("attributes").entries(binder::read).ifPresent(attributes::putAll);
        Set<String> required = new HashSet<>(fields.optional("required")
                .<String>oneOrMany(MappingBinder::column)
                .orElse(List.of()));
        boolean reject = fields.optional("rejectUnknownColumns").flag().orElse(false);
        if (faults.count() > before || shape.isEmpty() || type.isEmpty() || subject.isEmpty() || occurredAt.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new TableRules(
                shape.get(),
                source,
                type.get(),
                id,
                subject.get(),
                actor,
                occurredAt.get(),
                observedAt,
                attributes,
                required,
                reject,
                sha256));
    }

    /** A column by its name; of a table without header by its number. */
    static Optional<String> column(Value value) {
        return value.node().filter(NumberNode.class::isInstance).isPresent()
                ? value.integer().map(number -> Integer.toString(number))
                : value.text();
    }

    private Optional<TableShape> shape() {
        Value skipped = fields.optional("skipLines");
        Optional<Integer> skipLines = skipped.integer();
        boolean tooMany = skipLines.filter(count -> count < 0 || count > 10_000).isPresent();
        if (tooMany) {
            fault(skipped, "'skipLines' lies between 0 and 10,000", "count the lines before the table");
        }
        boolean header = fields.optional("header").flag().orElse(true);
        Optional<Character> delimiter = sign("delimiter", TableShape.DEFAULT.delimiter());
        Optional<Character> quote = sign("quote", TableShape.DEFAULT.quote());
        Optional<Charset> charset = charset(fields.optional("charset"));
        if (tooMany || delimiter.isEmpty() || quote.isEmpty() || charset.isEmpty()) {
            return Optional.empty();
        }
        if (delimiter.get().equals(quote.get())) {
            fault(fields.optional("quote"), "'quote' is the delimiter", "name two different characters");
            return Optional.empty();
        }
        return Optional.of(new TableShape(skipLines.orElse(0), header, delimiter.get(), quote.get(), charset.get()));
    }

    private Optional<Character> sign(String name, char usual) {
        Value value = fields.optional(name);
        if (value.node().isEmpty()) {
            return Optional.of(usual);
        }
        Optional<String> text = value.text().map(word -> word.equalsIgnoreCase("TAB") ? "\t" : word);
        if (text.filter(word -> word.length() == 1 && isSign(word.charAt(0))).isPresent()) {
            return text.map(word -> word.charAt(0));
        }
        text.ifPresent(word -> fault(
                value, "'" + name + "' is not one ASCII character", "write a single character such as ';', or TAB"));
        return Optional.empty();
    }

    private static boolean isSign(char c) {
        return c == '\t' || (c >= 32 && c < 127);
    }

    private Optional<Charset> charset(Value value) {
        if (value.node().isEmpty()) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        return value.as(
                name -> Optional.ofNullable(CHARSETS.get(name.toUpperCase(Locale.ROOT)))
                        .orElseThrow(() -> new IllegalArgumentException("this charset is not read")),
                "use one of " + String.join(", ", CHARSETS.keySet()) + "; convert other files to UTF-8");
    }

    private Optional<TypeRule> type(Value value) {
        if (value.node().filter(MapNode.class::isInstance).isEmpty()) {
            return value.text()
                    .filter(text -> isType(value, text))
                    .map(text -> new TypeRule(Optional.of(text), Optional.empty(), Map.of(), Set.of()));
        }
        return value.map(map -> {
            Optional<String> column = column(map.required("column"));
            Map<String, String> values = map.optional("values")
                    .<String>entries((key, type) -> type.text().filter(text -> isType(type, text)))
                    .orElse(Map.of());
            List<String> ignore =
                    map.optional("ignore").<String>oneOrMany(Value::text).orElse(List.of());
            return column.map(name -> new TypeRule(Optional.empty(), Optional.of(name), values, new HashSet<>(ignore)));
        });
    }

    private boolean isType(Value value, String text) {
        boolean sound = text.length() <= 1_024 && text.matches("[a-z][a-z0-9_-]*(\\.[a-z0-9][a-z0-9_-]*)*+");
        if (!sound) {
            fault(
                    value,
                    "a type is a dotted lower-case name of at most 1,024 characters",
                    "write a type such as hr.terminated");
        }
        return sound;
    }

    /** A column by name, or a map of {@code column} or {@code constant}. */
    private Optional<TextRule> part(Value value) {
        if (value.node().filter(MapNode.class::isInstance).isEmpty()) {
            return column(value).map(TextRule.Column::new);
        }
        return value.map(map -> {
            boolean constant = map.has("constant");
            if (constant == map.has("column")) {
                map.know(List.of("constant", "column"));
                fault(value, "this names neither or both of 'column' and 'constant'", "name one of them");
                return Optional.empty();
            }
            return constant
                    ? map.optional("constant")
                            .text()
                            .filter(text -> isName(text, "constant"))
                            .map(TextRule.Constant::new)
                    : column(map.optional("column")).map(TextRule.Column::new);
        });
    }

    private boolean isName(String text, String field) {
        boolean sound = !text.isBlank() && text.length() <= 1_024;
        if (!sound) {
            fields.node()
                    .ifPresent(node -> faults.add(
                            ImportCode.MAPPING.code(),
                            node,
                            "'" + field + "' is blank or too long",
                            "write a short name"));
        }
        return sound;
    }

    private void fault(Value value, String what, String fix) {
        Optional<Node> place =
                value.node().isPresent() ? value.node() : fields.node().map(Node.class::cast);
        place.ifPresent(node -> faults.add(ImportCode.MAPPING.code(), node, what, fix));
    }

    private static Map<String, Charset> charsets() {
        Map<String, Charset> charsets = new TreeMap<>();
        charsets.put("UTF-8", StandardCharsets.UTF_8);
        charsets.put("US-ASCII", StandardCharsets.US_ASCII);
        charsets.put("ISO-8859-1", StandardCharsets.ISO_8859_1);
        for (String name : List.of("ISO-8859-2", "ISO-8859-15", "WINDOWS-1250", "WINDOWS-1251", "WINDOWS-1252")) {
            if (Charset.isSupported(name)) {
                charsets.put(name, Charset.forName(name));
            }
        }
        return Collections.unmodifiableMap(charsets);
    }
}
