package dev.soc2.model.document.tree;

import dev.soc2.model.issue.Excerpt;
import dev.soc2.model.issue.Issue;
import dev.soc2.model.issue.Severity;
import dev.soc2.model.issue.Soc2Exception;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;

/**
 * The faults found so far in a document, or in several that are read together.
 *
 * <p>Readers and binders add to it and go on; whoever began the reading throws once, at the end. It keeps the first
 * 1,000 faults and counts the others. Not for more than one thread.
 */
public final class Faults {

    private static final int MOST = 1_000;

    private final List<Issue> issues = new ArrayList<>();
    private int left;

    /** No faults yet. */
    public Faults() {}

    /**
     * Adds a fault.
     *
     * @param issue the fault
     */
    public void add(Issue issue) {
        if (issues.size() < MOST) {
            issues.add(issue);
        } else {
            left++;
        }
    }

    /**
     * Adds a fault of a value, with the line it stands in.
     *
     * @param code stable code of the fault
     * @param node the value at fault
     * @param what what is wrong, in the reader's terms
     * @param fix how to mend it
     */
    public void add(String code, Node node, String what, String fix) {
        if (issues.size() < MOST) {
            add(new Issue(code, Severity.ERROR, node.location(), what, fix, node.excerpt()));
        } else {
            left++;
        }
    }

    /**
     * Adds a fault inside a text, such as an expression, with just that part underlined.
     *
     * @param code stable code of the fault
     * @param text the text
     * @param offset first code point at fault, from 0
     * @param length number of code points
     * @param what what is wrong
     * @param fix how to mend it
     */
    public void add(String code, TextNode text, int offset, int length, String what, String fix) {
        if (issues.size() < MOST) {
            Excerpt excerpt = text.excerpt(offset, length);
            add(new Issue(code, Severity.ERROR, text.locate(offset), what, fix, excerpt));
        } else {
            left++;
        }
    }

    /**
     * Adds every fault of a list.
     *
     * @param more the faults
     */
    public void addAll(List<Issue> more) {
        more.forEach(this::add);
    }

    /**
     * Whether nothing is wrong so far.
     *
     * @return true when no fault was added
     */
    public boolean isEmpty() {
        return issues.isEmpty();
    }

    /**
     * How many faults were added, those that were only counted included.
     *
     * @return the number, which tells whether a step in between found any
     */
    public int count() {
        return issues.size() + left;
    }

    /**
     * Every fault that was kept, sorted by place; if some were only counted, one more says so.
     *
     * @return an unmodifiable list
     */
    public List<Issue> issues() {
        List<Issue> sorted = new ArrayList<>(issues.stream().sorted().toList());
        if (left > 0) {
            sorted.add(Issue.error(
                    DocumentCode.TOO_MANY_FAULTS.code(),
                    sorted.get(sorted.size() - 1).location(),
                    "only the first " + MOST + " faults that were found are listed; there are " + left + " more",
                    "mend these, and read the document again"));
        }
        return List.copyOf(sorted);
    }

    /**
     * Ends the reading of a document: does nothing when there are no faults.
     *
     * @param exception the kind of exception to throw, such as {@code DocumentException::new}
     * @param <X> its type
     * @throws X with every fault, if there is any
     */
    public <X extends Soc2Exception> void throwIfAny(Function<? super List<Issue>, X> exception) {
        if (!isEmpty()) {
            throw exception.apply(issues());
        }
    }

    /**
     * As {@link #throwIfAny(Function)}, for callers whose documents have no exception of their own.
     *
     * @throws Soc2Exception with every fault, if there is any
     */
    public void throwIfAny() {
        throwIfAny(Soc2Exception::new);
    }

    void addAll(Faults other) {
        other.issues.forEach(this::add);
        left += other.left;
    }

    void add(DocumentCode code, Node node, String what, String fix) {
        add(code.code(), node, what, fix);
    }

    void add(DocumentCode code, TextNode text, int offset, int length, String what, String fix) {
        add(code.code(), text, offset, length, what, fix);
    }

    /** The first field of a name stands; a second is a fault, whichever the author meant. */
    void putOnce(LinkedHashMap<String, MapNode.Entry> entries, TextNode key, Node value) {
        MapNode.Entry first = entries.putIfAbsent(key.value(), new MapNode.Entry(key, value));
        if (first != null) {
            add(
                    DocumentCode.DUPLICATE_FIELD,
                    key,
                    "the field " + key.place().source().quote(key.value()) + " stands twice, first in line "
                            + first.key().location().line() + ", column "
                            + first.key().location().column(),
                    "keep one of them");
        }
    }
}
