package dev.soc2.model.criteria;

import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/**
 * A yardstick for controls. Titles and summaries are in our own words.
 *
 * @param id its id
 * @param seriesName name of its series, such as {@code Logical and physical access}
 * @param categories the categories whose presence in an examination brings the criterion into scope; empty: it is in
 *     scope of every examination, as a criterion of a catalogue that knows no categories
 * @param cosoPrinciple the COSO principle, 1 to 17, that the criterion carries over
 * @param title short title
 * @param summary one sentence
 * @param pointsOfFocus hints, in printed order
 * @param entityLevel whether it speaks of the organisation as a whole, so that its failure reaches further than itself
 */
public record Criterion(
        CriterionId id,
        String seriesName,
        Set<TrustServicesCategory> categories,
        OptionalInt cosoPrinciple,
        String title,
        String summary,
        List<PointOfFocus> pointsOfFocus,
        boolean entityLevel) {

    /** Checks the invariants. */
    public Criterion {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(seriesName, "seriesName");
        Objects.requireNonNull(summary, "summary");
        if (title.isBlank()) {
            throw new IllegalArgumentException("criterion " + id + " has no title");
        }
        if (cosoPrinciple.isPresent() && (cosoPrinciple.getAsInt() < 1 || cosoPrinciple.getAsInt() > 17)) {
            throw new IllegalArgumentException("COSO principles are 1 to 17, got " + cosoPrinciple.getAsInt());
        }
        categories = Set.copyOf(categories);
        pointsOfFocus = List.copyOf(pointsOfFocus);
    }

    /**
     * Whether an examination of these categories is judged by this criterion.
     *
     * @param scope the categories of the examination
     * @return true when one of them brings it into scope, or when it belongs to none
     */
    public boolean isInScopeOf(Set<TrustServicesCategory> scope) {
        return categories.isEmpty() || categories.stream().anyMatch(scope::contains);
    }

    /**
     * Whether it is one of the common criteria, which every category shares.
     *
     * @return true when every category brings it into scope
     */
    public boolean isCommon() {
        return new TreeSet<>(categories).equals(new TreeSet<>(List.of(TrustServicesCategory.values())));
    }
}
