package dev.soc2.model.document;

import dev.soc2.model.criteria.CriteriaCatalog;
import dev.soc2.model.criteria.CriterionId;
import dev.soc2.model.criteria.TrustServicesCategory;
import dev.soc2.model.document.tree.Checked;
import dev.soc2.model.document.tree.Faults;
import dev.soc2.model.document.tree.Fields;
import dev.soc2.model.document.tree.MapNode;
import dev.soc2.model.document.tree.Value;
import dev.soc2.model.engagement.AssuranceLevel;
import dev.soc2.model.engagement.BusinessCalendar;
import dev.soc2.model.engagement.ControlExclusion;
import dev.soc2.model.engagement.Cuec;
import dev.soc2.model.engagement.DeviationPolicy;
import dev.soc2.model.engagement.Engagement;
import dev.soc2.model.engagement.Identities;
import dev.soc2.model.engagement.ManagementAssertion;
import dev.soc2.model.engagement.NotRelevantCriterion;
import dev.soc2.model.engagement.Pervasiveness;
import dev.soc2.model.engagement.ReportType;
import dev.soc2.model.engagement.ServiceCommitment;
import dev.soc2.model.engagement.SubserviceOrganization;
import dev.soc2.model.engagement.SystemDescription;
import dev.soc2.model.engagement.Tailoring;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The written form of an engagement, as it stands in an engagement file and inside a scenario.
 *
 * <p>Every criterion is looked up in a catalogue, by default the one that comes with the library.
 */
public final class EngagementDocument {

    /** As {@link Engagement} states it; asked here to name the field that the document has. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    private EngagementDocument() {}

    /**
     * What an engagement is called that does not say so itself, such as that of a scenario.
     *
     * @param id id of the engagement
     * @param organization the service organisation
     */
    public record Defaults(String id, String organization) {

        /** Checks that there are both. */
        public Defaults {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(organization, "organization");
        }
    }

    /**
     * Reads an engagement that is a map in another document. It names neither packs nor evidence files, and accounts
     * stand in place ({@code identities: {ann.admin: ann}}).
     *
     * @param map the map
     * @param faults where faults go, unknown fields included
     * @param defaults stand in when {@code engagement} or {@code organization} is left out
     * @return the engagement; nothing when there was a fault
     */
    public static Optional<Engagement> engagement(MapNode map, Faults faults, Defaults defaults) {
        return engagement(map, faults, defaults, CriteriaDocument.builtIn());
    }

    /**
     * As {@link #engagement(MapNode, Faults, Defaults)}, by another criteria catalogue.
     *
     * @param map the map
     * @param faults where faults go, unknown fields included
     * @param defaults stand in when {@code engagement} or {@code organization} is left out
     * @param criteria the catalogue that criteria are looked up in
     * @return the engagement; nothing when there was a fault
     */
    public static Optional<Engagement> engagement(
            MapNode map, Faults faults, Defaults defaults, CriteriaCatalog criteria) {
        return Value.of(map, faults).map(fields -> engagement(fields, defaults, criteria));
    }

    /**
     * As {@link #engagement(MapNode, Faults, Defaults)}, for a reader that holds the fields already and refuses unknown
     * ones itself.
     *
     * @param fields the fields of the map
     * @param defaults stand in when {@code engagement} or {@code organization} is left out
     * @return the engagement; nothing when there was a fault
     */
    public static Optional<Engagement> engagement(Fields fields, Defaults defaults) {
        return engagement(fields, defaults, CriteriaDocument.builtIn());
    }

    private static Optional<Engagement> engagement(Fields fields, Defaults defaults, CriteriaCatalog criteria) {
        EngagementReading reading = reading(fields.faults(), criteria);
        Optional<Identities> identities = EngagementIdentities.inPlace(fields.optional("identities"), reading);
        return engagement(fields, Optional.of(defaults), identities, reading);
    }

