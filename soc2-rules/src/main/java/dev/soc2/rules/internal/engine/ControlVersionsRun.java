package dev.soc2.rules.internal.engine;

import dev.soc2.model.control.Control;
import dev.soc2.model.control.ControlVersion;
import dev.soc2.model.result.Concluded;
import dev.soc2.model.result.ControlAlgebra;
import dev.soc2.model.result.OperatingConclusion;
import dev.soc2.model.result.Reason;
import dev.soc2.model.result.ReasonCode;
import dev.soc2.model.result.TestResult;
import dev.soc2.model.result.VersionResult;
import dev.soc2.rules.internal.timeline.Nanos;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The tests of a control, each version over its own time; the worst piece is the conclusion. A control that never changed
 * is one piece.
 */
final class ControlVersionsRun {

    /**
     * What was found.
     *
     * @param tests results of the tests of all pieces
     * @param notInForce parts of the window in which the control was not in place
     * @param operating the worst of the pieces
     * @param versions the pieces of a control that changed
     */
    record Found(
            List<TestResult> tests,
            List<Window> notInForce,
            Concluded<OperatingConclusion> operating,
            List<VersionResult> versions) {
        Found {
            tests = List.copyOf(tests);
            notInForce = List.copyOf(notInForce);
            versions = List.copyOf(versions);
        }
    }

    private final PlannedControl planned;
    private final Control control;
    private final TestRun tests;
    private final Lives lives;
    private final Window window;
    private final Window whole;

    /**
     * Makes a run.
     *
     * @param window the examined part of the control's life, its gaps included
     * @param whole the same up to the end of the period
     */
    ControlVersionsRun(PlannedControl planned, TestRun tests, Lives lives, Window window, Window whole) {
        this.planned = planned;
        this.control = planned.definition().control();
        this.tests = tests;
        this.lives = lives;
        this.window = window;
        this.whole = whole;
    }

    /** The tests of what is in place when the window ends: of the version in force, for a Type I. */
    List<PlannedControl.PlannedTest> inForce() {
        return lives.all().stream()
                .filter(life -> life.window().contains(window.to() - 1))
                .findFirst()
                .map(this::testsOf)
                .orElse(List.of());
    }

    /** Carries the tests out. */
    Found run() {
        List<TestResult> results = new ArrayList<>();
        List<Window> notInForce = new ArrayList<>(window.without(lives.windows()));
        List<VersionResult> versions = new ArrayList<>();
        List<Concluded<OperatingConclusion>> pieces = new ArrayList<>();
        for (Lives.OfVersion life : lives.all()) {
            if (whole.intersect(life.window()).isEmpty()) {
                continue;
            }
            Window part = window.intersect(life.window());
            List<TestResult> own = part.isEmpty() ? List.of() : carryOut(life, part, notInForce);
            Concluded<OperatingConclusion> concluded = part.isEmpty()
                    ? Concluded.because(
                            OperatingConclusion.NOT_APPLICABLE,
                            ReasonCode.NOT_YET_DUE,
                            "it begins after the instant of the assessment")
                    : ControlAlgebra.conclude(own);
            results.addAll(own);
            pieces.add(concluded);
            life.version().ifPresent(version -> versions.add(piece(version, life, concluded, own)));
        }
        return new Found(results, notInForce, worst(pieces, versions), versions);
    }

    private List<TestResult> carryOut(Lives.OfVersion life, Window part, List<Window> notInForce) {
        List<TestResult> results = new ArrayList<>();
        for (PlannedControl.PlannedTest test : testsOf(life)) {
            TestRun.Ran ran = tests.run(
                    control.id(),
                    control.frequency(),
                    life.version().isEmpty() ? test : cut(test, item -> lives.owns(life, item)),
                    part,
                    whole.intersect(life.window()));
            results.add(ran.result());
            notInForce.addAll(ran.notInForce());
        }
        return results;
    }

    private List<PlannedControl.PlannedTest> testsOf(Lives.OfVersion life) {
        Optional<ControlVersion> version = life.version();
        return version.isEmpty()
                ? planned.tests()
                : planned.tests().stream()
                        .filter(t -> planned.definition().testsOf(version.get()).contains(t.test()))
                        .toList();
    }

    private PlannedControl.PlannedTest cut(PlannedControl.PlannedTest test, Share share) {
        return new PlannedControl.PlannedTest(
                test.test(), test.rule().with(e -> new CutEvaluator(e, window, whole, share)));
    }

    /** What some tests find from an instant on: items that began since, or what holds since. */
    List<TestResult> since(long instant, List<String> names) {
        List<TestResult> results = new ArrayList<>();
        for (Lives.OfVersion life : lives.all()) {
            Window since = new Window(instant, Nanos.FOREVER).intersect(life.window());
            Window part = window.intersect(since);
            for (PlannedControl.PlannedTest test :
                    part.isEmpty() ? List.<PlannedControl.PlannedTest>of() : testsOf(life)) {
                if (names.contains(name(test))) {
                    Share share = item -> lives.owns(life, item) && item.begins() >= instant;
                    results.add(
                            tests.run(control.id(), control.frequency(), cut(test, share), part, whole.intersect(since))
                                    .result());
                }
            }
        }
        return results;
    }

    /** The id that a test has in each version. */
    private static String name(PlannedControl.PlannedTest test) {
        String id = test.test().id();
        return id.indexOf('@') < 0 ? id : id.substring(0, id.indexOf('@'));
    }

    private VersionResult piece(
            ControlVersion version,
            Lives.OfVersion life,
            Concluded<OperatingConclusion> concluded,
            List<TestResult> own) {
        Window part = whole.intersect(life.window());
        return new VersionResult(
                version,
                Nanos.instant(part.from()),
                Nanos.instant(part.to()),
                concluded.conclusion(),
                concluded.reasons(),
                own.stream().map(TestResult::id).toList());
    }

    private static Concluded<OperatingConclusion> worst(
            List<Concluded<OperatingConclusion>> pieces, List<VersionResult> versions) {
        if (pieces.isEmpty()) {
            return ControlAlgebra.conclude(List.of());
        }
        OperatingConclusion worst = pieces.stream()
                .map(Concluded::conclusion)
                .reduce(ControlAlgebra::worse)
                .orElseThrow();
        List<Reason> reasons = new ArrayList<>();
        if (versions.isEmpty()) {
            reasons.addAll(pieces.get(0).reasons());
        }
        versions.stream()
                .filter(v -> v.operating() == worst)
                .forEach(v -> v.reasons()
                        .forEach(r -> reasons.add(
                                new Reason(r.code(), "version " + v.version().label() + ": " + r.text()))));
        return new Concluded<>(worst, reasons);
    }
}
