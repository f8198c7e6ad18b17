package dev.soc2.evidence.internal.table;

import dev.soc2.evidence.internal.outcome.ImportCode;
import dev.soc2.model.document.tree.Faults;
import dev.soc2.model.document.tree.Fields;
import dev.soc2.model.document.tree.FlagNode;
import dev.soc2.model.document.tree.ListNode;
import dev.soc2.model.document.tree.MapNode;
import dev.soc2.model.document.tree.Node;
import dev.soc2.model.document.tree.NumberNode;
import dev.soc2.model.document.tree.TextNode;
import dev.soc2.model.document.tree.Value;
import dev.soc2.model.evidence.AttributeValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads where an attribute comes from: a column, a typed column, a constant, or a column that is dropped. */
final class AttributeRuleBinder {

    /** What a cell is read as. */
    private enum Kind {
        STRING,
        INT,
        DECIMAL,
        BOOL,
        LIST,
        TIMESTAMP
    }

    private final Faults faults;
    private final TimeRuleBinder times;

    AttributeRuleBinder(Faults faults, TimeRuleBinder times) {
        this.faults = faults;
        this.times = times;
    }

    Optional<AttributeRule> read(TextNode name, Value value) {
        if (value.node().filter(MapNode.class::isInstance).isEmpty()) {
            return MappingBinder.column(value).map(column -> new AttributeRule.Text(column, Map.of()));
        }
        return value.map(map -> {
            if (map.has("constant")) {
                return constant(map.optional("constant"));
            }
            if (map.optional("drop").flag().orElse(false)) {
                Value column = map.optional("column");
                return column.node().isEmpty()
                        ? Optional.of(new AttributeRule.Dropped(name.value()))
                        : MappingBinder.column(column).map(AttributeRule.Dropped::new);
            }
            return column(map);
        });
    }

    private Optional<AttributeRule> constant(Value value) {
        return value.node().flatMap(node -> {
            Optional<AttributeValue> constant = plain(node);
            if (constant.isEmpty()) {
                faults.add(
                        ImportCode.MAPPING.code(),
                        node,
                        "a constant is a text, a number, true or false, or a list of these",
                        "write such a value");
            }
            return constant.map(AttributeRule.Constant::new);
        });
    }

    private Optional<AttributeRule> column(Fields map) {
        Kind kind = map.optional("type").oneOf(Kind.class).orElse(Kind.STRING);
        if (kind == Kind.TIMESTAMP) {
            return times.column(map).map(AttributeRule.Timestamp::new);
        }
        Optional<String> column = MappingBinder.column(map.required("column"));
        return switch (kind) {
            case INT -> column.map(name -> new AttributeRule.Figure(name, true));
            case DECIMAL -> column.map(name -> new AttributeRule.Figure(name, false));
            case BOOL -> column.map(AttributeRule.Flag::new);
            case LIST -> {
                Optional<String> separator = map.optional("separator").text().filter(text -> !text.isEmpty());
                yield column.map(name -> new AttributeRule.Texts(name, separator.orElse(";")));
            }
            default -> {
                Map<String, AttributeValue> values = map.optional("values")
                        .<AttributeValue>entries((key, value) -> scalar(value))
                        .orElse(Map.of());
                yield column.map(name -> new AttributeRule.Text(name, values));
            }
        };
    }

    private Optional<AttributeValue> scalar(Value value) {
        Optional<AttributeValue> read =
                value.node().filter(node -> !(node instanceof ListNode)).flatMap(AttributeRuleBinder::plain);
        if (read.isEmpty()) {
            // Tells what is wrong in the reader's usual words.
            value.text();
        }
        return read;
    }

    private static Optional<AttributeValue> plain(Node node) {
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
            List<AttributeValue> members =
                    list.items().stream().flatMap(item -> plain(item).stream()).toList();
            return members.size() == list.items().size() ? Optional.of(AttributeValue.of(members)) : Optional.empty();
        }
        return Optional.empty();
    }
}
