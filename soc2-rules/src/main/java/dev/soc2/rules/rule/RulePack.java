package dev.soc2.rules.rule;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Controls with their tests, as a unit that is versioned and shared. Immutable and thread-safe. Read with {@code
 * RulePacks.read(file)}.
 *
 * @param id its id
 * @param version its version
 * @param sha256 digest of the document it was read from, 64 lower-case hexadecimal digits
 * @param criteriaCatalog id of the criteria catalogue that its controls point to
 * @param vocabulary the evidence types and attributes that its expressions were checked against
 * @param controls its controls; ids are unique
 */
public record RulePack(
        String id,
        String version,
        String sha256,
        String criteriaCatalog,
        Vocabulary vocabulary,
        List<TestedControl> controls) {

    /** Checks the invariants. */
    public RulePack {
        if (id.isBlank()) {
            throw new IllegalArgumentException("a pack has an id");
        }
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(sha256, "sha256");
        Objects.requireNonNull(criteriaCatalog, "criteriaCatalog");
        Objects.requireNonNull(vocabulary, "vocabulary");
        controls = List.copyOf(controls);
        Set<String> ids = new HashSet<>();
        for (TestedControl control : controls) {
            if (!ids.add(control.control().id())) {
                throw new IllegalArgumentException(
                        "pack " + id + " has control " + control.control().id() + " twice");
            }
        }
    }

    /**
     * One control by its id.
     *
     * @param control id of the control
     * @return the control with its tests, or empty when the pack does not have it
     */
    public Optional<TestedControl> control(String control) {
        return controls.stream().filter(c -> c.control().id().equals(control)).findFirst();
    }
}
