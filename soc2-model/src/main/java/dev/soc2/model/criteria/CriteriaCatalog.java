package dev.soc2.model.criteria;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A catalogue of criteria: the yardstick of an engagement.
 *
 * @param id id of the catalogue and its edition, such as {@code tsc-2017-rev-2022}
 * @param title its title
 * @param sha256 digest of the document it was read from, 64 hexadecimal digits
 * @param criteria the criteria, in printed order after construction; ids are unique
 */
public record CriteriaCatalog(String id, String title, String sha256, List<Criterion> criteria) {

    /** Sorts the criteria and checks the invariants. */
    public CriteriaCatalog {
        if (id.isBlank()) {
            throw new IllegalArgumentException("a catalogue has an id");
        }
        if (criteria.isEmpty()) {
            throw new IllegalArgumentException("catalogue " + id + " has no criteria");
        }
        Set<CriterionId> seen = new HashSet<>();
        for (Criterion criterion : criteria) {
            if (!seen.add(criterion.id())) {
                throw new IllegalArgumentException("catalogue " + id + " has " + criterion.id() + " twice");
            }
        }
        criteria = List.copyOf(
                criteria.stream().sorted(Comparator.comparing(Criterion::id)).toList());
    }

    /**
     * The criterion of an id.
     *
     * @param criterion the id
     * @return the criterion, or empty when this catalogue does not have it
     */
    public Optional<Criterion> find(CriterionId criterion) {
        return criteria.stream().filter(c -> c.id().equals(criterion)).findFirst();
    }

    /**
     * The criteria that an examination of these categories is judged by. Common criteria count once.
     *
     * @param scope the categories of the examination
     * @return the criteria in printed order
     */
    public List<Criterion> inScopeOf(Set<TrustServicesCategory> scope) {
        return criteria.stream().filter(c -> c.isInScopeOf(scope)).toList();
    }
}
