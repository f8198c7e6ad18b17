package dev.soc2.model.result;

import java.util.List;
import java.util.Objects;

/**
 * A conclusion with its reasons.
 *
 * @param conclusion the conclusion
 * @param reasons why, sorted
 * @param <C> kind of conclusion
 */
public record Concluded<C>(C conclusion, List<Reason> reasons) {

    /** Checks the invariants and sorts. */
    public Concluded {
        Objects.requireNonNull(conclusion, "conclusion");
        reasons = List.copyOf(reasons.stream().distinct().sorted().toList());
    }

    /**
     * A conclusion with one reason.
     *
     * @param conclusion the conclusion
     * @param code code of the reason
     * @param text the reason in words
     * @param <C> kind of conclusion
     * @return the pair
     */
    public static <C> Concluded<C> because(C conclusion, ReasonCode code, String text) {
        return new Concluded<>(conclusion, List.of(new Reason(code, text)));
    }
}
