package dev.soc2.model.engagement;

import jakarta.validation.constraints.NotBlank;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * That management has asserted in writing what an opinion is given on. Only what is needed to compare the two.
 *
 * @param signedBy who signed it
 * @param date the day it is dated; empty when that is not recorded
 * @param modified what it excepts from its statements; empty when it excepts nothing
 */
public record ManagementAssertion(@NotBlank String signedBy, Optional<LocalDate> date, String modified) {

    /** Checks the invariants. */
    public ManagementAssertion {
        Objects.requireNonNull(signedBy, "signedBy");
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(modified, "modified");
    }

    /**
     * Whether it excepts nothing.
     *
     * @return true when there is no modification
     */
    public boolean isClean() {
        return modified.isBlank();
    }
}
