package dev.soc2.rules.internal.pack;

import dev.soc2.model.document.tree.Fields;
import dev.soc2.rules.rule.FreshnessRule;
import dev.soc2.rules.rule.Rule;
import dev.soc2.rules.rule.Selector;
import dev.soc2.rules.rule.Subjects;
import dev.soc2.rules.rule.TimeAmount;
import java.util.Optional;

/** Reads FRESHNESS. */
final class FreshnessReader {

    private FreshnessReader() {}

    static Optional<Rule> read(Fields fields, RuleParts parts) {
        int before = parts.faults().count();
        Optional<Selector> of = parts.selector(fields.required("of"));
        Optional<TimeAmount> validity = parts.time(fields.required("validity"));
        Optional<TimeAmount> grace = parts.time(fields.optional("grace"));
        Optional<TimeAmount> initialGrace = parts.time(fields.optional("initialGrace"));
        Optional<Selector> revoked = parts.selector(fields.optional("revoked"));
        Subjects subjects = SubjectsReader.subjects(fields, parts);
        Optional<Selector> retired = SubjectsReader.retired(fields, subjects, parts);
        if (subjects.equals(Subjects.TOGETHER) && !fields.has("perSubject")) {
            parts.withoutEffect(
                    fields, "initialGrace", "it runs from the creation of a subject, and there is no perSubject");
        }
        return parts.made(
                fields,
                before,
                () -> new FreshnessRule(
                        of.orElseThrow(),
                        validity.orElseThrow(),
                        grace.orElse(TimeAmount.none()),
                        initialGrace,
                        subjects,
                        retired,
                        revoked));
    }
}
