package dev.soc2.report.internal.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Evidence of one kind that one owner gets for some tests, and when.
 *
 * @param collecting what kind it is
 * @param owner who gets it; empty when nobody is named
 * @param opens the first day on which it can be got
 * @param due the last day on which it should be there; empty when that was not agreed
 * @param tests names of the tests that need it
 */
record Errand(
        Collecting collecting, String owner, Optional<LocalDate> opens, Optional<LocalDate> due, List<String> tests) {

    Errand {
        tests = List.copyOf(tests);
    }
}
