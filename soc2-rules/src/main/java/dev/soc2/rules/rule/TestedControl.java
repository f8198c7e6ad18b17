package dev.soc2.rules.rule;

import dev.soc2.model.control.Control;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A control with its tests.
 *
 * @param control the control
 * @param tests its tests, in written order; ids are unique; empty: it is concluded as not tested
 */
public record TestedControl(Control control, List<TestOfControl> tests) {

    /** Checks the invariants. */
    public TestedControl {
        Objects.requireNonNull(control, "control");
        tests = List.copyOf(tests);
        Set<String> ids = new HashSet<>();
        for (TestOfControl test : tests) {
            if (!ids.add(test.id())) {
                throw new IllegalArgumentException("control " + control.id() + " has test " + test.id() + " twice");
            }
        }
    }
}
