package dev.soc2.model.result;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One change in the facts, as small as it can be.
 *
 * @param kind what would have to change
 * @param control id of the control; empty where it concerns none
 * @param test id of the test, followed by the numbers of the part of a combined rule; empty where it concerns none
 * @param count how many items; 1 where it is not about items
 * @param items ids of items that it could be, at most {@link #NAMED}; empty where it is not about items that are there
 * @param about what is needed, such as the evidence of a source; may be empty
 * @param from start of the time that it is about
 * @param to end of that time
 */
public record Change(
        ChangeKind kind,
        String control,
        String test,
        long count,
        List<String> items,
        String about,
        Optional<Instant> from,
        Optional<Instant> to) {

    /** How many items are named; the others stand in the test. */
    public static final int NAMED = 10;

    /** Checks the invariants. */
    public Change {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(control, "control");
        Objects.requireNonNull(test, "test");
        Objects.requireNonNull(about, "about");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        items = List.copyOf(items);
        if (count < 1 || items.size() > NAMED) {
            throw new IllegalArgumentException("a change concerns " + count + " items and names " + items.size());
        }
    }

    /**
     * A change that concerns no time.
     *
     * @param kind what would have to change
     * @param control id of the control; may be empty
     * @param test id of the test; may be empty
     * @param count how many items
     * @param items ids of items that it could be; the first of them are kept
     * @param about what is needed; may be empty
     * @return the change
     */
    public static Change of(
            ChangeKind kind, String control, String test, long count, List<String> items, String about) {
        List<String> named = items.stream().limit(NAMED).toList();
        return new Change(kind, control, test, count, named, about, Optional.empty(), Optional.empty());
    }

    /**
     * The change in words, as part of a sentence.
     *
     * @return such as {@code 2 more deviations}
     */
    public String words() {
        return switch (kind) {
            case FEWER_DEVIATIONS -> items("deviation", "deviations") + " fewer" + among();
            case EVIDENCE_OF -> "evidence that " + done() + " in time" + evidence();
            case DETERMINE -> items("undetermined item", "undetermined items") + " found to conform" + among();
            case SOURCE_COVERAGE ->
                "evidence" + of() + interval() + " that shows " + count
                        + (count == 1 ? " undetermined item" : " undetermined items") + " to conform" + among();
            case POPULATION_PROOF -> "one VERIFIED population record" + of();
            case HEARTBEAT -> "a heartbeat without gaps" + of();
            case OCCURRENCE -> "one item that conforms" + evidence();
            case NOT_SYSTEMIC -> "an analysis by which no deviation is systemic or intentional";
            case SETTLE -> "what stopped the test, settled" + cause();
            case JUDGEMENT -> "a reviewer's conclusion with a reason";
            case DESIGN_RECORD -> "a record" + of();
            case CONTROL_LINK -> "a suitable control, linked to it";
            case MORE_DEVIATIONS -> items("more deviation", "more deviations");
            case EXCEPTIONS_REFUSED ->
                items("approved exception", "approved exceptions") + " that" + (count == 1 ? " does" : " do")
                        + " not hold" + among();
            case SYSTEMIC -> "an analysis that calls a deviation systemic or intentional";
            case JUDGEMENT_WITHDRAWN -> "without the reviewer's conclusion";
        };
    }

    private String items(String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }

    private String done() {
        boolean all = items.size() == count;
        String named = String.join(", ", items);
        return (all ? named : count + " of " + named + " …") + (count == 1 ? " was done" : " were done");
    }

    private String among() {
        return items.isEmpty()
                ? ""
                : " (" + (items.size() > count ? "of " : "") + String.join(", ", items) + more() + ")";
    }

    private String more() {
        return items.size() < count || items.size() == NAMED ? " …" : "";
    }

    private String evidence() {
        return about.isEmpty() ? "" : " (" + about + ")";
    }

    private String of() {
        return about.isEmpty() ? "" : " of " + about;
    }

    private String cause() {
        return about.isEmpty() ? "" : ": " + about;
    }

    private String interval() {
        return from.map(start -> " from " + start).orElse("")
                + to.map(end -> " to " + end).orElse("");
    }
}
