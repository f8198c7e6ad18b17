package dev.soc2.model.issue;

import java.util.Comparator;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * One fault: what is wrong, where, and how to mend it.
 *
 * <p>Codes are stable: a code keeps its meaning once released and is never used again for another fault. Faults are
 * values until the last moment; a reader collects all of them, sorts them by place and throws once
 * ({@link Soc2Exception}).
 *
 * @param code stable id, {@code SOC2-} followed by a letter for the room and three digits, such as {@code SOC2-R012}
 * @param severity how much it matters
 * @param location where it stands
 * @param what what is wrong, in the reader's terms; never a secret or personal data
 * @param fix how to mend it
 * @param excerpt the line it stands in, or {@link Excerpt#NONE}
 */
public record Issue(String code, Severity severity, Location location, String what, String fix, Excerpt excerpt)
        implements Comparable<Issue> {

    private static final Pattern CODE = Pattern.compile("SOC2-[A-Z][0-9]{3}");
    private static final Comparator<Issue> ORDER =
            Comparator.comparing(Issue::location).thenComparing(Issue::code).thenComparing(Issue::what);

    /** Checks the invariants. */
    public Issue {
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("an issue code looks like SOC2-R012, got '" + code + "'");
        }
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(location, "location");
        Objects.requireNonNull(excerpt, "excerpt");
        if (what.isBlank() || fix.isBlank()) {
            throw new IllegalArgumentException("an issue says what is wrong and how to mend it (" + code + ")");
        }
    }

    /**
     * An error without an excerpt.
     *
     * @param code stable id
     * @param location where it stands
     * @param what what is wrong
     * @param fix how to mend it
     * @return the issue
     */
    public static Issue error(String code, Location location, String what, String fix) {
        return new Issue(code, Severity.ERROR, location, what, fix, Excerpt.NONE);
    }

    /**
     * A warning without an excerpt.
     *
     * @param code stable id
     * @param location where it stands
     * @param what what somebody should look at
     * @param fix what to do about it
     * @return the issue
     */
    public static Issue warning(String code, Location location, String what, String fix) {
        return new Issue(code, Severity.WARNING, location, what, fix, Excerpt.NONE);
    }

    /**
     * The same issue with the line it stands in.
     *
     * @param newExcerpt the line and the part to underline
     * @return a copy
     */
    public Issue withExcerpt(Excerpt newExcerpt) {
        return new Issue(code, severity, location, what, fix, newExcerpt);
    }

    /** Orders by place, then code, then text. */
    @Override
    public int compareTo(Issue other) {
        return ORDER.compare(this, other);
    }

    /**
     * The text that a person reads: place, code and fault in the first line, then the excerpt if there is one, then
     * the fix. Lines end with a line feed on every system.
     *
     * @return two or four lines, without a line feed at the end
     */
    public String render() {
        String head = location + ": " + (severity == Severity.WARNING ? "warning " : "") + code + ": " + what;
        String middle = excerpt.isEmpty() ? "" : "\n" + excerpt.render();
        return head + middle + "\n  fix: " + fix;
    }

    /** Same as {@link #render()}. */
    @Override
    public String toString() {
        return render();
    }
}
