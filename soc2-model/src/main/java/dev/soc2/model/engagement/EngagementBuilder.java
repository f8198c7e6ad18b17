package dev.soc2.model.engagement;

import dev.soc2.model.criteria.CriterionId;
import dev.soc2.model.criteria.TrustServicesCategory;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Collects the parts of an {@link Engagement}. Not thread-safe; a built engagement is.
 *
 * <p>Required: {@link #period(ExaminationPeriod)} or {@link #date(LocalDate, ZoneId)}. Defaults: security only, standard
 * assurance, the census policy, nothing else.
 */
public final class EngagementBuilder {

    private final String id;
    private final String organization;
    private final boolean overPeriod;
    private String system = "";
    private @Nullable ReportType type;
    private final Set<TrustServicesCategory> categories = new TreeSet<>();
    private final Set<CriterionId> onlyCriteria = new TreeSet<>();
    private Optional<Instant> asOf = Optional.empty();
    private Optional<Instant> knownAt = Optional.empty();
    private AssuranceLevel assurance = AssuranceLevel.STANDARD;
    private DeviationPolicy deviationPolicy = DeviationPolicy.CENSUS;
    private Pervasiveness pervasiveness = Pervasiveness.DEFAULT;
    private final Map<String, BusinessCalendar> calendars = new TreeMap<>();
    private final List<ServiceCommitment> commitments = new ArrayList<>();
    private final List<SubserviceOrganization> subserviceOrganizations = new ArrayList<>();
    private final List<Cuec> userEntityControls = new ArrayList<>();
    private SystemDescription description = SystemDescription.EMPTY;
    private Optional<ManagementAssertion> assertion = Optional.empty();
    private final List<NotRelevantCriterion> notRelevant = new ArrayList<>();
    private final List<ControlExclusion> exclusions = new ArrayList<>();
    private final List<Tailoring> tailoring = new ArrayList<>();
    private Identities identities = Identities.NONE;

    EngagementBuilder(String id, String organization, boolean overPeriod) {
        this.id = id;
        this.organization = organization;
        this.overPeriod = overPeriod;
    }

    EngagementBuilder(Engagement engagement) {
        this(engagement.id(), engagement.organization(), engagement.period().isPresent());
        system = engagement.system();
        type = engagement.type();
        categories.addAll(engagement.categories());
        onlyCriteria.addAll(engagement.onlyCriteria());
        asOf = engagement.asOf();
        knownAt = engagement.knownAt();
        assurance = engagement.assurance();
        deviationPolicy = engagement.deviationPolicy();
        pervasiveness = engagement.pervasiveness();
        calendars.putAll(engagement.calendars());
        commitments.addAll(engagement.commitments());
        subserviceOrganizations.addAll(engagement.subserviceOrganizations());
        userEntityControls.addAll(engagement.userEntityControls());
        description = engagement.description();
        assertion = engagement.assertion();
        notRelevant.addAll(engagement.notRelevant());
        exclusions.addAll(engagement.exclusions());
        tailoring.addAll(engagement.tailoring());
        identities = engagement.identities();
    }

    /**
     * Names the system.
     *
     * @param name the system examined
     * @return this builder
     */
    public EngagementBuilder system(String name) {
        system = name;
        return this;
    }

    /**
     * Makes it a Type II over a period.
     *
     * @param firstDay first day covered
     * @param lastDay last day covered
     * @param zone zone in which days begin and end
     * @return this builder
     */
    public EngagementBuilder period(LocalDate firstDay, LocalDate lastDay, ZoneId zone) {
        return period(ExaminationPeriod.of(firstDay, lastDay, zone));
    }

    /**
     * Makes it a Type II over a period.
     *
     * @param period the period
     * @return this builder
     */
    public EngagementBuilder period(ExaminationPeriod period) {
        type = new ReportType.TypeII(period);
        return this;
    }

    /**
     * Makes it a Type I as of a date.
     *
     * @param date the date
     * @param zone zone in which the day ends
     * @return this builder
     */
    public EngagementBuilder date(LocalDate date, ZoneId zone) {
        type = new ReportType.TypeI(date, zone);
        return this;
    }

    /**
     * Adds categories; security is always among them.
     *
     * @param more the categories
     * @return this builder
     */
    public EngagementBuilder categories(TrustServicesCategory... more) {
        return categories(List.of(more));
    }

    /**
     * Adds categories; security is always among them.
     *
     * @param more the categories
     * @return this builder
     */
    public EngagementBuilder categories(Collection<TrustServicesCategory> more) {
        categories.addAll(more);
        return this;
    }

    /**
     * Looks at some criteria only; no opinion is suggested then.
     *
     * @param criteria the criteria
     * @return this builder
     */
    public EngagementBuilder onlyCriteria(Collection<CriterionId> criteria) {
        onlyCriteria.addAll(criteria);
        return this;
    }

    /**
     * Fixes the instant that an assessment pretends to run at: what took effect after it does not exist, and what is
     * due after it is pending.
     *
     * @param instant the instant
     * @return this builder
     */
    public EngagementBuilder asOf(Instant instant) {
        asOf = Optional.of(instant);
        return this;
    }

    /**
     * Fixes what counts as known: records that the store received later do not exist.
     *
     * @param instant the instant
     * @return this builder
     */
    public EngagementBuilder knownAt(Instant instant) {
        knownAt = Optional.of(instant);
        return this;
    }

    /**
     * Sets how much proof of completeness is asked for.
     *
     * @param level the level
     * @return this builder
     */
    public EngagementBuilder assurance(AssuranceLevel level) {
        assurance = level;
        return this;
    }

    /**
     * Sets how deviations are weighed where a test has no policy of its own.
     *
     * @param policy the policy
     * @return this builder
     */
    public EngagementBuilder deviationPolicy(DeviationPolicy policy) {
        deviationPolicy = policy;
        return this;
    }

    /**
     * Adds a business calendar.
     *
     * @param calendar the calendar
     * @return this builder
     */
    public EngagementBuilder calendar(BusinessCalendar calendar) {
        calendars.put(calendar.id(), calendar);
        return this;
    }

    /**
     * Adds a promise to customers.
     *
     * @param commitment the promise
     * @return this builder
     */
    public EngagementBuilder commitment(ServiceCommitment commitment) {
        commitments.add(commitment);
        return this;
    }

    /**
     * Adds a supplier whose controls are carved out.
     *
     * @param name its name
     * @param services what it does
     * @param criteria the criteria that its controls bear on
     * @return this builder
     */
    public EngagementBuilder carveOut(String name, String services, CriterionId... criteria) {
        return subserviceOrganization(new SubserviceOrganization(
                name,
                services,
                SubserviceMethod.CARVE_OUT,
                Set.of(criteria),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
    }

    /**
     * Adds a supplier whose controls are needed.
     *
     * @param subservice the supplier
     * @return this builder
     */
    public EngagementBuilder subserviceOrganization(SubserviceOrganization subservice) {
        subserviceOrganizations.add(subservice);
        return this;
    }

    /**
     * Adds something that customers must do.
     *
     * @param cuec what they do
     * @return this builder
     */
    public EngagementBuilder userEntityControl(Cuec cuec) {
        userEntityControls.add(cuec);
        return this;
    }

    /**
     * Sets the system description.
     *
     * @param newDescription the description
     * @return this builder
     */
    public EngagementBuilder description(SystemDescription newDescription) {
        description = newDescription;
        return this;
    }

    /**
     * Marks a criterion as not relevant.
     *
     * @param criterion the criterion and the reason
     * @return this builder
     */
    public EngagementBuilder notRelevant(NotRelevantCriterion criterion) {
        notRelevant.add(criterion);
        return this;
    }

    /**
     * Leaves a control of a pack out.
     *
     * @param exclusion the control and the reason
     * @return this builder
     */
    public EngagementBuilder exclude(ControlExclusion exclusion) {
        exclusions.add(exclusion);
        return this;
    }

    /**
     * Sets a parameter of a test differently from the pack.
     *
     * @param change the parameter and its value
     * @return this builder
     */
    public EngagementBuilder tailor(Tailoring change) {
        tailoring.add(change);
        return this;
    }

    /**
     * Sets which accounts belong to which person.
     *
     * @param newIdentities the accounts
     * @return this builder
     */
    public EngagementBuilder identities(Identities newIdentities) {
        identities = newIdentities;
        return this;
    }

    /**
     * Sets when failing criteria are pervasive.
     *
     * @param newPervasiveness the limits
     * @return this builder
     */
    public EngagementBuilder pervasiveness(Pervasiveness newPervasiveness) {
        pervasiveness = newPervasiveness;
        return this;
    }

    /**
     * Sets management's assertion.
     *
     * @param newAssertion the assertion
     * @return this builder
     */
    public EngagementBuilder assertion(ManagementAssertion newAssertion) {
        assertion = Optional.of(newAssertion);
        return this;
    }

    /**
     * Builds the engagement.
     *
     * @return an immutable engagement
     * @throws IllegalArgumentException if a required part is missing or a part contradicts another
     */
    public Engagement build() {
        ReportType chosen = type;
        if (chosen == null) {
            throw new IllegalArgumentException("engagement '" + id + "' needs "
                    + (overPeriod ? "a period: it is a Type II" : "a date: it is a Type I"));
        }
        if (overPeriod != chosen.match(one -> false, two -> true)) {
            throw new IllegalArgumentException("engagement '" + id + "' is a "
                    + (overPeriod
                            ? "Type II and takes a period, not a date"
                            : "Type I and takes a date, not a period"));
        }
        return new Engagement(
                id,
                organization,
                system,
                chosen,
                categories,
                onlyCriteria,
                asOf,
                knownAt,
                assurance,
                deviationPolicy,
                pervasiveness,
                calendars,
                commitments,
                subserviceOrganizations,
                userEntityControls,
                description,
                assertion,
                notRelevant,
                exclusions,
                tailoring,
                identities);
    }
}
