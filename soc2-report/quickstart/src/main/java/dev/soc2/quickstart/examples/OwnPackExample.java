package dev.soc2.quickstart.examples;

import dev.soc2.model.issue.Issue;
import dev.soc2.model.issue.Soc2Exception;
import dev.soc2.rules.RulePacks;
import java.nio.file.Path;
import java.util.List;

/** A rule pack of one's own, and what is said of one with faults. */
public final class OwnPackExample {

    private OwnPackExample() {}

    // tag::faults[]
    static List<String> faults(Path pack) {
        try {
            RulePacks.read(pack);
            return List.of();
        } catch (Soc2Exception e) {
            return e.issues().stream().map(Issue::render).toList(); // code, place, what, excerpt, fix
        }
    }
    // end::faults[]
}
