package dev.soc2.model.document.tree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.model.issue.Location;
import dev.soc2.model.issue.Soc2Exception;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Laws of reading: what was written is read, everything stands where its place says, and nothing escapes. */
class DocumentProperties {

    @Property(tries = 300)
    void jsonReadsBackEqual(@ForAll("trees") Object tree, @ForAll("gaps") String gap) {
        assertThat(Reading.plain(Reading.json(PlainJson.of(tree, gap)))).isEqualTo(tree);
    }

    /** JSON texts are YAML texts but for control characters; other gaps than blanks are a matter of indents. */
    @Property(tries = 200)
    void yamlReadsJsonAlike(@ForAll("trees") Object tree) {
        // Taking these characters out may leave a field twice, of which both readers keep the first.
        byte[] document = PlainJson.of(tree, " ")
                .replaceAll("[\\x7F-\\x84\\x86-\\x9F]", "")
                .getBytes(StandardCharsets.UTF_8);

        Node yaml =
                Documents.readYaml("d", document, Reading.LIMITS, new Faults()).orElseThrow();
        Node json =
                Documents.readJson("d", document, Reading.LIMITS, new Faults()).orElseThrow();

        assertThat(Reading.plain(yaml)).isEqualTo(Reading.plain(json));
    }

    @Property(tries = 200)
    void placesPointAtTheTextOfTheValue(@ForAll("trees") Object tree, @ForAll("gaps") String gap) {
        String document = PlainJson.of(tree, gap);

        assertPlaces(Reading.json(document), document.split("\n", -1));
    }

    private static void assertPlaces(Node node, String[] lines) {
        String there = from(lines, node.location());
        if (node instanceof MapNode map) {
            assertThat(there).startsWith("{");
            map.entries().values().forEach(entry -> {
                assertThat(from(lines, entry.key().location())).startsWith("\"");
                assertPlaces(entry.value(), lines);
            });
        } else if (node instanceof ListNode list) {
            assertThat(there).startsWith("[");
            list.items().forEach(item -> assertPlaces(item, lines));
        } else if (node instanceof TextNode text) {
            assertThat(there).startsWith(PlainJson.quoted(text.value()));
            assertCharacters(text, lines);
        } else {
            assertThat(there).startsWith(node.toString());
        }
    }

    private static void assertCharacters(TextNode text, String[] lines) {
        int[] points = text.value().codePoints().toArray();
        for (int i = 0; i < points.length; i++) {
            String there = from(lines, text.locate(i));
            assertThat(there.startsWith("\\") || there.codePointAt(0) == points[i])
                    .isTrue();
        }
    }

    private static String from(String[] lines, Location place) {
        String line = lines[place.line() - 1];
        return line.substring(line.offsetByCodePoints(0, place.column() - 1));
    }

    @Property(tries = 500)
    void charactersOfYamlTextsStandWhereTheyAreWritten(@ForAll("yamlTexts") String written) {
        String document = "a:\n  b: " + written + "\n  c: d\n";
        Node root;
        try {
            root = Reading.yaml(document);
        } catch (Soc2Exception e) {
            return; // not every mixture of lines is YAML
        }
        if (!(Reading.in(root, "a", "b") instanceof TextNode text)) {
            return; // nothing but blanks is no text
        }
        TextTrace trace = TextTrace.of(text);
        for (int i = 0; i < text.value().length(); i++) {
            char c = text.value().charAt(i);
            boolean blank = c == ' ' || c == '\n' || c == '\t';
            assertThat(blank || document.charAt(trace.at(i)) == c).isTrue();
            assertThat(i == 0 || trace.at(i) > trace.at(i - 1)).isTrue();
        }
    }

    @Property(tries = 2000)
    void anyBytesGiveANodeOrFaultsWithACode(@ForAll byte[] bytes, @ForAll boolean json) {
        Faults faults = new Faults();

        boolean read = Documents.read(json ? "d.json" : "d.yaml", bytes, Reading.LIMITS, faults)
                .isPresent();

        assertThat(read || !faults.isEmpty()).isTrue();
    }

    @Property(tries = 2000)
    void anyTextOfSignsGivesANodeOrFaultsWithACode(@ForAll("signs") String text, @ForAll boolean json) {
        Faults faults = new Faults();

        boolean read = Documents.read(
                        json ? "d.json" : "d.yaml", text.getBytes(StandardCharsets.UTF_8), Reading.LIMITS, faults)
                .isPresent();

        assertThat(read || !faults.isEmpty()).isTrue();
        assertThat(faults.issues())
                .allSatisfy(issue -> assertThat(issue.location().line()).isPositive());
    }

    @Provide
    Arbitrary<String> gaps() {
        return Arbitraries.of("", " ", "\n", " \n\t");
    }

    @Provide
    Arbitrary<String> signs() {
        return Arbitraries.of(
                        "{",
                        "}",
                        "[",
                        "]",
                        ":",
                        ": ",
                        ",",
                        "- ",
                        "? ",
                        "\n",
                        "\n  ",
                        "\n    ",
                        "\"",
                        "'",
                        "\\",
                        "\\u12",
                        "#",
                        " ",
                        "\t",
                        "&a ",
                        "*a",
                        "!!str ",
                        "!",
                        "|",
                        ">",
                        "%",
                        "---",
                        "...",
                        "<<",
                        "a",
                        "b",
                        "1",
                        "-1e5",
                        "true",
                        "null",
                        "\u00e9",
                        "\uD83D\uDE00",
                        "\uFEFF",
                        "\u0085",
                        "\u2028",
                        "\r",
                        "\0")
                .list()
                .ofMaxSize(25)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<String> yamlTexts() {
        Arbitrary<String> style = Arbitraries.of("|", ">", "|-", ">-", "|+", ">+", "'", "\"", "");
        Arbitrary<List<String>> lines = Arbitraries.of(
                        "", "", "x", "yy z", "  more", "\tq", "u  ", "\u00e9\uD83D\uDE00", "''", "--", " ")
                .list()
                .ofMinSize(1)
                .ofMaxSize(7);
        return net.jqwik.api.Combinators.combine(style, lines).as(DocumentProperties::written);
    }

    private static String written(String style, List<String> lines) {
        String body = String.join("\n     ", lines);
        boolean block = style.startsWith("|") || style.startsWith(">");
        return block ? style + "\n     " + body : style + (style.equals("\"") ? body.replace("'", "\\") : body) + style;
    }

    @Provide
    Arbitrary<Object> trees() {
        Arbitrary<String> texts = Arbitraries.strings()
                .all()
                .excludeChars('\uFFFE', '\uFFFF')
                .ofMaxLength(12)
                .map(DocumentProperties::whole);
        Arbitrary<Object> leaves = Arbitraries.oneOf(
                texts.map(t -> (Object) t),
                Arbitraries.bigDecimals()
                        .between(new BigDecimal("-1e30"), new BigDecimal("1e30"))
                        .ofScale(9),
                Arbitraries.of(true, false));
        return Arbitraries.recursive(
                () -> leaves,
                inner -> Arbitraries.oneOf(
                        inner,
                        inner.list().ofMaxSize(4).map(list -> (Object) list),
                        Arbitraries.maps(texts, inner).ofMaxSize(4).map(map -> (Object) Map.copyOf(map))),
                0,
                3);
    }

    /** Pairs of surrogates stay, halves go. */
    private static String whole(String any) {
        return new String(any.codePoints().filter(c -> c < 0xD800 || c > 0xDFFF).toArray(), 0, (int)
                any.codePoints().filter(c -> c < 0xD800 || c > 0xDFFF).count());
    }
}
