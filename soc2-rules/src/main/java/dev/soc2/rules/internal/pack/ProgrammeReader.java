package dev.soc2.rules.internal.pack;

import dev.soc2.model.document.tree.Faults;
import dev.soc2.model.document.tree.Nearest;
import dev.soc2.model.document.tree.TextNode;
import dev.soc2.model.document.tree.Value;
import java.util.Optional;
import java.util.Set;

/**
 * Checks the labels under which a programme of its own lists what controls do. They are for people who read the pack;
 * nothing is concluded from them.
 *
 * @param known what {@code programmeRequirements} lists; empty: the pack lists none, and labels are free
 * @param faults where faults go
 */
record ProgrammeReader(Optional<Set<String>> known, Faults faults) {

    ProgrammeReader {
        known = known.map(Set::copyOf);
    }

    static ProgrammeReader read(Value value, Faults faults) {
        return new ProgrammeReader(
                value.entries((name, title) -> title.text()).map(entries -> Set.copyOf(entries.keySet())), faults);
    }

    void check(Value labels) {
        labels.list(Value::textNode).ifPresent(all -> all.forEach(this::check));
    }

    private void check(TextNode label) {
        known.filter(names -> !names.contains(label.value()))
                .ifPresent(names -> PackCode.UNKNOWN_REQUIREMENT.tell(
                        faults,
                        label,
                        "'" + label + "' is not listed under programmeRequirements",
                        Nearest.to(label.value(), names)
                                .map(near -> "use '" + near + "'")
                                .orElse("list it, or leave it out")));
    }
}
