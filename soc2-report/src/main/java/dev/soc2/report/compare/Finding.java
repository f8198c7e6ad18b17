package dev.soc2.report.compare;

import dev.soc2.model.document.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * One thing that is wrong or cannot be said, as a build looks at it. Two findings of different runs are the same when
 * engagement, level, place and kind agree; words, reasons and records may differ.
 *
 * @param level what it is about
 * @param about id of the control, or of the criterion
 * @param test id of the test; empty above items
 * @param item id of the item; empty above items
 * @param kind what was found
 * @param fingerprint 32 hexadecimal digits over the engagement and all of the above
 * @param words why, for a reader
 * @param evidence ids of the records that decided it; none in a finding that was read from a file
 */
public record Finding(
        Level level,
        String about,
        String test,
        String item,
        Kind kind,
        String fingerprint,
        String words,
        List<String> evidence)
        implements Comparable<Finding> {

    /** What a finding is about. */
    public enum Level {
        /** A control as a whole. */
        CONTROL,
        /** A criterion. */
        CRITERION,
        /** One item of a test. */
        ITEM
    }

    /** What was found. */
    public enum Kind {
        /** The control did not work for the item. */
        DEVIATION,
        /** It is not supported. */
        NOT_SUPPORTED,
        /** What is at hand does not let us say. */
        UNDETERMINED,
        /** Nobody looked. */
        NOT_ASSESSED;

        /**
         * Whether something was found to be wrong, rather than not known.
         *
         * @return true for a deviation and for what is not supported
         */
        public boolean isWrong() {
            return this == DEVIATION || this == NOT_SUPPORTED;
        }
    }

    private static final Comparator<Finding> ORDER = Comparator.comparing(Finding::level)
            .thenComparing(Finding::about)
            .thenComparing(Finding::test)
            .thenComparing(Finding::item)
            .thenComparing(Finding::kind)
            .thenComparing(Finding::fingerprint);

    /** Checks the invariants. */
    public Finding {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(words, "words");
        if (about.isBlank() || (level == Level.ITEM) != !item.isEmpty() || !fingerprint.matches("[0-9a-f]{32}")) {
            throw new IllegalArgumentException("no finding: " + level + " " + about + "/" + test + "/" + item);
        }
        evidence = List.copyOf(evidence);
    }

    static Finding of(
            String engagement,
            Level level,
            String about,
            String test,
            String item,
            Kind kind,
            String words,
            List<String> evidence) {
        return new Finding(
                level,
                about,
                test,
                item,
                kind,
                fingerprint(engagement, level, about, test, item, kind),
                words,
                evidence);
    }

    static String fingerprint(String engagement, Level level, String about, String test, String item, Kind kind) {
        // Lengths in front, so that no id can pretend to be two.
        StringBuilder written = new StringBuilder();
        for (String part : List.of(engagement, level.name(), about, test, item, kind.name())) {
            written.append(part.length()).append(':').append(part).append('\n');
        }
        return Sha256.hex(written.toString().getBytes(StandardCharsets.UTF_8)).substring(0, 32);
    }

    /**
     * Where it is.
     *
     * @return such as {@code IAM-03/T1 term-0042}, or {@code CC6.2}
     */
    public String place() {
        return level == Level.ITEM ? about + "/" + test + " " + item : about;
    }

    /** Orders by level, place and kind. */
    @Override
    public int compareTo(Finding other) {
        return ORDER.compare(this, other);
    }
}
