package dev.soc2.rules.rule;

import dev.soc2.model.control.Control;
import dev.soc2.model.control.ControlVersion;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A control with its tests.
 *
 * @param control the control
 * @param tests its tests, in written order; ids are unique; empty: it is concluded as not tested. Of a control with
 *     versions each test belongs to one of them, whose label ends its id: {@code T1@2025-04-01}
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
            List<ControlVersion> versions = control.versions();
            if (!versions.isEmpty() && versions.stream().noneMatch(v -> isOf(test, v))) {
                throw new IllegalArgumentException("test " + test.id() + " belongs to no version of control "
                        + control.id() + "; its id ends with one of "
                        + versions.stream().map(v -> "@" + v.label()).toList());
            }
        }
    }

    /**
     * The id of a test that belongs to a version.
     *
     * @param test the id that it has in each version
     * @param version the version
     * @return such as {@code T1@2025-04-01}
     */
    public static String testId(String test, ControlVersion version) {
        return test + "@" + version.label();
    }

    /**
     * The tests of one version.
     *
     * @param version one of the control's versions
     * @return its tests, in written order
     */
    public List<TestOfControl> testsOf(ControlVersion version) {
        return tests.stream().filter(test -> isOf(test, version)).toList();
    }

    private static boolean isOf(TestOfControl test, ControlVersion version) {
        return test.id().endsWith("@" + version.label());
    }
}
