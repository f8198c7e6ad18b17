package dev.soc2.rules.internal.expr;

/** The state of one evaluation: its macro variables and the steps it has left. Used by one thread. */
final class Run {

    /** For programs that never count and have no variables; nothing in it changes. */
    static final Run UNCOUNTED = new Run(0, 0);

    private final Object[] slots;
    private long left;

    Run(int slots, int steps) {
        this.slots = new Object[slots];
        this.left = steps;
    }

    Object get(int slot) {
        return slots[slot];
    }

    void set(int slot, Object value) {
        slots[slot] = value;
    }

    /** Takes steps; false when the budget is spent, and then the whole evaluation fails, whatever it comes to. */
    boolean charge(long steps) {
        if (this != UNCOUNTED) {
            left -= steps;
        }
        return left >= 0;
    }

    /** Spends everything: for what must not go on. */
    void exhaust() {
        charge(Long.MAX_VALUE / 2);
    }

    boolean exhausted() {
        return left < 0;
    }
}
