package dev.soc2.model.criteria;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The id of a criterion, such as {@code CC6.1}: a series, a dot and a number.
 *
 * <p>Ids sort as the trust services criteria are printed: the common criteria first, then A, C, PI and P, numbers as
 * numbers. Series of other catalogues follow by name.
 *
 * @param value the id as written
 */
public record CriterionId(String value) implements Comparable<CriterionId> {

    private static final Pattern FORM = Pattern.compile("([A-Z]{1,8})([0-9]{0,4})\\.([0-9]{1,4})");
    private static final List<String> PRINTED_ORDER = List.of("CC", "A", "C", "PI", "P");
    private static final Comparator<CriterionId> ORDER = Comparator.comparingInt(CriterionId::familyRank)
            .thenComparing(CriterionId::family)
            .thenComparingInt(CriterionId::seriesNumber)
            .thenComparingInt(CriterionId::number)
            .thenComparing(CriterionId::value);

    /** Checks the form. */
    public CriterionId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a criterion id looks like CC6.1, got '" + value + "'");
        }
    }

    /**
     * An id from its text.
     *
     * @param value such as {@code CC6.1}
     * @return the id
     * @throws IllegalArgumentException if the text has another form
     */
    public static CriterionId of(String value) {
        return new CriterionId(value);
    }

    /**
     * The series, {@code CC6} for {@code CC6.1}.
     *
     * @return the part before the dot
     */
    public String series() {
        return value.substring(0, value.indexOf('.'));
    }

    private Matcher parts() {
        Matcher matcher = FORM.matcher(value);
        if (!matcher.matches()) {
            throw new IllegalStateException("invariant broken: " + value);
        }
        return matcher;
    }

    private String family() {
        return parts().group(1);
    }

    private int familyRank() {
        int rank = PRINTED_ORDER.indexOf(family());
        return rank < 0 ? PRINTED_ORDER.size() : rank;
    }

    private int seriesNumber() {
        String digits = parts().group(2);
        return digits.isEmpty() ? 0 : Integer.parseInt(digits);
    }

    private int number() {
        return Integer.parseInt(parts().group(3));
    }

    /** Orders as the criteria are printed. */
    @Override
    public int compareTo(CriterionId other) {
        return ORDER.compare(this, other);
    }

    /**
     * The id as written.
     *
     * @return such as {@code CC6.1}
     */
    @Override
    public String toString() {
        return value;
    }
}
