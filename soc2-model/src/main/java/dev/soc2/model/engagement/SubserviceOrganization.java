package dev.soc2.model.engagement;

import dev.soc2.model.control.EffectiveDates;
import dev.soc2.model.criteria.CriterionId;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A supplier whose controls are needed, together with ours, to meet commitments.
 *
 * @param name its name
 * @param services what it does for us
 * @param method whether its controls are carved out or included
 * @param criteria the criteria that its controls bear on
 * @param csocs what we assume that it does
 * @param report its own report, if we hold one
 * @param bridgeLetter the days that a letter of its management covers after that report; no evidence of operation
 */
public record SubserviceOrganization(
        @NotBlank String name,
        @NotBlank String services,
        @NotNull SubserviceMethod method,
        Set<CriterionId> criteria,
        List<Csoc> csocs,
        Optional<SubserviceReport> report,
        Optional<EffectiveDates> bridgeLetter) {

    /** Copies the collections. */
    public SubserviceOrganization {
        criteria = Set.copyOf(criteria);
        csocs = List.copyOf(csocs);
    }
}
