package dev.soc2.report.letter;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * What a bridge letter is to say that no assessment knows. Built with {@link #builder()}.
 *
 * @param lastReport the report whose time has ended
 * @param until last day that the letter speaks about
 * @param dated the day of the letter
 * @param changes material changes since the last report; empty: management knows of none
 * @param incidents incidents since the last report that bear on commitments; empty: management knows of none
 * @param next the next examination
 * @param signatory who is to sign
 * @param nothingToReport whether the letter has to say that nothing material changed; it is refused where that is not
 *     so, or where it is not known
 */
public record BridgeLetterRequest(
        LastReport lastReport,
        LocalDate until,
        LocalDate dated,
        List<GapEvent> changes,
        List<GapEvent> incidents,
        NextExamination next,
        Signatory signatory,
        boolean nothingToReport) {

    private static final int CUSTOMARY_MONTHS = 3;

    /** Copies the lists. */
    public BridgeLetterRequest {
        Objects.requireNonNull(lastReport, "lastReport");
        Objects.requireNonNull(dated, "dated");
        Objects.requireNonNull(next, "next");
        Objects.requireNonNull(signatory, "signatory");
        changes = List.copyOf(changes);
        incidents = List.copyOf(incidents);
        if (!until.isAfter(lastReport.lastDay())) {
            throw new IllegalArgumentException(
                    "the time of a letter ends after that of the report, " + lastReport.lastDay() + ", got " + until);
        }
    }

    /**
     * Starts a request.
     *
     * @return a builder
     */
    public static BridgeLetterRequestBuilder builder() {
        return new BridgeLetterRequestBuilder();
    }

    /**
     * The first day that the letter speaks about.
     *
     * @return the day after the last report
     */
    public LocalDate from() {
        return lastReport.lastDay().plusDays(1);
    }

    /**
     * Whether the letter speaks about more than three months, for which such letters are customary.
     *
     * @return true when it does
     */
    public boolean isLong() {
        return !until.isBefore(from().plusMonths(CUSTOMARY_MONTHS));
    }
}
