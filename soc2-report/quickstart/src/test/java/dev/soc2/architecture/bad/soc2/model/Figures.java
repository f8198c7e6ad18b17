package dev.soc2.architecture.bad.soc2.model;

import dev.soc2.architecture.bad.soc2.rules.internal.Gears;
import java.util.List;

/** Bad on purpose: an array, a shared list, a double, and a look at the engine's inside. */
@SuppressWarnings("ArrayRecordComponent")
public record Figures(int[] counts, List<String> names, double rate) {

    public int turn() {
        return Gears.turn(counts.length);
    }
}
