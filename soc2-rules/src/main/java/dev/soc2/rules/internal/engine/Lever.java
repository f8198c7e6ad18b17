package dev.soc2.rules.internal.engine;

import dev.soc2.model.result.ChangeKind;
import dev.soc2.model.result.IpeStatus;
import dev.soc2.model.result.ItemMeaning;
import dev.soc2.model.result.OutcomeCounts;

/** A kind of change in a situation: how often it can be made, and what the situation is then. */
enum Lever {
    /** Deviations that turn out to be none, those that are not late first. */
    FEWER_DEVIATIONS(ChangeKind.FEWER_DEVIATIONS, true, true) {
        @Override
        long most(Situation now) {
            return now.counts().deviations();
        }

        @Override
        Situation apply(Situation now, long n) {
            OutcomeCounts c = now.counts();
            long left = c.deviations() - n;
            return now.with(
                    counts(c.conforming() + n, left, c.undetermined(), c),
                    Math.min(now.facts().late(), left));
        }
    },
    /** Undetermined items that turn out to conform. */
    DETERMINE(ChangeKind.DETERMINE, true, true) {
        @Override
        long most(Situation now) {
            return now.counts().undetermined();
        }

        @Override
        Situation apply(Situation now, long n) {
            OutcomeCounts c = now.counts();
            return now.with(
                    counts(c.conforming() + n, c.deviations(), c.undetermined() - n, c),
                    now.facts().late());
        }
    },
    /** A population that is proven. */
    POPULATION_PROOF(ChangeKind.POPULATION_PROOF, true, false) {
        @Override
        long most(Situation now) {
            IpeStatus ipe = now.facts().ipe();
            return ipe == IpeStatus.VERIFIED || ipe == IpeStatus.NOT_NEEDED ? 0 : 1;
        }

        @Override
        Situation apply(Situation now, long n) {
            return now.with(IpeStatus.VERIFIED);
        }
    },
    /** Something watched all the time that what must not exist did not. */
    HEARTBEAT(ChangeKind.HEARTBEAT, true, false) {
        @Override
        long most(Situation now) {
            return now.facts().items() == ItemMeaning.PROHIBITED ? 1 : 0;
        }

        @Override
        Situation apply(Situation now, long n) {
            return now.with(ItemMeaning.PROHIBITED_AND_WATCHED);
        }
    },
    /** A first item that is evaluated, and conforms. */
    OCCURRENCE(ChangeKind.OCCURRENCE, true, false) {
        @Override
        long most(Situation now) {
            return now.counts().evaluated() > 0 || now.facts().items().isProhibited() ? 0 : 1;
        }

        @Override
        Situation apply(Situation now, long n) {
            OutcomeCounts c = now.counts();
            return now.with(
                    counts(c.conforming() + 1, c.deviations(), c.undetermined(), c),
                    now.facts().late());
        }
    },
    /** Deviations that are neither systemic nor intentional. */
    NOT_SYSTEMIC(ChangeKind.NOT_SYSTEMIC, true, false) {
        @Override
        long most(Situation now) {
            return now.facts().systemic() ? 1 : 0;
        }

        @Override
        Situation apply(Situation now, long n) {
            return now.systemic(false);
        }
    },
    /** What the rule said against concluding at all, settled. */
    SETTLE(ChangeKind.SETTLE, true, false) {
        @Override
        long most(Situation now) {
            return now.stopped() || now.unproven() ? 1 : 0;
        }

        @Override
        Situation apply(Situation now, long n) {
            return now.settled();
        }
    },
    /** Items that turn out to deviate, conforming ones first; where none was evaluated, a first one. */
    MORE_DEVIATIONS(ChangeKind.MORE_DEVIATIONS, false, true) {
        @Override
        long most(Situation now) {
            return isFirst(now) ? 1 : now.counts().conforming() + now.counts().undetermined();
        }

        @Override
        Situation apply(Situation now, long n) {
            OutcomeCounts c = now.counts();
            long conforming = isFirst(now) ? 0 : Math.min(n, c.conforming());
            long undetermined = isFirst(now) ? 0 : n - conforming;
            return now.with(
                    counts(c.conforming() - conforming, c.deviations() + n, c.undetermined() - undetermined, c),
                    now.facts().late());
        }

        private boolean isFirst(Situation now) {
            return now.counts().evaluated() == 0 || now.facts().items().isProhibited();
        }
    },
    /** Approved exceptions that do not hold, so that their items deviate. */
    EXCEPTIONS_REFUSED(ChangeKind.EXCEPTIONS_REFUSED, false, true) {
        @Override
        long most(Situation now) {
            return now.counts().excused();
        }

        @Override
        Situation apply(Situation now, long n) {
            OutcomeCounts c = now.counts();
            return now.with(
                    new OutcomeCounts(
                            c.conforming(),
                            c.deviations() + n,
                            c.undetermined(),
                            c.excused() - n,
                            c.pending(),
                            c.outOfScope()),
                    now.facts().late());
        }
    },
    /** An analysis that calls a deviation systemic. */
    SYSTEMIC(ChangeKind.SYSTEMIC, false, false) {
        @Override
        long most(Situation now) {
            return !now.facts().systemic() && now.counts().deviations() > 0 ? 1 : 0;
        }

        @Override
        Situation apply(Situation now, long n) {
            return now.systemic(true);
        }
    };

    final ChangeKind kind;
    final boolean better;

    /** Whether it is made item by item. */
    final boolean counted;

    Lever(ChangeKind kind, boolean better, boolean counted) {
        this.kind = kind;
        this.better = better;
        this.counted = counted;
    }

    /** How often it can be made; 0 when there is nothing to change. */
    abstract long most(Situation now);

    /** The situation after so many of them. */
    abstract Situation apply(Situation now, long n);

    private static OutcomeCounts counts(long conforming, long deviations, long undetermined, OutcomeCounts others) {
        return new OutcomeCounts(
                conforming, deviations, undetermined, others.excused(), others.pending(), others.outOfScope());
    }
}
