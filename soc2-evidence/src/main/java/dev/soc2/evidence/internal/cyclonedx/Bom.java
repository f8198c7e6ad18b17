package dev.soc2.evidence.internal.cyclonedx;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What a bill of materials says around its vulnerabilities.
 *
 * @param serial serial number and version
 * @param made when it was made
 * @param product what it is of
 * @param components its components by their references
 */
record Bom(String serial, Optional<Instant> made, Optional<String> product, Map<String, Component> components) {

    Bom {
        components = Map.copyOf(components);
    }

    /**
     * A component.
     *
     * @param name its name, with its group
     * @param version its version
     * @param purl its package URL
     */
    record Component(Optional<String> name, Optional<String> version, Optional<String> purl) {}

    /** Whether it lists components, so that a vulnerability in it is one of something that is there. */
    boolean isInventory() {
        return !components.isEmpty();
    }

    /** The component of a reference; references into other documents end in that of the component. */
    Component component(String ref) {
        String local = ref.startsWith("urn:cdx:") && ref.indexOf('#') > 0 ? ref.substring(ref.indexOf('#') + 1) : ref;
        Component known = components.getOrDefault(
                ref,
                components.getOrDefault(local, new Component(Optional.empty(), Optional.empty(), Optional.empty())));
        Optional<String> purl = known.purl().or(() -> Optional.of(local).filter(text -> text.startsWith("pkg:")));
        return new Component(known.name(), known.version(), purl);
    }
}
