package dev.soc2.model.document.tree;

import static dev.soc2.model.document.tree.Reading.at;
import static dev.soc2.model.document.tree.Reading.in;
import static dev.soc2.model.document.tree.Reading.plain;
import static dev.soc2.model.document.tree.Reading.yaml;
import static dev.soc2.model.document.tree.Reading.yamlFaults;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The core schema (YAML 1.2.2, section 10.3) and places of whole values. */
class YamlReaderTest {

    private static final String PACK = """
            # a pack
            controls:
              - id: IAM-03
                tests:
                - {id: T1, limit: 24}
                - id: "T2"
                  limit: !!int &l 0x1F
              -
            "\u00e9\uD83D\uDE00": yes
            7: *l
            """;

    @ParameterizedTest
    @ValueSource(strings = {"NO", "yes", "off", "y", "2025-01-01", "2025-01-01T00:00:00Z", "12:30:45", "09:00-17:00", "--04",
            "1.2.0", "1_000", "0b11", "0o8", "0x", "-0x1F", "1e", "+", ".", "tRUE", "nULL", "1.5e+", "24h", "99.9%", "'5'"})
    void staysText(String written) {
        assertThat(in(yaml("a: " + written), "a")).isInstanceOf(TextNode.class);
    }

    @ParameterizedTest
    @CsvSource({"0,0", "007,7", "-19,-19", "+12,12", "0o7,7", "0o14,12", "0x1F,31", "1.50,1.50", ".5,0.5", "5.,5", "-1.5e3,-1.5E+3",
            "12e03,1.2E+4", "1e-400,1E-400"})
    void isAnExactNumber(String written, String value) {
        NumberNode number = (NumberNode) in(yaml("a: " + written), "a");

        assertThat(number.value()).isEqualTo(new java.math.BigDecimal(value));
        assertThat(number.written()).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {".inf", "-.INF", "+.Inf", ".nan", ".NaN", ".NAN", "1e401", "1e-99999999999"})
    void isNoNumberToCountWith(String written) {
        assertThat(yamlFaults("a: " + written)).extracting(Reading::brief).containsExactly("SOC2-D008 1:4");
    }

    @Test
    void flagsAndNullsAreThoseOfTheCoreSchema() {
        assertThat(plain(yaml("[true, True, TRUE, false, False, FALSE]")))
                .isEqualTo(List.of(true, true, true, false, false, false));
        assertThat(((ListNode) yaml("- null\n- Null\n- NULL\n- ~\n-\n")).items())
                .hasSize(5)
                .allMatch(NullNode.class::isInstance);
    }

    @Test
    void tagsOfTheCoreSchemaSayWhatAValueIs() {
        assertThat(plain(yaml("{a: !!str 5, b: ! 5, c: !!int '5', d: !!float 5, e: !!bool 'true', f: !!seq [], g: !!map {}}")))
                .isEqualTo(Map.of("a", "5", "b", "5", "c", new java.math.BigDecimal(5), "d", new java.math.BigDecimal(5),
                        "e", true, "f", List.of(), "g", Map.of()));
    }

    @Test
    void everyValueKnowsLineColumnAndPath() {
        Node root = yaml(PACK);

        assertThat(at(root.location())).isEqualTo("2:1");
        assertThat(at(in(root, "controls").location())).isEqualTo("3:3");
        assertThat(at(in(root, "controls", 0).location())).isEqualTo("3:5");
        assertThat(at(in(root, "controls", 0, "tests", 0).location())).isEqualTo("5:7");
        // "    - {id: T1, limit: 24}": the brace in column 7, the 24 in columns 23 and 24.
        assertThat(at(in(root, "controls", 0, "tests", 0, "limit").location())).isEqualTo("5:23");
        assertThat(at(in(root, "controls", 0, "tests", 1, "id").location())).isEqualTo("6:11");
        // "      limit: !!int &l 0x1F": the value itself, behind its tag and anchor.
        Node limit = in(root, "controls", 0, "tests", 1, "limit");
        assertThat(at(limit.location())).isEqualTo("7:23");
        assertThat(limit.location().path()).isEqualTo("controls[0].tests[1].limit");
        assertThat(limit.excerpt().render()).endsWith("\n  | " + " ".repeat(22) + "^^^^");
    }

    @Test
    void columnsCountCharactersAndKeysHavePlaces() {
        MapNode root = (MapNode) yaml(PACK);

        // Line 9: the name of two characters in quotes takes columns 1 to 4, then a colon and a blank.
        MapNode.Entry entry = root.entries().get("\u00e9\uD83D\uDE00");
        assertThat(at(entry.key().location())).isEqualTo("9:1");
        assertThat(at(entry.key().locate(1))).isEqualTo("9:3");
        assertThat(at(entry.value().location())).isEqualTo("9:7");
        assertThat(at(root.entries().get("7").key().location())).isEqualTo("10:1");
    }

    @Test
    void anAliasIsTheValueThatItRepeats() {
        Node root = yaml(PACK);

        assertThat(in(root, "7")).isSameAs(in(root, "controls", 0, "tests", 1, "limit"));
    }

    @Test
    void lineEndsOfEverySystemCountOnce() {
        assertThat(at(in(yaml("a: 1\r\nb: 2\rc: 3\nd: 4"), "d").location())).isEqualTo("4:4");
    }

    @Test
    void anExcerptUnderlinesTheFirstLineOfABlock() {
        assertThat(in(yaml(PACK), "controls", 0).excerpt().render()).isEqualTo("  |   - id: IAM-03\n  |     ^^^^^^^^^^");
    }
}
