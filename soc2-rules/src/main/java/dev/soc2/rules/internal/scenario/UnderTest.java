package dev.soc2.rules.internal.scenario;

import dev.soc2.model.criteria.CriterionId;
import dev.soc2.model.document.tree.Faults;
import dev.soc2.model.document.tree.Nearest;
import dev.soc2.model.document.tree.TextNode;
import dev.soc2.rules.rule.RulePack;
import dev.soc2.rules.rule.TestOfControl;
import dev.soc2.rules.rule.TestedControl;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a scenario puts under test.
 *
 * @param packs its packs
 * @param known controls by id; of no use when a pack could not be read
 * @param only ids of the controls under test
 * @param criteria ids of the catalogue
 * @param complete whether everything could be read, so that a control that is not known does not exist
 */
record UnderTest(
        List<RulePack> packs,
        Map<String, TestedControl> known,
        Set<String> only,
        Set<CriterionId> criteria,
        boolean complete) {

    UnderTest {
        packs = List.copyOf(packs);
        known = Map.copyOf(known);
        only = Set.copyOf(only);
        criteria = Set.copyOf(criteria);
    }

    static UnderTest of(List<RulePack> packs, Set<CriterionId> criteria, boolean complete) {
        Map<String, TestedControl> known = new LinkedHashMap<>();
        packs.forEach(pack ->
                pack.controls().forEach(control -> known.put(control.control().id(), control)));
        return new UnderTest(packs, known, known.keySet(), criteria, complete);
    }

    UnderTest only(Collection<String> controls) {
        Set<String> found = controls.stream().filter(known::containsKey).collect(Collectors.toSet());
        // One that is not known is told by then; who knows which other it was meant to be.
        return new UnderTest(
                packs, known, found, criteria, complete && known.keySet().containsAll(controls));
    }

    void requireControl(TextNode id, Faults faults) {
        if (complete && !only.contains(id.value())) {
            String what = known.containsKey(id.value())
                    ? "control '" + id + "' is not under test"
                    : "the packs of this scenario have no control '" + id + "'";
            faults.add(ScenarioCode.UNKNOWN_CONTROL.code(), id, what, fix(id.value(), only));
        }
    }

    void requireTest(String control, TextNode id, Faults faults) {
        TestedControl tested = known.get(control);
        if (tested == null) {
            return;
        }
        List<String> tests =
                new ArrayList<>(tested.tests().stream().map(TestOfControl::id).toList());
        if (!tests.contains(id.value())) {
            faults.add(
                    ScenarioCode.UNKNOWN_TEST.code(),
                    id,
                    "control '" + control + "' has no test '" + id + "'",
                    fix(id.value(), tests));
        }
    }

    boolean requireCriterion(CriterionId criterion, TextNode id, Faults faults) {
        boolean exists = criteria.contains(criterion);
        if (!exists) {
            faults.add(
                    ScenarioCode.UNKNOWN_CRITERION.code(),
                    id,
                    "there is no criterion '" + id + "' in the catalogue",
                    fix(id.value(), criteria.stream().map(CriterionId::value).toList()));
        }
        return exists;
    }

    private static String fix(String word, Collection<String> names) {
        return Nearest.to(word, names)
                .map(near -> "use '" + near + "'")
                .orElse(
                        names.isEmpty() || names.size() > 12
                                ? "check the id"
                                : "use one of " + names.stream().sorted().collect(Collectors.joining(", ")));
    }
}
