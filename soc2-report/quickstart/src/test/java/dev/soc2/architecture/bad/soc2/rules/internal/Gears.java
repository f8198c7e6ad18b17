package dev.soc2.architecture.bad.soc2.rules.internal;

import dev.soc2.architecture.bad.soc2.model.Figures;

/** Bad on purpose only together with Figures: the two make a cycle. */
public final class Gears {

    private Gears() {}

    public static int turn(int count) {
        return count + 1;
    }

    public static int turn(Figures figures) {
        return figures.names().size();
    }
}
