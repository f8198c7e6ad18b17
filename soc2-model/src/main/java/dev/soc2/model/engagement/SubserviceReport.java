package dev.soc2.model.engagement;

import dev.soc2.model.control.EffectiveDates;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The report of a subservice organisation on which we rely.
 *
 * @param typeII whether it covers a period (Type II) or a date (Type I)
 * @param covers the days it covers
 * @param opinion the opinion in it; empty when that is not recorded
 * @param evaluation what an opinion that is not unqualified means here, as somebody recorded it; may be empty
 * @param deviations what it found wrong, as far as it matters here
 */
public record SubserviceReport(
        boolean typeII,
        EffectiveDates covers,
        Optional<ReportOpinion> opinion,
        String evaluation,
        List<ReportedDeviation> deviations) {

    /** Checks the invariants. */
    public SubserviceReport {
        Objects.requireNonNull(covers, "covers");
        Objects.requireNonNull(opinion, "opinion");
        Objects.requireNonNull(evaluation, "evaluation");
        deviations = List.copyOf(deviations);
    }

    /**
     * A report of which only the days are recorded.
     *
     * @param typeII whether it covers a period (Type II) or a date (Type I)
     * @param covers the days it covers
     */
    public SubserviceReport(boolean typeII, EffectiveDates covers) {
        this(typeII, covers, Optional.empty(), "", List.of());
    }

    /**
     * Whether its opinion is known to except something.
     *
     * @return true for a recorded opinion that is not unqualified
     */
    public boolean isModified() {
        return opinion.filter(o -> o != ReportOpinion.UNQUALIFIED).isPresent();
    }
}
