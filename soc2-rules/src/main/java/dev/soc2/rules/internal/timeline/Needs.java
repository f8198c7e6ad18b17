package dev.soc2.rules.internal.timeline;

import dev.soc2.model.evidence.EvidenceTypes;
import dev.soc2.rules.rule.AttributeType;
import dev.soc2.rules.rule.Field;
import dev.soc2.rules.rule.Vocabulary;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the rules of a plan read: evidence types, and of each the attributes. Collected once, before the scan. */
public final class Needs {

    private final Map<String, Set<String>> attributesByType = new TreeMap<>();
    private final Map<String, Set<Field>> clustersByType = new TreeMap<>();
    private final Vocabulary vocabulary;

    public Needs(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** Adds a type without attributes. */
    public void type(String type) {
        attributesByType.computeIfAbsent(type, t -> new TreeSet<>());
    }

    /** Adds an attribute of a type. */
    public void attribute(String type, String name) {
        attributesByType.computeIfAbsent(type, t -> new TreeSet<>()).add(name);
    }

    /** Adds a field by which the records of a type are looked up. */
    public void cluster(String type, Field by) {
        clustersByType.computeIfAbsent(type, t -> new HashSet<>()).add(by);
    }

    /** Fields by which the records of a type are looked up. */
    Set<Field> clustersOf(String type) {
        return clustersByType.getOrDefault(type, Set.of());
    }

    /** Types and attributes that rules select. */
    public Map<String, Set<String>> attributesByType() {
        return Collections.unmodifiableMap(attributesByType);
    }

    /** Attributes of a type that rules read. */
    Set<String> attributesOf(String type) {
        return attributesByType.getOrDefault(type, Set.of());
    }

    boolean selects(String type) {
        return attributesByType.containsKey(type);
    }

    boolean reads(String type) {
        return selects(type) || EvidenceTypes.RESERVED.contains(type);
    }

    boolean holdsAccounts(String type, String attribute) {
        AttributeType declared = vocabulary
                .attributes(type)
                .map(attributes -> attributes.getOrDefault(attribute, AttributeType.ANY))
                .orElse(AttributeType.ANY);
        return declared == AttributeType.ACCOUNT || declared == AttributeType.ACCOUNTS;
    }
}
