package dev.soc2.rules.scenario;

import dev.soc2.model.result.OperatingConclusion;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a pack's proof found out about one test.
 *
 * @param control id of the control
 * @param test id of the test within its control
 * @param verdict whether it can fail
 * @param outcome the mutation that made it fail, or else the first after which it could not say of an item; empty
 *     when there is neither
 * @param conforming names of the scenarios that were spoiled, in which it had conformed, in their order
 * @param tried the mutations tried until it failed, or all of them, in the order in which they were tried
 * @param concluded what it concluded on them, and how often
 * @param cutShort whether it did not fail and as many mutations were tried as are allowed, so that some may be left
 * @param hints why its rule may be empty by construction; hints alone decide nothing
 */
public record TestProof(
        String control,
        String test,
        ProofVerdict verdict,
        Optional<MutatedOutcome> outcome,
        List<String> conforming,
        List<Mutation> tried,
        Map<OperatingConclusion, Integer> concluded,
        boolean cutShort,
        List<String> hints) {

    /** Checks the invariants and copies the collections. */
    public TestProof {
        if (control.isBlank() || test.isBlank()) {
            throw new IllegalArgumentException("a proof names a test and its control");
        }
        Objects.requireNonNull(verdict, "verdict");
        Objects.requireNonNull(outcome, "outcome");
        conforming = List.copyOf(conforming);
        tried = List.copyOf(tried);
        concluded = Collections.unmodifiableMap(new TreeMap<>(Map.copyOf(concluded)));
        hints = List.copyOf(hints);
        if (verdict == ProofVerdict.PROVEN && outcome.isEmpty()) {
            throw new IllegalArgumentException("what is proven is proven by an outcome");
        }
        if (conforming.isEmpty() != (verdict == ProofVerdict.NEVER_CONFORMING)) {
            throw new IllegalArgumentException("a test is judged by scenarios in which it conforms, and else by none");
        }
    }

    /**
     * The test by name.
     *
     * @return such as {@code IAM-02/T1}
     */
    public String name() {
        return control + "/" + test;
    }

    /**
     * The proof in words.
     *
     * @return one line, and one more for each hint of a test that is not proven
     */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(name() + ": " + verdict);
        outcome.ifPresent(found -> text.append(": ").append(found));
        if (verdict != ProofVerdict.NEVER_CONFORMING) {
            text.append(" (").append(trials()).append(")");
        }
        if (verdict != ProofVerdict.PROVEN) {
            hints.forEach(hint -> text.append("\n    hint: ").append(hint));
        }
        return text.toString();
    }

    private String trials() {
        Map<MutationKind, Integer> kinds = new TreeMap<>();
        tried.forEach(mutation -> kinds.merge(mutation.kind(), 1, Integer::sum));
        return tried.size()
                + (tried.size() == 1 ? " mutation tried" : " mutations tried")
                + (cutShort ? ", as many as are allowed" : "")
                + (verdict.isDefect() ? " " + kinds + ", concluded " + concluded : "");
    }
}
