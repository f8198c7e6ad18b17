package dev.soc2.rules.rule;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;

/** For whom a rule asks, one by one. */
public sealed interface Subjects {

    /** One stream, whoever the records are about. */
    Subjects TOGETHER = new Together();
    /** Every subject seen. */
    Subjects SEEN = new Seen();

    /**
     * Calls the function of the case at hand.
     *
     * @param together called for one stream
     * @param seen called for every subject seen
     * @param listed called for a list
     * @param selected called for a selector
     * @param <T> what the functions return
     * @return what the called function returned
     */
    <T> T match(
            Supplier<T> together, Supplier<T> seen, Function<List<String>, T> listed, Function<Selector, T> selected);

    /** One stream. */
    record Together() implements Subjects {
        @Override
        public <T> T match(
                Supplier<T> together,
                Supplier<T> seen,
                Function<List<String>, T> listed,
                Function<Selector, T> selected) {
            return together.get();
        }
    }

    /** Every subject of the records selected; each is taken to exist all the time. */
    record Seen() implements Subjects {
        @Override
        public <T> T match(
                Supplier<T> together,
                Supplier<T> seen,
                Function<List<String>, T> listed,
                Function<Selector, T> selected) {
            return seen.get();
        }
    }

    /**
     * These subjects; each is taken to exist all the time.
     *
     * @param subjects at least one
     */
    record Listed(List<String> subjects) implements Subjects {

        /** Checks the invariants. */
        public Listed {
            subjects = List.copyOf(subjects);
            if (subjects.isEmpty()) {
                throw new IllegalArgumentException("a list of subjects names at least one");
            }
        }

        @Override
        public <T> T match(
                Supplier<T> together,
                Supplier<T> seen,
                Function<List<String>, T> listed,
                Function<Selector, T> selected) {
            return listed.apply(subjects);
        }
    }

    /**
     * The subjects of other records; each exists from its first such record on.
     *
     * @param selector picks those records
     */
    record Selected(Selector selector) implements Subjects {

        /** Checks that it is given. */
        public Selected {
            Objects.requireNonNull(selector, "selector");
        }

        @Override
        public <T> T match(
                Supplier<T> together,
                Supplier<T> seen,
                Function<List<String>, T> listed,
                Function<Selector, T> selected) {
            return selected.apply(selector);
        }
    }
}
