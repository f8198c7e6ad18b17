package dev.soc2.rules.internal.pack;

import dev.soc2.model.control.ControlVersion;
import dev.soc2.model.control.EffectiveDates;
import dev.soc2.model.document.tree.Fields;
import dev.soc2.rules.rule.TestOfControl;
import dev.soc2.rules.rule.TestedControl;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The tests of a control, or those of its versions, each for its days and with the label of its version in its id.
 *
 * @param versions the versions, oldest first; empty: the control never changed
 * @param tests the tests
 */
record ControlVersions(List<ControlVersion> versions, List<TestOfControl> tests) {

    /** A version with its tests. */
    private record Versioned(ControlVersion version, List<TestOfControl> tests) {
        Versioned {
            tests = List.copyOf(tests);
        }

        LocalDate begins() {
            return version.effective().from().orElse(LocalDate.MIN);
        }
    }

    ControlVersions {
        versions = List.copyOf(versions);
        tests = List.copyOf(tests);
    }

    static ControlVersions read(Fields fields, RuleParts parts) {
        List<TestOfControl> own = TestReader.tests(fields.optional("tests"), parts);
        List<Versioned> versions =
                fields
                        .optional("versions")
                        .list(version -> version.map(f -> version(f, parts)))
                        .orElse(List.of())
                        .stream()
                        .sorted(Comparator.comparing(Versioned::begins))
                        .toList();
        if (!fields.has("versions")) {
            return new ControlVersions(List.of(), own);
        }
        parts.withoutEffect(fields, "tests", "each version has its own");
        parts.withoutEffect(fields, "operates", "each version has its own days");
        return new ControlVersions(
                versions.stream().map(Versioned::version).toList(),
                versions.stream().flatMap(v -> v.tests().stream()).toList());
    }

    private static Optional<Versioned> version(Fields fields, RuleParts parts) {
        int before = parts.faults().count();
        Optional<String> description = fields.optional("description").text();
        List<TestOfControl> tests = new ArrayList<>(TestReader.tests(fields.required("tests"), parts));
        Optional<EffectiveDates> days = dates(fields, parts);
        return parts.made(fields, before, () -> {
            ControlVersion version = new ControlVersion(days.orElseThrow(), description.orElse(""));
            tests.replaceAll(test -> test.named(TestedControl.testId(test.id(), version)));
            return new Versioned(version, tests);
        });
    }

    static Optional<EffectiveDates> dates(Fields fields, RuleParts parts) {
        int before = parts.faults().count();
        Optional<LocalDate> from = fields.optional("from").date();
        Optional<LocalDate> to = fields.optional("to").date();
        return parts.made(fields, before, () -> new EffectiveDates(from, to));
    }
}
