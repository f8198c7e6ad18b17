package dev.soc2.model.document;

import dev.soc2.model.issue.Issue;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Engagement files for tests. */
final class EngagementTexts {

    /** Every field that an engagement file knows. */
    static final String FULL = """
            engagement: acme-2025
            organization: Acme Payroll, Inc.
            system: Acme Payroll Platform
            type: TYPE_II
            period: {from: 2025-01-01, to: 2025-12-31, zone: America/New_York}
            asOf: 2026-01-31T00:00:00Z
            knownAt: 2026-02-15T00:00:00Z
            categories: [SECURITY, AVAILABILITY]
            onlyCriteria: [CC8.1]
            assurance: STANDARD
            deviationPolicy: CENSUS
            calendars: {us: {zone: America/New_York, hours: 09:00-17:00, days: MON-FRI, holidays: [2025-01-01, 2025-07-04]}}
            packs: [soc2-starter, packs/acme.yaml]
            overrides: {IAM-03: {tests: {T1: {limit: PT24H}}}}
            exclude: [{control: PHY-01, reason: "no offices; carved out to the hosting provider"}]
            notRelevant: [{criterion: A1.3, reason: "processor only"}]
            commitments: [{id: UPTIME, text: "99.9 % a month", criteria: [A1.1]}]
            subserviceOrganizations:
              - {name: CloudCo, services: hosting, method: CARVE_OUT, criteria: [CC6.4, A1.2], csocs: ["physical access"], report: {type: TYPE_II, from: 2024-10-01, to: 2025-09-30}, bridgeLetter: {from: 2025-10-01, to: 2025-12-31}}
            userEntityControls: [{id: CUEC-1, text: "customers review their own users", criteria: [CC6.2]}]
            identities: identities.csv
            description: {DC1: "...", DC3: {infrastructure: "...", software: "...", people: "...", procedures: "...", data: "..."}}
            evidence:
              - {format: JSONL, path: evidence}
              - {format: GIT_LOG, path: exports/payroll.jsonl, source: git}
              - {format: CSV, path: exports/leavers.csv, mapping: mappings/leavers.yaml}
              - {format: OCSF, path: exports/prowler.ocsf.json}
            """;

    /** No more than what an engagement file must have. */
    static final String SMALL = """
            engagement: small
            organization: Small Co
            type: TYPE_II
            period: {from: 2025-01-01, to: 2025-06-30, zone: UTC}
            asOf: 2025-07-31T00:00:00Z
            packs: [soc2-starter]
            """;

    private EngagementTexts() {}

    static EngagementFile read(String text) {
        return EngagementFile.read(text.getBytes(StandardCharsets.UTF_8));
    }

    static List<Issue> issues(String text) {
        try {
            read(text);
            return List.of();
        } catch (DocumentException e) {
            return e.issues();
        }
    }

    /** {@code code line:column} of each fault. */
    static List<String> brief(String text) {
        return issues(text).stream()
                .map(issue -> issue.code() + " " + issue.location().line() + ":"
                        + issue.location().column())
                .toList();
    }

    /** The small file with more lines. */
    static String small(String... more) {
        return SMALL + String.join("\n", more) + "\n";
    }
}
