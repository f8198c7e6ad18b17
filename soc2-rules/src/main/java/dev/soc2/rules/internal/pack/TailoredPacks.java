package dev.soc2.rules.internal.pack;

import dev.soc2.model.document.DocumentException;
import dev.soc2.model.document.tree.Faults;
import dev.soc2.model.document.tree.Nearest;
import dev.soc2.model.engagement.Tailoring;
import dev.soc2.model.issue.Issue;
import dev.soc2.model.issue.Location;
import dev.soc2.rules.rule.RulePack;
import dev.soc2.rules.rule.TestOfControl;
import dev.soc2.rules.rule.TestedControl;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Packs as an engagement tailors them: parameters of its overrides stand in for those of the pack. */
final class TailoredPacks {

    private final Faults faults = new Faults();
    private final List<Tailoring> overrides;

    private TailoredPacks(List<Tailoring> overrides) {
        this.overrides = List.copyOf(overrides);
    }

    static List<RulePack> of(List<RulePack> packs, List<Tailoring> overrides) {
        TailoredPacks tailored = new TailoredPacks(overrides);
        tailored.refuseUnknown(packs);
        List<RulePack> result = packs.stream().map(tailored::pack).toList();
        tailored.faults.throwIfAny(DocumentException::new);
        return result;
    }

    private void refuseUnknown(List<RulePack> packs) {
        for (Tailoring override : overrides) {
            List<TestedControl> named = packs.stream()
                    .flatMap(pack -> pack.control(override.control()).stream())
                    .toList();
            if (named.isEmpty()) {
                List<String> known = packs.stream()
                        .flatMap(pack -> pack.controls().stream())
                        .map(control -> control.control().id())
                        .toList();
                String what = "there is no control '" + override.control() + "' in the packs of the engagement";
                tell(PackCode.TAILORED_CONTROL, place(override.control()), what, override.control(), known);
            } else if (named.stream().noneMatch(control -> has(control, override.test()))) {
                List<String> known = named.stream()
                        .flatMap(control -> control.tests().stream())
                        .map(TestOfControl::id)
                        .toList();
                String what = "control " + override.control() + " has no test '" + override.test() + "'";
                String place = place(override.control()) + ".tests." + override.test();
                tell(PackCode.TAILORED_TEST, place, what, override.test(), known);
            }
        }
    }

    private void tell(PackCode code, String place, String what, String word, List<String> known) {
        String fix = Nearest.to(word, known)
                .map(near -> "use '" + near + "'")
                .orElse(
                        known.isEmpty() || known.size() > 12
                                ? "check the id"
                                : "use one of " + String.join(", ", known));
        Issue issue = Issue.error(code.code(), Location.of(place), what, fix);
        if (!faults.issues().contains(issue)) {
            faults.add(issue);
        }
    }

    private static boolean has(TestedControl control, String test) {
        return control.tests().stream().anyMatch(t -> t.id().equals(test));
    }

    private RulePack pack(RulePack pack) {
        List<TestedControl> controls =
                pack.controls().stream().map(control -> control(control, pack)).toList();
        return new RulePack(
                pack.id(), pack.version(), pack.sha256(), pack.criteriaCatalog(), pack.vocabulary(), controls);
    }

    private TestedControl control(TestedControl control, RulePack pack) {
        String id = control.control().id();
        if (overrides.stream().noneMatch(o -> o.control().equals(id))) {
            return control;
        }
        List<TestOfControl> tests = new ArrayList<>();
        for (TestOfControl test : control.tests()) {
            List<Tailoring> own = overrides.stream()
                    .filter(o -> o.control().equals(id) && o.test().equals(test.id()))
                    .toList();
            tests.add(own.isEmpty() ? test : test(test, own, place(id) + ".tests." + test.id(), pack));
        }
        return new TestedControl(control.control(), tests);
    }

    private TestOfControl test(TestOfControl test, List<Tailoring> own, String place, RulePack pack) {
        Faults found = new Faults();
        Optional<TestOfControl> tailored =
                new TailoredTest(test, place, new RuleParts(pack.vocabulary(), found)).with(own);
        faults.addAll(found.issues().stream()
                .map(issue -> TailoredTest.placed(issue, test, place))
                .toList());
        return tailored.orElse(test);
    }

    private static String place(String control) {
        return "overrides." + control;
    }
}
