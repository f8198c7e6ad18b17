package dev.soc2.evidence.internal.json;

import dev.soc2.model.document.tree.FlagNode;
import dev.soc2.model.document.tree.ListNode;
import dev.soc2.model.document.tree.MapNode;
import dev.soc2.model.document.tree.Node;
import dev.soc2.model.document.tree.NullNode;
import dev.soc2.model.document.tree.NumberNode;
import dev.soc2.model.document.tree.TextNode;
import dev.soc2.model.evidence.AttributeValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An object of a foreign document, whose fields are looked up by paths such as {@code finding_info.uid}. A field that is
 * null, missing or of another kind than asked for is absent. Only the members of objects are reached by a path.
 */
public final class JsonObject {

    private static final BigDecimal LEAST = BigDecimal.valueOf(Long.MIN_VALUE);
    private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);

    private final MapNode node;

    private JsonObject(MapNode node) {
        this.node = node;
    }

    public static JsonObject of(MapNode node) {
        return new JsonObject(node);
    }

    /** The value at a path, if it is there and not null. */
    public Optional<Node> at(String path) {
        Optional<Node> found = node.get(path).filter(value -> !(value instanceof NullNode));
        if (found.isPresent()) {
            return found;
        }
        int dot = path.indexOf('.');
        return dot < 0 ? Optional.empty() : object(path.substring(0, dot)).flatMap(o -> o.at(path.substring(dot + 1)));
    }

    public boolean has(String path) {
        return at(path).isPresent();
    }

    public Optional<JsonObject> object(String path) {
        return at(path).filter(MapNode.class::isInstance).map(map -> new JsonObject((MapNode) map));
    }

    /** The members of a list that are objects; of an object in place of a list, that object. */
    public List<JsonObject> objects(String path) {
        List<JsonObject> objects = new ArrayList<>();
        for (Node member : members(path)) {
            if (member instanceof MapNode map) {
                objects.add(new JsonObject(map));
            }
        }
        return List.copyOf(objects);
    }

    /** The members of a list that are texts that say something; of a text in place of a list, that text. */
    public List<String> texts(String path) {
        List<String> texts = new ArrayList<>();
        for (Node member : members(path)) {
            if (member instanceof TextNode text && !text.value().isBlank()) {
                texts.add(text.value());
            }
        }
        return List.copyOf(texts);
    }

    private List<Node> members(String path) {
        return at(path).map(value -> value instanceof ListNode list ? list.items() : List.of(value))
                .orElse(List.of());
    }

    /** A text that is not blank. */
    public Optional<String> text(String path) {
        return at(path).filter(TextNode.class::isInstance)
                .map(value -> ((TextNode) value).value())
                .filter(text -> !text.isBlank());
    }

    /** A text or a number as text, for identifiers that are written either way. */
    public Optional<String> name(String path) {
        return text(path).or(() -> whole(path).map(number -> Long.toString(number)));
    }

    public Optional<BigDecimal> number(String path) {
        return at(path).filter(NumberNode.class::isInstance).map(value -> ((NumberNode) value).value());
    }

    public Optional<Boolean> flag(String path) {
        return at(path).filter(FlagNode.class::isInstance).map(value -> ((FlagNode) value).value());
    }

    /** A time in ISO-8601 with an offset. */
    public Optional<Instant> instant(String path) {
        return text(path).flatMap(text -> {
            try {
                return Optional.of(OffsetDateTime.parse(text.strip()).toInstant());
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        });
    }

    /** A time in milliseconds since 1970, UTC. */
    public Optional<Instant> millis(String path) {
        return whole(path).map(Instant::ofEpochMilli);
    }

    /** A number without its fraction; absent when it is no 64-bit number. */
    public Optional<Long> whole(String path) {
        return number(path)
                .filter(number -> (long) number.precision() - number.scale() <= 19)
                .map(number -> number.setScale(0, RoundingMode.DOWN))
                .filter(number -> number.compareTo(LEAST) >= 0 && number.compareTo(MOST) <= 0)
                .map(BigDecimal::longValueExact);
    }

    /** A value as an attribute, without the nulls in it. */
    public Optional<AttributeValue> attribute(String path) {
        return at(path).flatMap(JsonObject::attribute);
    }

    /** All fields as attributes, without nulls. */
    public Map<String, AttributeValue> attributes() {
        Map<String, AttributeValue> attributes = new TreeMap<>();
        node.entries()
                .forEach((name, entry) -> attribute(entry.value()).ifPresent(value -> attributes.put(name, value)));
        return attributes;
    }

    /** The names of the fields, in the order of the document. */
    public List<String> names() {
        return List.copyOf(node.entries().keySet());
    }

    private static Optional<AttributeValue> attribute(Node node) {
        if (node instanceof TextNode text) {
            return Optional.of(AttributeValue.of(text.value()));
        }
        if (node instanceof NumberNode number) {
            return Optional.of(AttributeValue.of(number.value()));
        }
        if (node instanceof FlagNode flag) {
            return Optional.of(AttributeValue.of(flag.value()));
        }
        if (node instanceof ListNode list) {
            return Optional.of(AttributeValue.of(list.items().stream()
                    .flatMap(member -> attribute(member).stream())
                    .toList()));
        }
        return node instanceof MapNode map
                ? Optional.of(AttributeValue.of(new JsonObject(map).attributes()))
                : Optional.empty();
    }
}
