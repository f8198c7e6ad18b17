package dev.soc2.evidence.internal.xml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.evidence.format.Rows;
import dev.soc2.evidence.internal.file.InputFile;
import dev.soc2.evidence.internal.file.ReadExport;
import dev.soc2.model.evidence.EvidenceBuilder;
import dev.soc2.model.issue.Issue;
import dev.soc2.model.issue.Location;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** Documents made up, read row by row here and as a whole by the JDK's tree builder. */
class XmlExportProperties {

    private static final List<String> PARTS = List.of(
            "text",
            " \r\n ",
            "é€😀",
            "&lt;&amp;&#x1F600;",
            "<![CDATA[<row>]] ]>]]>",
            "<!-- <row> & -->",
            "<?p <row>?>",
            "]]");

    private static Path folder;

    @BeforeContainer
    static void begin() throws IOException {
        folder = Files.createTempDirectory("xml");
    }

    @AfterContainer
    static void end() throws IOException {
        Files.deleteIfExists(folder.resolve("a.xml"));
        Files.delete(folder);
    }

    private static final class Taken implements Rows {

        final List<byte[]> rows = new ArrayList<>();
        final List<XmlElement> values = new ArrayList<>();
        final List<Issue> refused = new ArrayList<>();

        @Override
        public void take(List<EvidenceBuilder> records, Location place, byte[] raw, int from, int to) {
            throw new AssertionError("a reader of XML builds no records");
        }

        @Override
        public void refuse(List<Issue> reasons) {
            refused.add(reasons.get(0));
        }

        @Override
        public void leaveOut() {
            throw new AssertionError("a reader of XML leaves nothing out");
        }

        @Override
        public void columnsLeftOut(long count) {
            throw new AssertionError("a reader of XML knows no columns");
        }

        void row(XmlRecord record) {
            rows.add(Arrays.copyOfRange(
                    record.slice().bytes(),
                    record.slice().from(),
                    record.slice().to()));
            values.add(record.value());
        }
    }

    private static Taken read(byte[] bytes) {
        Taken taken = new Taken();
        try {
            Path path = Files.write(folder.resolve("a.xml"), bytes);
            ReadExport.of(new InputFile(path, "a.xml"), "a", Optional.empty(), count -> {})
                    .read(file -> {
                        XmlExport export = new XmlExport(file, Set.of(XmlName.of("", "row")), Set.of());
                        export.outline();
                        export.read(taken, taken::row);
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return taken;
    }

    @Provide
    Arbitrary<String> documents() {
        return element(4).map(inner -> "<?xml version='1.0'?><!-- -->\n<all>" + inner + "</all>\n<!-- -->");
    }

    private Arbitrary<String> element(int depth) {
        Arbitrary<String> leaf = Arbitraries.of(PARTS);
        if (depth == 0) {
            return leaf;
        }
        Arbitrary<String> nested =
                Arbitraries.lazy(() -> element(depth - 1)).list().ofMaxSize(4).map(parts -> String.join("", parts));
        Arbitrary<String> names = Arbitraries.of("row", "a", "row2");
        Arbitrary<String> attributes = Arbitraries.of("", " k='>'", " k=\"'/>\"", "\n k = '&gt;'", " k='é' l=\"\" ");
        Arbitrary<String> whole = Combinators.combine(names, attributes, nested)
                .as((name, attribute, inner) -> "<" + name + attribute + ">" + inner + "</" + name + " >");
        Arbitrary<String> empty =
                Combinators.combine(names, attributes).as((name, attribute) -> "<" + name + attribute + "/>");
        return Arbitraries.oneOf(whole, empty, leaf);
    }

    @Property(tries = 500)
    void rowsAreTheElementsOfTheTree(@ForAll("documents") String document) throws IOException {
        byte[] bytes = document.getBytes(StandardCharsets.UTF_8);
        Taken taken = read(bytes);
        List<Element> expected = new ArrayList<>();
        outermost(tree(bytes), expected);

        assertThat(taken.refused).isEmpty();
        assertThat(taken.rows).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            assertThat(tree(taken.rows.get(i)).isEqualNode(expected.get(i))).isTrue();
            assertThat(taken.values.get(i).text())
                    .isEqualTo(expected.get(i).getTextContent().strip());
        }
    }

    private static void outermost(Element element, List<Element> rows) {
        if (element.getNodeName().equals("row")) {
            rows.add(element);
            return;
        }
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                outermost(inner, rows);
            }
        }
    }

    private static Element tree(byte[] bytes) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            return factory.newDocumentBuilder()
                    .parse(new ByteArrayInputStream(bytes))
                    .getDocumentElement();
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException(e);
        }
    }

    @Provide
    Arbitrary<Tuple2<String, Long>> spoilt() {
        return Combinators.combine(documents(), Arbitraries.longs()).as(Tuple::of);
    }

    /** A document with bytes changed, doubled and taken away ends in rows or refusals, and its rows are bytes of it. */
    @Property(tries = 1_000)
    void spoiltDocumentsAreRefusedAndNothingIsMadeUp(@ForAll("spoilt") Tuple2<String, Long> document) {
        byte[] bytes = spoil(document.get1().getBytes(StandardCharsets.UTF_8), new Random(document.get2()));
        Taken taken = read(bytes);
        String all = new String(bytes, StandardCharsets.ISO_8859_1);

        assertThat(taken.refused).hasSizeLessThan(2);
        for (byte[] row : taken.rows) {
            assertThat(all).contains(new String(row, StandardCharsets.ISO_8859_1));
        }
    }

    private static byte[] spoil(byte[] sound, Random random) {
        byte[] bytes = sound;
        for (int i = random.nextInt(4); i >= 0 && bytes.length > 2; i--) {
            int at = random.nextInt(bytes.length - 1);
            int kind = random.nextInt(3);
            byte[] signs = "<>&;'\"/!?-[]= \u0000\u00FF".getBytes(StandardCharsets.ISO_8859_1);
            if (kind == 0) {
                bytes = bytes.clone();
                bytes[at] = signs[random.nextInt(signs.length)];
            } else if (kind == 1) {
                bytes = Arrays.copyOf(bytes, at + 1);
            } else {
                byte[] longer = Arrays.copyOf(bytes, bytes.length + at + 1);
                System.arraycopy(bytes, 0, longer, bytes.length, at + 1);
                bytes = longer;
            }
        }
        return bytes;
    }
}