    /**
     * Reads a deviation policy: a word, or a map with the word and a rate, such as
     * {@code {policy: TOLERANCE, rate: "2.5%"}}.
     *
     * @param value the value of a field {@code deviationPolicy}
     * @param faults where faults go
     * @return the policy; nothing when the field is not there or at fault
     */
    public static Optional<DeviationPolicy> deviationPolicy(Value value, Faults faults) {
        return EngagementPolicy.read(value, faults);
    }

    static EngagementReading reading(Faults faults, CriteriaCatalog criteria) {
        return new EngagementReading(faults, new CriterionNames(criteria, faults));
    }

    /** Reads the fields in the order of the format, and tells all faults. */
    static Optional<Engagement> engagement(
            Fields fields, Optional<Defaults> defaults, Optional<Identities> identities, EngagementReading reading) {
        int before = reading.faults().count();
        boolean optional = defaults.isPresent();
        Optional<String> id = given(fields, "engagement", optional)
                .as(EngagementDocument::id, "write letters, digits, '.', '_' or '-', at most 100")
                .or(() -> fallback(fields, "engagement", defaults.map(Defaults::id)));
        Optional<String> organization = reading.words(given(fields, "organization", optional))
                .or(() -> fallback(fields, "organization", defaults.map(Defaults::organization)));
        String system = fields.optional("system").text().orElse("");
        Optional<ReportType> type = EngagementTypes.read(fields, reading);
        Optional<Instant> asOf = reading.time(fields.required("asOf"));
        Optional<Instant> knownAt = reading.time(fields.optional("knownAt"));
        EngagementScope scope = EngagementScope.read(fields, reading);
        AssuranceLevel assurance =
                fields.optional("assurance").oneOf(AssuranceLevel.class).orElse(AssuranceLevel.STANDARD);
        DeviationPolicy policy = deviationPolicy(fields.optional("deviationPolicy"), reading.faults())
                .orElse(DeviationPolicy.CENSUS);
        Pervasiveness pervasiveness = EngagementPervasiveness.read(fields.optional("pervasive"), reading)
                .orElse(Pervasiveness.DEFAULT);
        Map<String, BusinessCalendar> calendars = EngagementCalendars.read(fields.optional("calendars"), reading);
        EngagementTailoring tailoring = new EngagementTailoring(reading);
        List<Tailoring> overrides = tailoring.overrides(fields.optional("overrides"));
        List<ControlExclusion> exclusions = tailoring.exclusions(fields.optional("exclude"));
        EngagementParties parties = new EngagementParties(reading);
        List<ServiceCommitment> commitments = parties.commitments(fields.optional("commitments"));
        List<SubserviceOrganization> suppliers = parties.suppliers(fields.optional("subserviceOrganizations"));
        List<Cuec> userControls = parties.userControls(fields.optional("userEntityControls"));
        SystemDescription description = EngagementDescription.read(fields.optional("description"), reading);
        Optional<ManagementAssertion> assertion = parties.assertion(fields.optional("assertion"));
        if (reading.faults().count() > before) {
            return Optional.empty();
        }
        Set<TrustServicesCategory> categories = scope.categories();
        Set<CriterionId> onlyCriteria = new TreeSet<>(scope.onlyCriteria());
        List<NotRelevantCriterion> notRelevant = scope.notRelevant();
        return fields.node()
                .flatMap(node -> Checked.construct(
                        Engagement.class,
                        node,
                        reading.faults(),
                        fields.places(),
                        id,
                        organization,
                        system,
                        type,
                        categories,
                        onlyCriteria,
                        asOf,
                        knownAt,
                        assurance,
                        policy,
                        pervasiveness,
                        calendars,
                        commitments,
                        suppliers,
                        userControls,
                        description,
                        assertion,
                        notRelevant,
                        exclusions,
                        overrides,
                        identities));
    }

    private static Value given(Fields fields, String name, boolean optional) {
        return optional ? fields.optional(name) : fields.required(name);
    }

    private static Optional<String> fallback(Fields fields, String name, Optional<String> value) {
        return fields.has(name) ? Optional.empty() : value;
    }

    private static String id(String text) {
        if (!ID.matcher(text).matches()) {
            throw new IllegalArgumentException("an id of an engagement has other characters");
        }
        return text;
    }
}
