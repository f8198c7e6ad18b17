package dev.soc2.model.document.tree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.model.issue.Issue;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FieldsTest {

    enum ReportType {
        TYPE_I,
        TYPE_II
    }

    /** What the binder below makes of a document. */
    record Bound(
            Optional<String> id,
            Optional<ReportType> type,
            Optional<LocalDate> from,
            Optional<Instant> asOf,
            Optional<ZoneId> zone,
            Optional<BigDecimal> rate,
            Optional<Integer> size,
            Optional<Boolean> key,
            Optional<List<String>> criteria,
            Optional<List<String>> tests,
            Optional<Map<String, Integer>> counts) {}

    private static Optional<Bound> bind(Fields f) {
        return Optional.of(new Bound(
                f.required("id").text(),
                f.required("type").oneOf(ReportType.class),
                f.optional("from").date(),
                f.optional("asOf").instant(),
                f.optional("zone").zone(),
                f.optional("rate").decimal(),
                f.optional("size").integer(),
                f.optional("key").flag(),
                f.optional("criteria").oneOrMany(Value::text),
                f.required("tests")
                        .list(v -> v.map(test -> test.required("procedure").text())),
                f.optional("counts").entries((name, v) -> v.integer())));
    }

    private static Bound read(String document, Faults faults) {
        return Value.of(Reading.yaml(document), faults).map(FieldsTest::bind).orElseThrow();
    }

    private static String told(Faults faults) {
        return faults.issues().stream().map(Issue::render).collect(Collectors.joining("\n"));
    }

    @Test
    void aSoundDocumentIsReadWithoutFaults() {
        Faults faults = new Faults();

        Bound bound = read("""
                id: acme
                type: type-ii
                from: 2025-01-31
                asOf: 2026-01-31T01:00:00+01:00
                zone: America/New_York
                rate: 2.50
                size: 4e1
                key: true
                criteria: CC6.1
                tests: [{procedure: INSPECTION}]
                counts: {a b: 1, c: 2}
                """, faults);

        assertThat(told(faults)).isEmpty();
        assertThat(bound)
                .isEqualTo(new Bound(
                        Optional.of("acme"),
                        Optional.of(ReportType.TYPE_II),
                        Optional.of(LocalDate.of(2025, 1, 31)),
                        Optional.of(Instant.parse("2026-01-31T00:00:00Z")),
                        Optional.of(ZoneId.of("America/New_York")),
                        Optional.of(new BigDecimal("2.50")),
                        Optional.of(40),
                        Optional.of(true),
                        Optional.of(List.of("CC6.1")),
                        Optional.of(List.of("INSPECTION")),
                        Optional.of(Map.of("a b", 1, "c", 2))));
    }

    @Test
    void oneDocumentTellsAllItsFaultsInFileOrder() {
        Faults faults = new Faults();

        Bound bound = read("""
                type: TYPE_3
                from: 2025-02-29
                asOf: 2026-01-31T01:00:00
                zone: America/New_Yrok
                rate: "2.5"
                size: 1.5
                key: yes
                criteria: [CC6.1, 7, CC6.3]
                descripton: x
                tests:
                - {procedur: a}
                - 12
                counts: {a: 99999999999}
                """, faults);

        assertThat(told(faults)).isEqualTo("""
                d.yaml:1:1: SOC2-D020: the field 'id' is missing
                  | type: TYPE_3
                  | ^^^^^^^^^^^^
                  fix: add 'id'
                d.yaml:1:7: SOC2-D024: 'type' does not know 'TYPE_3'
                  | type: TYPE_3
                  |       ^^^^^^
                  fix: use TYPE_I; allowed are TYPE_I, TYPE_II
                d.yaml:2:7: SOC2-D023: 'from' wants a day that exists
                  | from: 2025-02-29
                  |       ^^^^^^^^^^
                  fix: write the day as 2025-12-31
                d.yaml:3:7: SOC2-D023: 'asOf' wants a time with an offset, and this has none
                  | asOf: 2026-01-31T01:00:00
                  |       ^^^^^^^^^^^^^^^^^^^
                  fix: write the time in ISO-8601 with an offset, as 2025-03-01T09:30:00Z or 2025-03-01T09:30:00+01:00
                d.yaml:4:7: SOC2-D023: 'zone' wants a time zone
                  | zone: America/New_Yrok
                  |       ^^^^^^^^^^^^^^^^
                  fix: use 'America/New_York'
                d.yaml:5:7: SOC2-D022: 'rate' wants a number, and this is text
                  | rate: "2.5"
                  |       ^^^^^
                  fix: leave out the quotes
                d.yaml:6:7: SOC2-D023: 'size' wants a whole number from -2147483648 to 2147483647
                  | size: 1.5
                  |       ^^^
                  fix: write a number without a fraction
                d.yaml:7:6: SOC2-D022: 'key' wants true or false, and this is text
                  | key: yes
                  |      ^^^
                  fix: write true or false
                d.yaml:8:19: SOC2-D022: 'criteria[1]' wants text, and this is a number
                  | criteria: [CC6.1, 7, CC6.3]
                  |                   ^
                  fix: put it in quotes
                d.yaml:9:1: SOC2-D021: unknown field 'descripton'
                  | descripton: x
                  | ^^^^^^^^^^
                  fix: leave it out; known here are id, type, from, asOf, zone, rate, size, key, criteria, tests, counts
                d.yaml:11:3: SOC2-D020: the field 'procedure' is missing
                  | - {procedur: a}
                  |   ^
                  fix: add 'procedure'
                d.yaml:11:4: SOC2-D021: unknown field 'procedur'
                  | - {procedur: a}
                  |    ^^^^^^^^
                  fix: use 'procedure'
                d.yaml:12:3: SOC2-D022: 'tests[1]' wants a map, and this is a number
                  | - 12
                  |   ^^
                  fix: write a map
                d.yaml:13:13: SOC2-D023: 'counts.a' wants a whole number from -2147483648 to 2147483647
                  | counts: {a: 99999999999}
                  |             ^^^^^^^^^^^
                  fix: write a number without a fraction
                """.stripTrailing());
        assertThat(bound.criteria()).contains(List.of("CC6.1", "CC6.3"));
        assertThat(bound.tests()).isEmpty();
        assertThat(bound.size()).isEmpty();
    }

    @Test
    void aFieldThatHoldsNothingIsAFault() {
        Faults faults = new Faults();

        read("{id: ~, type: TYPE_I, tests: , from: null}", faults);

        assertThat(faults.issues())
                .extracting(issue -> issue.code() + " " + issue.what())
                .containsExactly(
                        "SOC2-D022 'id' holds nothing",
                        "SOC2-D022 'tests' holds nothing",
                        "SOC2-D022 'from' holds nothing");
    }

    @Test
    void whatIsNoMapHasOneFaultAndNoMissingFields() {
        Faults faults = new Faults();

        Fields fields = Fields.of(Reading.yaml("[1]"), faults);
        fields.required("id").text();
        fields.finish();

        assertThat(faults.issues())
                .extracting(Issue::what)
                .containsExactly("the document wants a map, and this is a list");
    }

    @Test
    void controlCharactersInATextAreAFaultAtTheirPlace() {
        Faults faults = new Faults();

        read("{id: \"a\\u0007\", type: TYPE_I, tests: []}", faults);

        assertThat(faults.issues()).singleElement().satisfies(issue -> {
            assertThat(Reading.brief(issue)).isEqualTo("SOC2-D007 1:8");
            assertThat(issue.what()).isEqualTo("'id' holds the control character U+0007");
        });
    }

    @Test
    void aTextIsParsedByWhoeverKnowsIt() {
        Faults faults = new Faults();
        Value value = Value.of(Reading.yaml("CC6"), faults);

        Optional<String> parsed = value.as(
                text -> {
                    throw new IllegalArgumentException("a criterion looks like CC6.1, got '" + text + "'");
                },
                "write it as CC6.1");

        assertThat(parsed).isEmpty();
        assertThat(told(faults))
                .contains("SOC2-D023: the document: a criterion looks like CC6.1, got 'CC6'", "fix: write it as CC6.1");
    }

    @Test
    void momentsWithoutOffsetOrTimeSayWhatIsMissing() {
        Faults faults = new Faults();

        Value.of(Reading.yaml("2025-01-01"), faults).instant();
        Value.of(Reading.yaml("2025-01-01T00:00"), faults).instant();
        Value.of(Reading.yaml("2025-13-01T00:00Z"), faults).instant();
        Value.of(Reading.yaml("2025-01-01T00:00Z"), faults).date();

        assertThat(faults.issues().stream().map(Issue::what))
                .containsExactlyInAnyOrder(
                        "the document wants a time with an offset, and this is a day",
                        "the document wants a time with an offset, and this has none",
                        "the document wants a time that exists",
                        "the document wants a day, and this is a time");
    }

    @Test
    void onlyTheLatinAlphabetHasTwoCases() {
        Faults faults = new Faults();

        // A Turkish dotless i becomes I in upper case, and is none.
        Value.of(Reading.yaml("type_\u0131"), faults).oneOf(ReportType.class);

        assertThat(faults.isEmpty()).isFalse();
    }
}
