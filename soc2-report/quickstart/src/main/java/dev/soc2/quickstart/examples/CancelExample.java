package dev.soc2.quickstart.examples;

import dev.soc2.model.result.ControlResult;
import dev.soc2.rules.AssessmentListener;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Progress, and a way out of a long assessment. */
public final class CancelExample {

    private CancelExample() {}

    // tag::listener[]
    /** Tells how far an assessment is, and ends it when nobody waits for it any more. */
    record Watch(BooleanSupplier cancelled, Consumer<String> told) implements AssessmentListener {

        @Override
        public void read(long records) {
            if (cancelled.getAsBoolean()) {
                throw new CancellationException("after " + records + " records");
            }
        }

        @Override
        public void controlAssessed(ControlResult result, int done, int of) {
            if (cancelled.getAsBoolean()) {
                throw new CancellationException("after " + done + " of " + of + " controls");
            }
            told.accept(done + " of " + of + ": " + result.id());
        }
    }
    // end::listener[]
}
