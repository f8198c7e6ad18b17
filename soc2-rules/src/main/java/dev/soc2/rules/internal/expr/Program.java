package dev.soc2.rules.internal.expr;

/** A bound expression. Immutable; safe to use from several threads when the bound accesses are. */
public final class Program<F> {

    /** What {@link #cause} says when an evaluation was stopped because it spent its steps. */
    public static final String STOPPED = Cause.TOO_MANY_STEPS.text();

    private final Code<F> code;
    private final boolean counts;
    private final int slots;
    private final int steps;

    Program(Code<F> code, boolean counts, int slots, int steps) {
        this.code = code;
        this.counts = counts;
        this.slots = slots;
        this.steps = steps;
    }

    /** The value for one frame, or the cause why there is none. */
    public Outcome evaluate(F frame) {
        Object result = run(frame);
        return result instanceof Cause cause ? new Outcome.Failure(cause.text()) : new Outcome.Value(result);
    }

    /** Whether the condition holds for one frame. */
    public Verdict test(F frame) {
        Object result = run(frame);
        if (result instanceof Boolean holds) {
            return holds ? Verdict.TRUE : Verdict.FALSE;
        }
        return Verdict.ERROR;
    }

    /**
     * Why {@link #test} answers ERROR for this frame; computed again, so that the common case pays nothing.
     *
     * @throws IllegalStateException if the condition can be computed
     */
    public String cause(F frame) {
        Object result = run(frame);
        if (result instanceof Boolean) {
            throw new IllegalStateException("the condition can be computed");
        }
        return result instanceof Cause cause
                ? cause.text()
                : Cause.mismatch("the result", result, ExprType.BOOL).text();
    }

    private Object run(F frame) {
        if (!counts) {
            return code.run(frame, Run.UNCOUNTED);
        }
        Run run = new Run(slots, steps);
        Object result = code.run(frame, run);
        return run.exhausted() ? Cause.TOO_MANY_STEPS : result;
    }
}
