package dev.soc2.rules.scenario;

import dev.soc2.model.issue.Issue;
import dev.soc2.model.issue.Location;
import dev.soc2.rules.internal.scenario.ProofCode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which tests of a pack can fail.
 *
 * @param pack id of the pack
 * @param tests what was found out about each test, in the order of the pack
 */
public record PackProofResult(String pack, List<TestProof> tests) {

    /** Copies the list. */
    public PackProofResult {
        Objects.requireNonNull(pack, "pack");
        tests = List.copyOf(tests);
    }

    /**
     * The tests of one verdict.
     *
     * @param verdict which
     * @return them, in the order of the pack
     */
    public List<TestProof> of(ProofVerdict verdict) {
        return tests.stream().filter(test -> test.verdict() == verdict).toList();
    }

    /**
     * The tests that no mutation made find a deviation.
     *
     * @return those of the verdicts CANNOT_FAIL and ONLY_DOUBT, in the order of the pack
     */
    public List<TestProof> cannotFail() {
        return tests.stream().filter(test -> test.verdict().isDefect()).toList();
    }

    /**
     * One test.
     *
     * @param control id of its control
     * @param test its id
     * @return what was found out about it, or empty when the pack has no such test
     */
    public Optional<TestProof> test(String control, String test) {
        return tests.stream()
                .filter(t -> t.control().equals(control) && t.test().equals(test))
                .findFirst();
    }

    /**
     * Throws when a test cannot fail; for a unit test of the pack.
     *
     * @throws PackProofException with an issue for each such test
     */
    public void throwIfAnyCannotFail() {
        throwIfAny(cannotFail().stream().map(this::cannotFail).toList());
    }

    /**
     * Throws when a test cannot fail, and also when no scenario shows it at work.
     *
     * @throws PackProofException with an issue for each such test
     */
    public void throwIfAnyIsUnproven() {
        throwIfAny(tests.stream()
                .filter(test -> test.verdict() != ProofVerdict.PROVEN)
                .map(test -> test.verdict().isDefect() ? cannotFail(test) : neverConforming(test))
                .toList());
    }

    private static void throwIfAny(List<Issue> issues) {
        if (!issues.isEmpty()) {
            throw new PackProofException(issues);
        }
    }

    private Issue cannotFail(TestProof test) {
        String hints = test.hints().isEmpty() ? "" : "; " + String.join("; ", test.hints());
        return issue(
                ProofCode.CANNOT_FAIL,
                test,
                "test " + test.name() + " finds no deviation in any of "
                        + test.tried().size()
                        + " mutations of conforming evidence"
                        + (test.verdict() == ProofVerdict.ONLY_DOUBT ? ", it only doubts" : "") + hints,
                test.cutShort()
                        ? "allow more mutations with tryingAtMost, or ask for something that can be missing or wrong"
                        : "ask for something that can be missing or wrong");
    }

    private Issue neverConforming(TestProof test) {
        return issue(
                ProofCode.NEVER_CONFORMING,
                test,
                "no scenario shows test " + test.name() + " effective with a conforming item",
                "write a scenario of control " + test.control() + " at work");
    }

    private Issue issue(ProofCode code, TestProof test, String what, String fix) {
        return Issue.error(code.code(), Location.of("pack " + pack).withPath(test.name()), what, fix);
    }

    /**
     * The result in words: how many tests of each verdict, then what is not proven, then the proofs.
     *
     * @return lines without a line end at the end
     */
    public String text() {
        int defects = cannotFail().size();
        String head = "pack " + pack + ": " + tests.size() + (tests.size() == 1 ? " test, " : " tests, ")
                + of(ProofVerdict.PROVEN).size() + " proven, "
                + of(ProofVerdict.NEVER_CONFORMING).size() + " never conforming, " + defects + " that cannot fail";
        return List.of(
                        ProofVerdict.CANNOT_FAIL,
                        ProofVerdict.ONLY_DOUBT,
                        ProofVerdict.NEVER_CONFORMING,
                        ProofVerdict.PROVEN)
                .stream()
                .flatMap(verdict -> of(verdict).stream())
                .map(test -> "\n  " + test)
                .collect(Collectors.joining("", head, ""));
    }

    /** Same as {@link #text()}. */
    @Override
    public String toString() {
        return text();
    }
}
