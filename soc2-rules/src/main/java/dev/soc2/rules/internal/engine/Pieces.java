package dev.soc2.rules.internal.engine;

import dev.soc2.model.result.ControlResult;
import dev.soc2.model.result.OperatingConclusion;
import dev.soc2.rules.internal.timeline.Nanos;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/** The times over which a control was concluded on: its window, or the parts of its versions. */
final class Pieces {

    private Pieces() {}

    /** Those whose conclusion is one of some; none for a Type I. */
    static List<Window> of(ControlResult result, Predicate<OperatingConclusion> conclusions) {
        if (!result.versions().isEmpty()) {
            return result.versions().stream()
                    .filter(v -> conclusions.test(v.operating()))
                    .map(v -> window(v.from(), v.to()))
                    .toList();
        }
        return result.operating().filter(conclusions).stream()
                .map(o -> window(result.from(), result.to()))
                .toList();
    }

    private static Window window(Instant from, Instant to) {
        return new Window(Nanos.of(from), Nanos.of(to));
    }
}
