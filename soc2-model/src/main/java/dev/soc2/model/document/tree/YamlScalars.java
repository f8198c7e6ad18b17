package dev.soc2.model.document.tree;

import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/**
 * What a YAML scalar means in the core schema (YAML 1.2.2, section 10.3): times stay text, and so do {@code yes} and
 * {@code NO}.
 */
final class YamlScalars {

    private static final String CORE = "tag:yaml.org,2002:";
    private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");
    private static final Set<String> TRUE = Set.of("true", "True", "TRUE");
    private static final Set<String> FALSE = Set.of("false", "False", "FALSE");

    private YamlScalars() {}

    static Node read(ScalarEvent event, Place place, DocumentLimits limits, Faults faults) {
        String value = event.getValue();
        String tag = event.getTag().orElse(event.isPlain() ? "" : CORE + "str");
        if (tag.equals(CORE + "str") || tag.equals("!")) {
            return text(event, place, limits, faults);
        }
        Optional<Node> resolved = resolved(value, place, faults);
        if (tag.isEmpty()) {
            return resolved.isPresent() ? resolved.get() : text(event, place, limits, faults);
        }
        boolean fits = resolved.map(node -> fits(tag, node)).orElse(false);
        if (!fits) {
            refuseTag(tag, place, place.offset(), faults);
        }
        return resolved.filter(node -> fits).orElseGet(() -> text(event, place, limits, faults));
    }

    static TextStyle style(ScalarEvent event) {
        return switch (event.getScalarStyle()) {
            case SINGLE_QUOTED -> TextStyle.SINGLE_QUOTED;
            case DOUBLE_QUOTED, JSON_SCALAR_STYLE -> TextStyle.DOUBLE_QUOTED;
            case LITERAL -> TextStyle.LITERAL;
            case FOLDED -> TextStyle.FOLDED;
            case PLAIN -> TextStyle.PLAIN;
        };
    }

    static void refuseTag(String tag, Place place, int offset, Faults faults) {
        boolean core = tag.startsWith(CORE)
                && Set.of("str", "int", "float", "bool", "null", "seq", "map").contains(tag.substring(CORE.length()));
        String shown = tag.startsWith(CORE) ? "!!" + tag.substring(CORE.length()) : tag;
        String what = core
                ? "the value does not fit its tag " + place.source().quote(shown)
                : "the tag " + place.source().quote(shown) + " is none of the YAML core schema";
        faults.add(place.source().issue(DocumentCode.YAML_TAG, offset, 1, place.path(), what, "leave the tag out"));
    }

    private static TextNode text(ScalarEvent event, Place place, DocumentLimits limits, Faults faults) {
        return Texts.value(place, event.getValue(), style(event), limits, faults);
    }

    private static Optional<Node> resolved(String value, Place place, Faults faults) {
        if (NULLS.contains(value)) {
            return Optional.of(new NullNode(place, value.length()));
        }
        if (TRUE.contains(value) || FALSE.contains(value)) {
            return Optional.of(new FlagNode(place, TRUE.contains(value)));
        }
        return Numbers.isCoreNumber(value) ? Optional.of(Numbers.read(place, value, faults)) : Optional.empty();
    }

    private static boolean fits(String tag, Node node) {
        return switch (tag.startsWith(CORE) ? tag.substring(CORE.length()) : "") {
            case "float" -> node instanceof NumberNode;
            case "int" ->
                node instanceof NumberNode number
                        && number.value().scale() <= 0
                        && number.written().indexOf('.') < 0;
            case "bool" -> node instanceof FlagNode;
            case "null" -> node instanceof NullNode;
            default -> false;
        };
    }
}
