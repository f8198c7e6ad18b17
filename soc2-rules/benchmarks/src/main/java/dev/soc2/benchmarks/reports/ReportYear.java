package dev.soc2.benchmarks.reports;

import dev.soc2.model.document.CriteriaDocument;
import dev.soc2.model.engagement.Engagement;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.result.Assessment;
import dev.soc2.rules.Assessor;
import dev.soc2.rules.RulePacks;
import dev.soc2.rules.rule.RulePack;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A year with as many controls, records and exceptions as are asked for: each record is an item of one control, and the
 * exceptions are spread over the controls and the months.
 */
final class ReportYear {

    private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");
    private static final Duration YEAR = Duration.ofDays(365);
    private static final List<String> CRITERIA = List.of(
            "CC1.1", "CC2.1", "CC3.2", "CC4.1", "CC5.3", "CC6.1", "CC6.2", "CC6.3", "CC7.1", "CC7.2", "CC8.1", "CC9.2");

    private final int controls;
    private final int records;
    private final int exceptions;

    ReportYear(int controls, int records, int exceptions) {
        this.controls = controls;
        this.records = records;
        this.exceptions = exceptions;
    }

    /** The assessment, with every item, also those that conform. */
    Assessment assessed() {
        Engagement engagement = Engagement.typeII("bench-2025", "Acme Payroll")
                .period(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31), ZoneOffset.UTC)
                .asOf(Instant.parse("2026-02-01T00:00:00Z"))
                .build();
        List<Evidence> all = evidence();
        return Assessor.with(pack())
                .keepingConformingItems()
                .assess(engagement, (query, sink) -> all.forEach(sink::accept));
    }

    private List<Evidence> evidence() {
        List<Evidence> all = new ArrayList<>(records);
        for (int i = 0; i < records; i++) {
            int control = i % controls;
            Instant at = START.plus(YEAR.multipliedBy(i).dividedBy(records));
            // Evenly spread: one more whenever the share that is due has grown by one.
            boolean deviates = (long) (i + 1) * exceptions / records > (long) i * exceptions / records;
            all.add(Evidence.of(
                            String.format(Locale.ROOT, "check-%05d", i),
                            type(control),
                            "change-" + i,
                            at,
                            "deploy-tool")
                    .actor("person-" + i % 97)
                    .with("ok", !deviates)
                    .build());
        }
        return all;
    }

    private RulePack pack() {
        StringBuilder yaml = new StringBuilder(
                "pack: year\nversion: 1.0.0\nlicense: Apache-2.0\ncriteria: tsc-2017-rev-2022\nvocabulary:\n");
        for (int c = 0; c < controls; c++) {
            yaml.append("  ").append(type(c)).append(": {ok: bool}\n");
        }
        yaml.append("controls:\n");
        for (int c = 0; c < controls; c++) {
            yaml.append(String.format(Locale.ROOT, """
                      - id: Y-%03d
                        title: Changes of system %d are checked before they are in force
                        description: Whoever changes system %d lets somebody else check the change, and the check is on record before the change is in force.
                        criteria: [%s]
                        nature: PREVENTIVE
                        execution: AUTOMATED
                        frequency: EVENT
                        key: true
                        owner: team-%d
                        tests:
                          - id: T1
                            procedure: INSPECTION
                            rule:
                              kind: ATTRIBUTE
                              of: {type: %s}
                              require: "attributes.ok"
                    """, c, c, c, CRITERIA.get(c % CRITERIA.size()), c % 12, type(c)));
        }
        return RulePacks.read(
                "year.yaml", yaml.toString().getBytes(StandardCharsets.UTF_8), CriteriaDocument.builtIn());
    }

    private static String type(int control) {
        return String.format(Locale.ROOT, "bench.system%03d.checked", control);
    }
}
