package dev.soc2.model.engagement;

import dev.soc2.model.criteria.CriterionId;
import dev.soc2.model.criteria.TrustServicesCategory;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is examined: the organisation, its system, the report type with its date or period, and every boundary drawn.
 *
 * <p>Built with {@link #typeII(String, String)} or {@link #typeI(String, String)}. Immutable.
 *
 * @param id id of the engagement; part of the seed of every sample
 * @param organization the service organisation
 * @param system the system examined
 * @param type Type I with its date, or Type II with its period
 * @param categories the categories examined; always contains security
 * @param onlyCriteria a partial look at these criteria; empty: all that are in scope
 * @param asOf the instant that an assessment pretends to run at, when the engagement fixes it
 * @param knownAt the instant up to which records count as known, when the engagement fixes it
 * @param assurance how much proof of completeness is asked for
 * @param deviationPolicy how deviations are weighed where a test has no policy of its own
 * @param pervasiveness when failing criteria are pervasive
 * @param calendars business calendars by id
 * @param commitments promises to customers
 * @param subserviceOrganizations suppliers whose controls are needed
 * @param userEntityControls what customers must do
 * @param description management's description of the system
 * @param assertion management's assertion, when it is made
 * @param notRelevant criteria that are not relevant, with reasons
 * @param exclusions controls of a pack that do not apply, with reasons
 * @param tailoring parameters that differ from the pack
 * @param identities which accounts belong to which person
 */
public record Engagement(
        @NotBlank
        @Pattern(
                regexp = "[A-Za-z0-9][A-Za-z0-9._-]{0,99}",
                message = "is letters, digits, '.', '_' or '-', at most 100")
        String id,

        @NotBlank String organization,
        String system,
        @NotNull ReportType type,
        Set<TrustServicesCategory> categories,
        Set<CriterionId> onlyCriteria,
        Optional<Instant> asOf,
        Optional<Instant> knownAt,
        AssuranceLevel assurance,
        DeviationPolicy deviationPolicy,
        Pervasiveness pervasiveness,
        Map<String, BusinessCalendar> calendars,
        List<@Valid ServiceCommitment> commitments,
        List<@Valid SubserviceOrganization> subserviceOrganizations,
        List<@Valid Cuec> userEntityControls,
        SystemDescription description,
        Optional<@Valid ManagementAssertion> assertion,
        List<@Valid NotRelevantCriterion> notRelevant,
        List<@Valid ControlExclusion> exclusions,
        List<@Valid Tailoring> tailoring,
        Identities identities) {

    /** Adds security to the categories, copies the collections and checks the invariants. */
    public Engagement {
        if (id.isBlank() || organization.isBlank()) {
            throw new IllegalArgumentException("an engagement has an id and an organization");
        }
        Set<TrustServicesCategory> withSecurity = new TreeSet<>(categories);
        withSecurity.add(TrustServicesCategory.SECURITY);
        categories = Collections.unmodifiableSet(new TreeSet<>(Set.copyOf(withSecurity)));
        onlyCriteria = Collections.unmodifiableSet(new TreeSet<>(Set.copyOf(onlyCriteria)));
        calendars = Collections.unmodifiableMap(new TreeMap<>(Map.copyOf(calendars)));
        commitments = List.copyOf(commitments);
        subserviceOrganizations = List.copyOf(subserviceOrganizations);
        userEntityControls = List.copyOf(userEntityControls);
        notRelevant = List.copyOf(notRelevant);
        exclusions = List.copyOf(exclusions);
        tailoring = List.copyOf(tailoring);
    }

    /**
     * Starts a Type II engagement; its period must follow.
     *
     * @param id id of the engagement
     * @param organization the service organisation
     * @return a builder
     */
    public static EngagementBuilder typeII(String id, String organization) {
        return new EngagementBuilder(id, organization, true);
    }

    /**
     * Starts a Type I engagement; its date must follow.
     *
     * @param id id of the engagement
     * @param organization the service organisation
     * @return a builder
     */
    public static EngagementBuilder typeI(String id, String organization) {
        return new EngagementBuilder(id, organization, false);
    }

    /**
     * The zone in which its days begin and end.
     *
     * @return the zone
     */
    public ZoneId zone() {
        return type.zone();
    }

    /**
     * The period of a Type II.
     *
     * @return the period, or empty for a Type I
     */
    public Optional<ExaminationPeriod> period() {
        return type.match(one -> Optional.empty(), two -> Optional.of(two.period()));
    }

    /**
     * Whether only some of the criteria in scope are looked at.
     *
     * @return true when {@link #onlyCriteria()} names some
     */
    public boolean isPartial() {
        return !onlyCriteria.isEmpty();
    }

    /**
     * The last day that the engagement speaks about.
     *
     * @return the last day of the period, or the date of a Type I
     */
    public LocalDate lastDay() {
        return type.match(ReportType.TypeI::date, two -> two.period().lastDay());
    }

    /**
     * A builder that holds everything this engagement holds.
     *
     * @return a new builder
     */
    public EngagementBuilder toBuilder() {
        return new EngagementBuilder(this);
    }
}
