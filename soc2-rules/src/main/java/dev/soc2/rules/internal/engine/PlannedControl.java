package dev.soc2.rules.internal.engine;

import dev.soc2.rules.rule.TestOfControl;
import dev.soc2.rules.rule.TestedControl;
import java.util.List;

/**
 * A control in scope with its tests made ready.
 *
 * @param definition the control and its tests
 * @param tests its tests, in written order
 */
record PlannedControl(TestedControl definition, List<PlannedTest> tests) {

    PlannedControl {
        tests = List.copyOf(tests);
    }

    /**
     * A test made ready.
     *
     * @param test the test
     * @param rule its rule made ready
     */
    record PlannedTest(TestOfControl test, PlannedRule rule) {}
}
