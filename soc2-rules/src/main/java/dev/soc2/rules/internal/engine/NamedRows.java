package dev.soc2.rules.internal.engine;

import java.util.HashMap;
import java.util.Map;

/** The rows that an expression over several records is evaluated for, by name. Reused by one thread. */
final class NamedRows {

    private final Map<String, RowFrame> frames = new HashMap<>();

    /** Sets the row that a name stands for. */
    NamedRows with(String name, int row) {
        frames.computeIfAbsent(name, n -> new RowFrame(row)).row = row;
        return this;
    }

    RowFrame of(String name) {
        RowFrame frame = frames.get(name);
        if (frame == null) {
            throw new IllegalStateException("no row was set for '" + name + "'");
        }
        return frame;
    }
}
