package dev.soc2.rules.mapping;

import dev.soc2.model.criteria.CriterionId;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Where the criteria of a catalogue touch the requirements of another framework, to find one's way between two sets of
 * documents.
 *
 * <p>Pairs are many to many and partial. A mapping therefore answers which requirements a criterion touches, and nothing
 * else: there is no method that turns a conclusion on a criterion into one on another framework, and two mappings are
 * not chained.
 *
 * @param id id of the mapping, such as {@code iso-27001-2022}
 * @param title the other framework, with its edition
 * @param catalog id of the criteria catalogue whose criteria are mapped
 * @param notice where the pairs come from, and what they do not say
 * @param entries the pairs, in the order of the document
 * @param sha256 SHA-256 of the document, as 64 hexadecimal digits
 */
public record FrameworkMapping(
        String id, String title, String catalog, String notice, List<MappingEntry> entries, String sha256) {

    /** Checks the invariants. */
    public FrameworkMapping {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(catalog, "catalog");
        Objects.requireNonNull(sha256, "sha256");
        if (notice.isBlank()) {
            throw new IllegalArgumentException("mapping '" + id + "' says where its pairs come from");
        }
        entries = List.copyOf(entries);
        if (entries.isEmpty()) {
            throw new IllegalArgumentException("mapping '" + id + "' has no entries");
        }
        Set<List<String>> pairs = new HashSet<>();
        for (MappingEntry entry : entries) {
            if (!pairs.add(List.of(entry.criterion().value(), entry.target()))) {
                throw new IllegalArgumentException(
                        entry.criterion() + " and " + entry.target() + " stand beside each other twice");
            }
        }
    }

    /**
     * The pairs of one criterion.
     *
     * @param criterion the criterion
     * @return its pairs, in the order of the document; empty when it is not mapped, which says nothing either
     */
    public List<MappingEntry> of(CriterionId criterion) {
        return entries.stream().filter(e -> e.criterion().equals(criterion)).toList();
    }

    /**
     * The criteria that touch a requirement of the other framework.
     *
     * @param target id of the requirement, exactly as the mapping writes it
     * @return its pairs, in the order of the document
     */
    public List<MappingEntry> touching(String target) {
        return entries.stream().filter(e -> e.target().equals(target)).toList();
    }
}
