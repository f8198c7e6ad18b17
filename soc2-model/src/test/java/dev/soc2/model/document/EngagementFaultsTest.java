package dev.soc2.model.document;

import static dev.soc2.model.document.EngagementTexts.SMALL;
import static dev.soc2.model.document.EngagementTexts.brief;
import static dev.soc2.model.document.EngagementTexts.issues;
import static dev.soc2.model.document.EngagementTexts.small;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.soc2.model.issue.Issue;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines of {@link EngagementTexts#SMALL} are 1 to 6; what a test adds begins in line 7. */
class EngagementFaultsTest {

    @Test
    void aFaultReadsAsAPersonWouldTellIt() {
        String text = small("commitments: [{id: C, text: t, criteria: [CC6.11]}]");

        assertThatThrownBy(() -> EngagementTexts.read(text))
                .isInstanceOf(DocumentException.class)
                .hasMessage("""
                        engagement.yaml:7:43: SOC2-G004: tsc-2017-rev-2022 does not have a criterion 'CC6.11'
                          | commitments: [{id: C, text: t, criteria: [CC6.11]}]
                          |                                           ^^^^^^
                          fix: use one of CC6.1 to CC6.8""");
    }

    @Test
    void everyFaultIsToldAtOnceInFileOrder() {
        String text = """
                engagement: acme 2025
                organisation: Acme
                type: TYPE_3
                period: {from: 2025-13-01, to: 2025-12-31, zone: America/New_Yrok}
                asOf: 2026-01-31
                categories: [SECURTY]
                onlyCriteria: []
                assurance: HIGH
                deviationPolicy: TOLERANCE
                calendars: {us: {zone: UTC, hours: 9-17, days: [MO], holidays: [2025-02-30]}}
                packs: [soc2 starter, ../acme.yaml]
                overrides: {IAM-03: {tests: {}}}
                exclude: [{control: PHY-01}]
                notRelevant: [{criterion: P6.7, reason: ' '}]
                commitments: [{id: A, text: t}, {id: A, text: t}]
                subserviceOrganizations: [{name: C, services: s, method: OTHER, bridgeLetter: {from: 2025-01-01, to: 2024-01-01}}]
                identities: /etc/passwd
                description: {DC10: x, DC1: ''}
                evidence: [{format: J SON, path: evidence}, {path: C:/x}]
                """;

        assertThat(brief(text))
                .containsExactly(
                        "SOC2-D020 1:1", // organization is missing
                        "SOC2-D023 1:13",
                        "SOC2-D021 2:1",
                        "SOC2-D024 3:7",
                        "SOC2-D023 5:7",
                        "SOC2-D024 6:14",
                        "SOC2-G008 7:15",
                        "SOC2-D024 8:12",
                        "SOC2-G011 9:18",
                        "SOC2-G012 10:36",
                        "SOC2-G013 10:49",
                        "SOC2-D023 10:65",
                        "SOC2-G017 11:9",
                        "SOC2-G014 11:23",
                        "SOC2-G008 12:29",
                        "SOC2-D020 13:11",
                        "SOC2-D025 14:41",
                        "SOC2-G007 15:38",
                        "SOC2-D024 16:58",
                        "SOC2-D026 16:79",
                        "SOC2-G015 16:79",
                        "SOC2-G014 17:13",
                        "SOC2-G016 18:15",
                        "SOC2-G009 18:29",
                        "SOC2-G019 19:21",
                        "SOC2-D020 19:45",
                        "SOC2-G014 19:52");
    }

    @Test
    void aTypeThatCannotBeReadHidesNothingOfItsFields() {
        // The period is known to both types, so that only the word is at fault.
        assertThat(brief(SMALL.replace("TYPE_II", "TYPE_3"))).containsExactly("SOC2-D024 3:7");
    }

    @Test
    void anUnknownFieldIsToldWithTheNearestOne() {
        assertThat(issues(small("comitments: []")))
                .extracting(Issue::what, Issue::fix)
                .containsExactly(tuple("unknown field 'comitments'", "use 'commitments'"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CC6.11 | use one of CC6.1 to CC6.8",
                "CC8.2 | use CC8.1",
                "CC6 | use one of CC6.1 to CC6.8",
                "cc6.1 | use CC6.1",
                "Z9.1 | use an id such as CC1.1; the series are CC1, CC2, CC3, CC4, CC5, CC6, CC7, CC8, CC9, A1, C1,"
                        + " PI1, P1, P2, P3, P4, P5, P6, P7, P8",
                "'ISO-27001' | use an id such as CC1.1; the series are CC1, CC2, CC3, CC4, CC5, CC6, CC7, CC8, CC9, A1,"
                        + " C1, PI1, P1, P2, P3, P4, P5, P6, P7, P8"
            })
    void anUnknownCriterionIsToldWithWhatThereIs(String written, String fix) {
        assertThat(issues(small("onlyCriteria: ['" + written + "']")))
                .extracting(Issue::code, Issue::fix)
                .containsExactly(tuple("SOC2-G004", fix));
    }

    @Test
    void aCriterionOfACategoryThatIsNotExaminedIsOutOfScope() {
        List<Issue> issues = issues(small("onlyCriteria: [A1.1]", "notRelevant: [{criterion: P6.7, reason: r}]"));

        assertThat(issues)
                .extracting(issue -> issue.location().line() + " " + issue.what() + "; " + issue.fix())
                .containsExactly(
                        "7 criterion A1.1 is not in scope: it belongs to AVAILABILITY; add AVAILABILITY to"
                                + " 'categories', or leave A1.1 out",
                        "8 criterion P6.7 is not in scope: it belongs to PRIVACY; add PRIVACY to 'categories', or"
                                + " leave P6.7 out");
        assertThat(brief(small("categories: [AVAILABILITY]", "onlyCriteria: [A1.1]")))
                .isEmpty();
    }

    @Test
    void aNotRelevantCriterionHasAReason() {
        assertThat(brief(small("notRelevant: [{criterion: CC8.1}]"))).containsExactly("SOC2-D020 7:15");
        assertThat(brief(small("notRelevant: [{criterion: CC8.1, reason: ''}]")))
                .containsExactly("SOC2-D025 7:42");
    }

    @ParameterizedTest
    @ValueSource(strings = {"period", "asOf", "type", "packs", "engagement", "organization"})
    void whatMustBeThereIsMissed(String field) {
        String text =
                SMALL.lines().filter(line -> !line.startsWith(field + ":")).collect(Collectors.joining("\n"));

        assertThat(issues(text))
                .extracting(Issue::code, Issue::what)
                .containsExactly(tuple("SOC2-D020", "the field '" + field + "' is missing"));
    }

    @Test
    void eachTypeHasItsOwnFields() {
        assertThat(brief(small("asOfDate: 2025-06-30", "zone: UTC")))
                .containsExactly("SOC2-G006 7:11", "SOC2-G006 8:7");
        assertThat(brief(SMALL.replace("TYPE_II", "TYPE_I")))
                .containsExactly("SOC2-D020 1:1", "SOC2-D020 1:1", "SOC2-G006 4:9");
        assertThat(
                        brief(
                                small(
                                        "subserviceOrganizations:",
                                        "- {name: C, services: s, method: INCLUSIVE, report: {type: TYPE_I, asOfDate: 2025-02-28, to: 2025-03-01}}")))
                .containsExactly("SOC2-G006 8:94");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{from: 2025-06-30, to: 2025-01-01, zone: UTC}",
                "{from: 1899-12-31, to: 1900-12-31, zone: UTC}",
                "{from: 2025-01-01, to: 2201-01-01, zone: UTC}",
                "{from: 2025-02-29, to: 2025-06-30, zone: UTC}",
                "{from: 2025-01-01T00:00:00Z, to: 2025-06-30, zone: UTC}",
                "{from: 2025-01-01, to: 2025-06-30, zone: Mars/Olympus}",
                "{from: 2025-01-01, to: 2025-06-30}",
                "{from: 2025-01-01, to: 2025-06-30, zone: UTC, until: x}",
                "2025"
            })
    void aPeriodThatIsNoneIsRefused(String period) {
        assertThat(issues(SMALL.replace("{from: 2025-01-01, to: 2025-06-30, zone: UTC}", period)))
                .hasSize(1)
                .allMatch(issue -> issue.location().line() == 4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{policy: TOLERANCE}",
                "TOLERANCE",
                "{policy: TOLERANCE, rate: 1}",
                "{policy: TOLERANCE, rate: -0.01}",
                "{policy: TOLERANCE, rate: '100%'}",
                "{policy: TOLERANCE, rate: '2.5'}",
                "{policy: TOLERANCE, rate: '1e-3%'}",
                "{policy: TOLERANCE, rate: [1]}",
                "{policy: CENSUS, rate: 0.05}",
                "{policy: STRICT, rate: '5%'}",
                "{rate: 0.05}",
                "LENIENT",
                "5"
            })
    void aPolicyThatIsNoneIsRefused(String policy) {
        assertThat(issues(small("deviationPolicy: " + policy))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "17:00-09:00",
                "09:00-09:00",
                "9:00-17:00",
                "09:00-24:00",
                "09:60-17:00",
                "09:00",
                "09.00-17.00",
                "09:00-17:00 ",
                "' 09:00-17:00'",
                "٠٩:٠٠-١٧:٠٠"
            })
    void hoursThatAreNoneAreRefused(String hours) {
        String quoted = hours.contains("'") ? hours : "'" + hours + "'";

        assertThat(issues(small("calendars: {c: {zone: UTC, hours: " + quoted + ", days: MON-FRI}}")))
                .extracting(Issue::code)
                .containsExactly("SOC2-G012");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "MON-", "-FRI", "MON-FRI-SUN", "MO", "WORKDAYS", "'MON,TUE'", "''"})
    void daysThatAreNoneAreRefused(String days) {
        assertThat(issues(small("calendars: {c: {zone: UTC, hours: 09:00-17:00, days: " + days + "}}")))
                .extracting(Issue::code)
                .containsExactly("SOC2-G013");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/etc/passwd",
                "../secrets.csv",
                "a/../../b.csv",
                "a/b/../../../c.csv",
                "..",
                "C:/evidence.csv",
                "c:evidence.csv",
                "a\\b.csv",
                "\\\\server\\share",
                "~/evidence",
                "~root/x"
            })
    void aPathThatLeavesTheFolderIsRefused(String path) {
        String quoted = "'" + path + "'";

        assertThat(brief(small("identities: " + quoted))).containsExactly("SOC2-G014 7:13");
        assertThat(brief(small("evidence: [{format: CSV, path: " + quoted + "}]")))
                .containsExactly("SOC2-G014 7:32");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.csv", "a/b.csv", "./a.csv", "a/../b.csv", "a b/ü.csv", "..a/b..csv", "...", "a//b"})
    void aPathInsideTheFolderIsRead(String path) {
        assertThat(EngagementTexts.read(small("identities: '" + path + "'")).identities())
                .contains(path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../packs/acme.yaml", "/packs/acme.yaml", "'C:/acme.yml'", "'soc2 starter'", "''", "1"})
    void aPackThatIsNeitherAnIdNorAPathIsRefused(String pack) {
        assertThat(issues(SMALL.replace("[soc2-starter]", "[" + pack + "]"))).hasSize(1);
    }

    @Test
    void packsAreNeitherNoneNorTwice() {
        assertThat(brief(SMALL.replace("[soc2-starter]", "[]"))).containsExactly("SOC2-G008 6:8");
        assertThat(brief(SMALL.replace("[soc2-starter]", "[a, b, a]"))).containsExactly("SOC2-G007 6:15");
    }

    @Test
    void onlyABridgeNeedsABank() {
        assertThat(
                        brief(
                                small(
                                        "subserviceOrganizations:",
                                        "- {name: C, services: s, method: CARVE_OUT, bridgeLetter: {from: 2025-01-01, to: 2025-03-31}}")))
                .containsExactly("SOC2-G015 8:59");
        assertThat(brief(small("subserviceOrganizations:", "- {name: C, services: s, method: CARVE_OUT}")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-1000000000-01-01T00:00:00Z",
                "1699-12-31T23:59:59Z",
                "2250-01-01T00:00:00Z",
                "9999-12-31T00:00:00Z"
            })
    void aTimeThatNoRecordMayCarryIsRefused(String time) {
        assertThat(issues(SMALL.replace("2025-07-31T00:00:00Z", time))).hasSize(1);
        assertThat(issues(small("knownAt: " + time))).hasSize(1);
    }

    @Test
    void aDateFarAwayIsRefusedForATypeOneToo() {
        String text = SMALL.replace("TYPE_II", "TYPE_I")
                .replace(
                        "period: {from: 2025-01-01, to: 2025-06-30, zone: UTC}",
                        "asOfDate: +999999999-12-31\nzone: UTC");

        assertThat(brief(text)).containsExactly("SOC2-D026 1:1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "overrides: {}",
                "overrides: {A: {}}",
                "overrides: {A: {tests: {T1: {}}}}",
                "overrides: {A: {tests: {T1: {limit: }}}}",
                "overrides: {A: {tests: {T1: 5}}}",
                "overrides: {'': {tests: {T1: {limit: x}}}}",
                "overrides: {A: {test: {T1: {limit: x}}, tests: {T1: {limit: x}}}}",
                "overrides: [IAM-03]"
            })
    void overridesThatSayNothingAreRefused(String overrides) {
        assertThat(issues(small(overrides))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "description: {DC3: {}}",
                "description: {DC3: {people: ''}}",
                "description: {DC3: [a]}",
                "description: {dc3: x}",
                "description: text",
                "identities: {ann: ''}",
                "identities: {'': ann}",
                "identities: [ann]",
                "identities: ''",
                "evidence: evidence",
                "evidence: [evidence]",
                "evidence: [{format: CSV}]",
                "evidence: [{format: CSV, path: a.csv, zone: }]",
                "userEntityControls: [{id: '', text: t}]",
                "commitments: [{id: A, text: t, criterion: CC6.1}]",
                "system: 5",
                "system:"
            })
    void otherNonsenseIsRefusedOnce(String line) {
        assertThat(issues(small(line))).hasSize(1);
    }

    @Test
    void hostileDocumentsAreRefusedAsDocuments() {
        for (String text : List.of("", "[]", "engagement: !!java.lang.Runtime x", "a: &a [*a]", "\u0000")) {
            assertThatThrownBy(() -> EngagementTexts.read(text)).isInstanceOf(DocumentException.class);
        }
    }
}
