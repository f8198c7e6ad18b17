package dev.soc2.benchmarks.ledger;

import dev.soc2.benchmarks.fourrules.Engine;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.EvidenceRow;
import dev.soc2.model.evidence.EvidenceSink;
import dev.soc2.rules.internal.timeline.EvidenceState;

/** Takes records where they lie in the ledger, into the columns of the engine; a new state now and then, for the heap. */
final class RowScan implements EvidenceSink {

    private static final int ROWS_OF_A_STATE = 100_000;

    private final Engine engine;
    private EvidenceState state;
    private long rows;

    RowScan(Engine engine) {
        this.engine = engine;
        this.state = engine.begin();
    }

    @Override
    public void accept(Evidence evidence) {
        throw new IllegalStateException("an object was built for " + evidence.id());
    }

    @Override
    public void row(EvidenceRow row) {
        state.add(row);
        rows++;
        if (rows % ROWS_OF_A_STATE == 0) {
            end();
            state = engine.begin();
        }
    }

    /** How many rows came; the columns hold them. */
    long rows() {
        if (rows % ROWS_OF_A_STATE != 0) {
            end();
        }
        return rows;
    }

    private void end() {
        long expected = (rows - 1) % ROWS_OF_A_STATE + 1;
        var timeline = state.freeze();
        if (timeline.end(Records.TYPE) - timeline.start(Records.TYPE) != expected) {
            throw new IllegalStateException("columns hold something else than came");
        }
    }
}
