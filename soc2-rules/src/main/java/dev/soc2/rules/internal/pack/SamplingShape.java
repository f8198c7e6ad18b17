package dev.soc2.rules.internal.pack;

import dev.soc2.model.document.tree.MapNode;
import dev.soc2.model.document.tree.NumberNode;
import dev.soc2.model.document.tree.Value;
import java.util.Optional;

/** The shape of {@code sampling}, which says how a sample would be drawn; the census runs as without it. */
final class SamplingShape {

    private enum Size {
        FIXED,
        CUSTOMARY
    }

    private enum Method {
        PERIOD_STRATIFIED,
        HASH_RANK
    }

    private SamplingShape() {}

    static void check(Value value, RuleParts parts) {
        value.map(fields -> {
            fields.required("impracticable").text();
            size(fields.optional("size"), parts);
            fields.optional("method").oneOf(Method.class);
            fields.optional("seed").text();
            return fields.optional("priorDeviation").flag();
        });
    }

    private static void size(Value value, RuleParts parts) {
        if (value.node().filter(MapNode.class::isInstance).isPresent()) {
            value.map(fields -> {
                RateReader.read(fields.required("confidence"), parts);
                RateReader.read(fields.required("tolerable"), parts);
                return RateReader.read(fields.optional("expected"), parts);
            });
        } else if (value.node().filter(NumberNode.class::isInstance).isPresent()) {
            Optional<Integer> size = value.integer();
            size.filter(s -> s < 1)
                    .flatMap(s -> value.node())
                    .ifPresent(node -> PackCode.INVARIANT.tell(
                            parts.faults(), node, "a sample has at least one item", "write 1 or more"));
        } else {
            value.oneOf(Size.class);
        }
    }
}
