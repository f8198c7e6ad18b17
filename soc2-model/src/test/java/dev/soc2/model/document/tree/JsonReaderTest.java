package dev.soc2.model.document.tree;

import static dev.soc2.model.document.tree.Reading.at;
import static dev.soc2.model.document.tree.Reading.in;
import static dev.soc2.model.document.tree.Reading.json;
import static dev.soc2.model.document.tree.Reading.jsonFaults;
import static dev.soc2.model.document.tree.Reading.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.soc2.model.issue.Issue;
import dev.soc2.model.issue.Soc2Exception;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonReaderTest {

    private static final String CONTROLS = """
            {
              "controls": [
                {"id": "IAM-03", "tests": [{"limit": 1.50}, {"limit": true}]},
                null
              ],
              "CC6.1": "\u00e9\uD83D\uDE00", "after": -0
            }
            """;

    @Test
    void everyValueKnowsLineColumnAndPath() {
        Node root = json(CONTROLS);

        Node limit = in(root, "controls", 0, "tests", 1, "limit");
        assertThat(at(root.location())).isEqualTo("1:1");
        assertThat(at(in(root, "controls").location())).isEqualTo("2:15");
        assertThat(at(limit.location())).isEqualTo("3:59");
        assertThat(limit.location().path()).isEqualTo("controls[0].tests[1].limit");
        assertThat(at(in(root, "controls", 1).location())).isEqualTo("4:5");
    }

    @Test
    void columnsCountCharactersNotBytesOrUtf16() {
        Node root = json(CONTROLS);

        // Line 6: two blanks, "CC6.1": in columns 3 to 10, a blank, the text of two characters in quotes from 12 to 15.
        assertThat(at(in(root, "CC6.1").location())).isEqualTo("6:12");
        assertThat(in(root, "CC6.1").location().path()).isEqualTo("[\"CC6.1\"]");
        assertThat(at(text(root, "CC6.1").locate(1))).isEqualTo("6:14");
        assertThat(at(((MapNode) root).entries().get("after").key().location())).isEqualTo("6:18");
        assertThat(at(in(root, "after").location())).isEqualTo("6:27");
    }

    @Test
    void numbersAreExactAndKeepWhatWasWritten() {
        NumberNode number = (NumberNode) in(json(CONTROLS), "controls", 0, "tests", 0, "limit");

        assertThat(number.value().toString()).isEqualTo("1.50");
        assertThat(number.written()).isEqualTo("1.50");
        assertThat(((NumberNode) in(json("[1E+400]"), 0)).written()).isEqualTo("1E+400");
    }

    @Test
    void placesHoldBeyondTheBufferOfTheParser() {
        // 20,000 lines of 8 bytes are more than any buffer in between.
        String document = "[\n" + "\"a\uD83D\uDE00\",\n".repeat(20_000) + "\"end\"]";

        Node root = json(document);

        assertThat(at(in(root, 20_000).location())).isEqualTo("20002:1");
        assertThat(at(text(root, 19_999).locate(2))).isEqualTo("20001:4");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\": 1, /* x */ \"b\": 2}   | 1:10 | leave comments out",
                "{\"a\": 1,}                    | 1:9  | leave out the comma before '}'",
                "[1, 2,]                        | 1:7  | leave out the comma before ']'",
                "{'a': 1}                       | 1:2  | double quotes",
                "{a: 1}                         | 1:2  | double quotes",
                "[True]                         | 1:2  | the only bare words are true, false and null",
                "{\"a\" 1}                      | 1:6  | JSON",
                "[1 2]                          | 1:4  | JSON",
                "{\"a\": [1, {\"b\": 2}        | 1:19 | close what is opened in line 1, column 7",
                "\"a                            | 1:3  | complete the value"
            })
    void aSyntaxErrorIsTheOnlyFaultAndHasAPlaceAndAHint(String document, String place, String fix) {
        assertThat(jsonFaults(document)).singleElement().satisfies(issue -> {
            assertThat(issue.code()).isEqualTo("SOC2-D001");
            assertThat(at(issue.location())).isEqualTo(place);
            assertThat(issue.fix()).contains(fix);
        });
    }

    @Test
    void aSyntaxErrorSilencesWhatWasFoundBeforeIt() {
        assertThat(jsonFaults("{\"a\":1,\"a\":2,")).extracting(Reading::brief).containsExactly("SOC2-D001 1:14");
    }

    @Test
    void fieldsThatStandTwiceAreAllToldWithBothPlaces() {
        assertThat(jsonFaults("{\"a\":1,\n \"a\":{\"b\":1,\n \"\\u0062\":2},\"a\":3}"))
                .extracting(issue -> Reading.brief(issue) + " " + issue.what())
                .containsExactly(
                        "SOC2-D006 2:2 the field 'a' stands twice, first in line 1, column 2",
                        "SOC2-D006 3:2 the field 'b' stands twice, first in line 2, column 7",
                        "SOC2-D006 3:14 the field 'a' stands twice, first in line 1, column 2");
    }

    @Test
    void aDocumentWithAFieldTwiceCanStillBeReadOn() {
        Faults faults = new Faults();

        Node root = Documents.readJson(
                        "d.json", "{\"a\":1,\"a\":2}".getBytes(StandardCharsets.UTF_8), Reading.LIMITS, faults)
                .orElseThrow();

        assertThat(((NumberNode) in(root, "a")).written()).isEqualTo("1");
        assertThat(faults.isEmpty()).isFalse();
    }

    @Test
    void emptyAndTrailingContentAreRefused() {
        assertThat(jsonFaults("")).extracting(Reading::brief).containsExactly("SOC2-D003 1:1");
        assertThat(jsonFaults(" \n ")).extracting(Reading::brief).containsExactly("SOC2-D003 1:1");
        assertThat(jsonFaults("{}\n{}")).extracting(Reading::brief).containsExactly("SOC2-D004 2:1");
    }

    @Test
    void badEncodingTellsLineColumnAndByte() {
        byte[] latin1 = "{\n \"\u00e4\": 1}".getBytes(StandardCharsets.ISO_8859_1);
        byte[] mixed = ("{\n \"\u00fc\": \"" + "x").getBytes(StandardCharsets.UTF_8);
        mixed[mixed.length - 1] = (byte) 0xFC;

        assertThat(jsonFaults(latin1, Reading.LIMITS)).singleElement().satisfies(issue -> {
            assertThat(at(issue.location())).isEqualTo("2:3");
            assertThat(issue.what()).isEqualTo("byte 0xE4 at offset 4 does not fit into UTF-8");
        });
        // {, line feed, blank, quote, two bytes of u umlaut, quote, colon, blank, quote: the bad byte is at offset 10.
        assertThat(jsonFaults(mixed, Reading.LIMITS)).singleElement().satisfies(issue -> {
            assertThat(at(issue.location())).isEqualTo("2:8");
            assertThat(issue.what()).contains("0xFC at offset 10");
        });
    }

    @Test
    void eachLimitIsToldWithItsFigure() {
        DocumentLimits small = new DocumentLimits(40, 2, 5, 6, 3, 0);

        assertThat(whats("[\"seven77\"]", small)).containsExactly("a text has 7 characters, and 6 are the most");
        assertThat(whats("{\"four\":1}", small))
                .containsExactly("the name of a field has 4 characters, and 3 are the most");
        assertThat(whats("[[[]]]", small)).containsExactly("lists and maps are nested deeper than 2");
        assertThat(whats("[1,2,3,4,5]", small)).containsExactly("the document has more than 5 values");
        assertThat(whats(" ".repeat(41), small)).containsExactly("the document has more than 40 bytes");
        assertThat(whats("[\"sixsix\",[1,2]]", small)).isEmpty();
    }

    @Test
    void aStreamIsReadNoFurtherThanItsLimit() {
        ByteArrayInputStream endless = new ByteArrayInputStream(new byte[1_000]);

        assertThatThrownBy(() -> Documents.readJson("d.json", endless, Reading.LIMITS.withBytes(10)))
                .isInstanceOf(Soc2Exception.class)
                .hasMessageContaining("more than 10 bytes");
        assertThat(endless.available()).isEqualTo(989);
    }

    @Test
    void theNameTellsTheFormat() {
        byte[] both = "[1]".getBytes(StandardCharsets.UTF_8);

        assertThat(Documents.read("a.JSON", both, Reading.LIMITS)).isInstanceOf(ListNode.class);
        assertThat(Documents.read("a.yml", both, Reading.LIMITS)).isInstanceOf(ListNode.class);
        assertThatThrownBy(() -> Documents.read("a.txt", both, Reading.LIMITS))
                .hasMessageStartingWith("a.txt: SOC2-D014");
    }

    @Test
    void anExcerptOfALongLineShowsThePartAroundTheFault() {
        String document = "[" + "1,".repeat(400_000) + "\"\\uD800\"]";

        assertThat(jsonFaults(document)).singleElement().satisfies(issue -> {
            assertThat(issue.location().column()).isEqualTo(800_003);
            assertThat(issue.excerpt().text()).endsWith("1,\"\\uD800\"]").hasSizeLessThan(300);
            assertThat(issue.excerpt().text().substring(issue.excerpt().start()))
                    .startsWith("\\uD800");
            assertThat(issue.excerpt().length()).isEqualTo(6);
        });
    }

    private static List<String> whats(String document, DocumentLimits limits) {
        return jsonFaults(document.getBytes(StandardCharsets.UTF_8), limits).stream()
                .map(issue -> {
                    assertThat(issue.code()).isEqualTo("SOC2-D005");
                    return issue.what();
                })
                .toList();
    }

    @Test
    void digitsOfOtherScriptsAreNoneInAnEscape() {
        // U+0334 ends in the byte 34, which is the digit 4; U+FF10 is a zero that is as wide as a letter.
        for (String text : List.of(
                "[\"\\u00\u033481\"]", "{\"\\u00\u033481\": 1}", "[\"\\u\uFF10041\"]", "[\"\\\\\\u\uFF10041\"]")) {
            assertThat(jsonFaults(text)).extracting(Issue::code).containsExactly("SOC2-D001");
        }
        assertThat(jsonFaults("[\"\\\\u\uFF10041\"]")).isEmpty();
    }
}
