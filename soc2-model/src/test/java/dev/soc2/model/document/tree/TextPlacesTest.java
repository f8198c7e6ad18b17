package dev.soc2.model.document.tree;

import static dev.soc2.model.document.tree.Reading.at;
import static dev.soc2.model.document.tree.Reading.json;
import static dev.soc2.model.document.tree.Reading.text;
import static dev.soc2.model.document.tree.Reading.yaml;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Where the characters of a text stand, by hand for each style; the fault is always the word {@code bad}. */
class TextPlacesTest {

    @Test
    void plain() {
        assertBad(yaml("where: x == bad\n"), "1:13", """
              | where: x == bad
              |             ^^^""");
    }

    @Test
    void plainOverSeveralLines() {
        assertBad(yaml("where:   x ==\n\n   1 &&  \n   bad  # why\n"), "4:4", """
              |    bad  # why
              |    ^^^""");
    }

    @Test
    void singleQuoted() {
        // Two quotes stand for one.
        assertBad(yaml("where: 'x == ''a'' && bad'\n"), "1:23", """
              | where: 'x == ''a'' && bad'
              |                       ^^^""");
    }

    @Test
    void doubleQuotedWithEscapes() {
        assertBad(yaml("where: \"\\\"\\x41\\u00e9\\U0001F600\\\" == bad\"\n"), "1:37", """
              | where: "\\"\\x41\\u00e9\\U0001F600\\" == bad"
              |                                     ^^^""");
    }

    @Test
    void doubleQuotedOverSeveralLines() {
        // A line end is a blank, an empty line a line feed, and a backslash before the line end takes it away.
        assertBad(yaml("where: \"a  \n\n  b \\\n   c\n  bad\"\n"), "5:3", """
              |   bad"
              |   ^^^""");
    }

    @Test
    void literal() {
        assertBad(yaml("where: |  # an expression\n\n    x ==\n      y &&\n    \uD83D\uDE00 bad\nz: 1\n"), "5:7", """
              |     \uD83D\uDE00 bad
              |       ^^^""");
    }

    @Test
    void literalWithItsIndentGiven() {
        assertBad(yaml("where: |2-\n    x\n   bad\n"), "3:4", """
              |    bad
              |    ^^^""");
    }

    @Test
    void folded() {
        assertBad(yaml("where: >-\n  a\n  b\n\n  c\n    more\n  d\n  bad e\n"), "8:3", """
              |   bad e
              |   ^^^""");
    }

    @Test
    void behindATagAndAnAnchor() {
        assertBad(yaml("where: !!str &w  # why\n  'bad'\n"), "2:4", """
              |   'bad'
              |    ^^^""");
    }

    @Test
    void jsonWithEscapes() {
        assertBad(json("{\"where\": \"\\n\\u00e9\\uD83D\\uDE00\uD83D\uDE00 bad\"}"), "1:34", """
              | {"where": "\\n\\u00e9\\uD83D\\uDE00\uD83D\uDE00 bad"}
              |                                  ^^^""");
    }

    @Test
    void theEndOfATextIsBehindItsLastCharacter() {
        assertThat(at(text(json("[\"ab\"]"), 0).locate(2))).isEqualTo("1:5");
        assertThat(at(text(yaml("- ab"), 0).locate(2))).isEqualTo("1:5");
        assertThat(at(text(json("[\"\"]"), 0).locate(0))).isEqualTo("1:3");
        assertThatThrownBy(() -> text(json("[\"ab\"]"), 0).locate(3)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void anEscapeIsUnderlinedAsAWhole() {
        assertThat(text(json("[\"a\\u00e9b\"]"), 0).excerpt(1, 1).render())
                .isEqualTo("  | [\"a\\u00e9b\"]\n  |    ^^^^^^");
    }

    @Test
    void aPartOverSeveralLinesIsUnderlinedInItsFirst() {
        assertThat(text(yaml("- >\n  one\n  two\n"), 0).excerpt(0, 7).render()).endsWith("|   one\n  |   ^^^");
    }

    @Test
    void aWholeTextIsUnderlinedWithItsQuotes() {
        assertThat(text(yaml("a: 'b''c' # d"), "a").excerpt().render()).endsWith("\n  |    ^^^^^^");
        assertThat(text(yaml("a: b c  # d"), "a").excerpt().render()).endsWith("\n  |    ^^^");
    }

    private static void assertBad(Node root, String place, String excerpt) {
        TextNode text = text(root, "where");
        int bad = text.value().codePointCount(0, text.value().indexOf("bad"));

        assertThat(at(text.locate(bad))).isEqualTo(place);
        assertThat(text.excerpt(bad, 3).render())
                .isEqualTo("  " + excerpt.strip().replace("\n|", "\n  |"));
        assertThat(text.locate(bad).path()).isEqualTo("where");
    }
}
