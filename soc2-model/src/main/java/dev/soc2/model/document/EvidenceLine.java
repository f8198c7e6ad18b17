package dev.soc2.model.document;

import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.issue.Issue;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** What one line of an evidence file turned out to be: a record, or everything that is wrong with it. */
public sealed interface EvidenceLine {

    /**
     * Takes the case apart.
     *
     * @param accepted what to do with a record
     * @param refused what to do with the faults
     * @param <T> type of the answer
     * @return what the matching function answered
     */
    <T> T match(Function<? super Evidence, ? extends T> accepted, Function<? super List<Issue>, ? extends T> refused);

    /**
     * A line that holds a record.
     *
     * @param evidence the record, with its provenance
     */
    record Accepted(Evidence evidence) implements EvidenceLine {

        /** Checks that there is a record. */
        public Accepted {
            Objects.requireNonNull(evidence, "evidence");
        }

        @Override
        public <T> T match(
                Function<? super Evidence, ? extends T> accepted, Function<? super List<Issue>, ? extends T> refused) {
            return accepted.apply(evidence);
        }
    }

    /**
     * A line that holds no record; nothing of it is kept.
     *
     * @param issues every fault, sorted by place; at least one
     */
    record Refused(List<Issue> issues) implements EvidenceLine {

        /** Copies the list and checks that it says why. */
        public Refused {
            issues = List.copyOf(issues);
            if (issues.isEmpty()) {
                throw new IllegalArgumentException("a line is refused for a reason");
            }
        }

        @Override
        public <T> T match(
                Function<? super Evidence, ? extends T> accepted, Function<? super List<Issue>, ? extends T> refused) {
            return refused.apply(issues);
        }
    }
}
