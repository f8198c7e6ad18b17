package dev.soc2.rules.internal.pack;

import dev.soc2.model.control.ControlVersion;
import dev.soc2.model.control.EffectiveDates;
import dev.soc2.model.document.tree.Fields;
import dev.soc2.rules.rule.LaterRule;
import dev.soc2.rules.rule.TestOfControl;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The tests of a control, or those of its versions, each for its days. Versions are checked and not evaluated yet, so
 * that each of their tests says so.
 *
 * @param versions the versions; empty: the control never changed
 * @param tests the tests
 */
record ControlVersions(List<ControlVersion> versions, List<TestOfControl> tests) {

    ControlVersions {
        versions = List.copyOf(versions);
        tests = List.copyOf(tests);
    }

    static ControlVersions read(Fields fields, RuleParts parts) {
        List<TestOfControl> own = TestReader.tests(fields.optional("tests"), parts);
        List<ControlVersion> versions = new ArrayList<>();
        Map<String, TestOfControl> tests = new LinkedHashMap<>();
        own.forEach(test -> tests.put(test.id(), test));
        fields.optional("versions").list(version -> version.map(f -> version(f, versions, tests, parts)));
        if (fields.has("versions")) {
            parts.withoutEffect(fields, "tests", "each version has its own");
        }
        return new ControlVersions(versions, List.copyOf(tests.values()));
    }

    private static Optional<ControlVersion> version(
            Fields fields, List<ControlVersion> versions, Map<String, TestOfControl> tests, RuleParts parts) {
        int before = parts.faults().count();
        Optional<String> description = fields.optional("description").text();
        TestReader.tests(fields.required("tests"), parts).forEach(test -> tests.putIfAbsent(test.id(), later(test)));
        Optional<EffectiveDates> days = dates(fields, parts);
        Optional<ControlVersion> version =
                parts.made(fields, before, () -> new ControlVersion(days.orElseThrow(), description.orElse("")));
        version.ifPresent(versions::add);
        return version;
    }

    private static TestOfControl later(TestOfControl test) {
        return new TestOfControl(
                test.id(),
                test.procedure(),
                new LaterRule(test.rule().kind(), "a control with versions"),
                test.policy(),
                test.sampling());
    }

    static Optional<EffectiveDates> dates(Fields fields, RuleParts parts) {
        int before = parts.faults().count();
        Optional<LocalDate> from = fields.optional("from").date();
        Optional<LocalDate> to = fields.optional("to").date();
        return parts.made(fields, before, () -> new EffectiveDates(from, to));
    }
}
