package dev.soc2.model.engagement;

import dev.soc2.model.control.EffectiveDates;
import java.util.Objects;

/**
 * The report of a subservice organisation on which we rely.
 *
 * @param typeII whether it covers a period (Type II) or a date (Type I)
 * @param covers the days it covers
 */
public record SubserviceReport(boolean typeII, EffectiveDates covers) {

    /** Checks the invariants. */
    public SubserviceReport {
        Objects.requireNonNull(covers, "covers");
    }
}
