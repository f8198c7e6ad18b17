package dev.soc2.rules.internal.engine;

import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.result.SampleResult;
import dev.soc2.model.result.SelectionMethod;
import dev.soc2.rules.rule.Sampling;
import dev.soc2.rules.sampling.Frame;
import dev.soc2.rules.sampling.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A sample while it grows. An item that a record shows not to belong is replaced by a further draw, and only such an
 * item: one whose evidence is missing stays.
 */
final class SampleDraw {

    private final Frame frame;
    private final Sampling sampling;
    private final String seed;
    private final Map<String, Evidence> voided;
    private List<String> drawn = List.of();

    SampleDraw(Frame frame, Sampling sampling, String seed, Map<String, Evidence> voided) {
        this.frame = frame;
        this.sampling = sampling;
        this.seed = seed;
        this.voided = Map.copyOf(voided);
        sampling.picks().ifPresent(picks -> drawn = picks.ids());
    }

    /** Draws until there are so many items to test, or no more. */
    void upTo(int n) {
        if (sampling.method() == SelectionMethod.JUDGEMENTAL) {
            return;
        }
        int atLeast = sampling.strata().map(Sampling.Division::atLeast).orElse(0);
        int missing = n - tested().size();
        while (missing > 0 && drawn.size() < frame.size()) {
            int size = Math.min(frame.size(), drawn.size() + missing);
            drawn = Selection.extend(frame, sampling.method(), seed, drawn, size, atLeast);
            missing = n - tested().size();
        }
    }

    /** Items to test, in the order in which they were drawn. */
    List<String> tested() {
        return drawn.stream().filter(id -> !voided.containsKey(id)).toList();
    }

    List<SampleResult.Replaced> replaced() {
        List<SampleResult.Replaced> replaced = new ArrayList<>();
        for (String id : drawn) {
            Evidence record = voided.get(id);
            if (record != null) {
                replaced.add(new SampleResult.Replaced(id, record.text("reason").orElse(""), record.id()));
            }
        }
        return replaced;
    }
}
