package dev.soc2.model.engagement;

import dev.soc2.model.criteria.CriterionId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Objects;
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
 * @param monitoredBy ids of our controls that watch over it; empty: those that address CC9.2
 * @param report its own report, if we hold one
 * @param bridgeLetter a letter of its management about the days after that report; no evidence of operation
 * @param assertion its own assertion, which the inclusive method needs
 */
public record SubserviceOrganization(
        @NotBlank String name,
        @NotBlank String services,
        @NotNull SubserviceMethod method,
        Set<CriterionId> criteria,
        List<@Valid Csoc> csocs,
        List<String> monitoredBy,
        Optional<SubserviceReport> report,
        Optional<BridgeLetter> bridgeLetter,
        Optional<@Valid ManagementAssertion> assertion) {

    /** Copies the collections. */
    public SubserviceOrganization {
        criteria = Set.copyOf(criteria);
        csocs = List.copyOf(csocs);
        monitoredBy = List.copyOf(monitoredBy);
        Objects.requireNonNull(report, "report");
        Objects.requireNonNull(bridgeLetter, "bridgeLetter");
        Objects.requireNonNull(assertion, "assertion");
    }

    /**
     * What one criterion assumes of it.
     *
     * @param criterion the criterion
     * @return its controls that the criterion relies on, in written order; nothing of an included organisation, whose
     *     controls are tested
     */
    public List<Csoc> assumedFor(CriterionId criterion) {
        if (method != SubserviceMethod.CARVE_OUT) {
            return List.of();
        }
        return csocs.stream()
                .filter(c -> c.criteria().isEmpty()
                        ? criteria.contains(criterion)
                        : c.criteria().contains(criterion))
                .toList();
    }
}
