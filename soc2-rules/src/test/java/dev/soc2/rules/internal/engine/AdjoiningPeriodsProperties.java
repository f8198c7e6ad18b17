package dev.soc2.rules.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.model.engagement.Engagement;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.result.Assessment;
import dev.soc2.model.result.ReasonCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Adjoining periods list each trigger and each slot of the calendar exactly once. */
class AdjoiningPeriodsProperties {

    /** Tests whose items are records or slots of a calendar; figures, gaps, states and policies have other ones. */
    private static final Set<String> LISTED = Set.of(
            "ATT-01/T1",
            "CAD-01/T1",
            "CAD-02/T1",
            "SLA-01/T1",
            "SLA-01/T2",
            "ORD-01/T1",
            "ORD-02/T1",
            "OCC-01/T1",
            "PRO-01/T1",
            "COM-01/T1");

    /** What belongs to the period before or after, and is shown for information. */
    private static final Set<ReasonCode> SHOWN =
            Set.of(ReasonCode.CARRY_IN, ReasonCode.CARRY_OUT, ReasonCode.ORPHAN_RIGHT);

    private static final Engagement FIRST = LawScenes.period(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 6, 30));
    private static final Engagement SECOND = LawScenes.period(LocalDate.of(2025, 7, 1), LocalDate.of(2025, 12, 31));

    @Provide
    Arbitrary<List<Evidence>> records() {
        return LawScenes.records();
    }

    @Property(seed = "20251122", tries = 1_000)
    void eachTriggerAndEachSlotIsListedOnce(@ForAll("records") List<Evidence> records) {
        TreeMap<String, Integer> halves = new TreeMap<>();
        list(LawScenes.assess(FIRST, List.of(records)), halves);
        list(LawScenes.assess(SECOND, List.of(records)), halves);
        TreeMap<String, Integer> year = new TreeMap<>();
        list(LawScenes.assess(records), year);

        assertThat(halves).isEqualTo(year);
        assertThat(halves.values()).allMatch(times -> times == 1);
    }

    private static void list(Assessment assessment, Map<String, Integer> listed) {
        for (var control : assessment.controls()) {
            for (var test : control.tests()) {
                String path = control.id() + "/" + test.id();
                if (LISTED.contains(path)) {
                    test.items().stream()
                            .filter(item -> !SHOWN.contains(item.reason()))
                            .forEach(item -> listed.merge(path + " " + item.id(), 1, Integer::sum));
                }
            }
        }
    }
}
