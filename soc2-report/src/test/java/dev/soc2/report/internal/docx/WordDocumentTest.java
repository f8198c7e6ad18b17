package dev.soc2.report.internal.docx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.report.internal.prose.Block;
import dev.soc2.report.internal.prose.Line;
import dev.soc2.report.internal.prose.Prose;
import dev.soc2.report.internal.prose.Span;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

class WordDocumentTest {

    private static final String W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final String HOSTILE = "<w:t>&amp;\"']]>\u0000\u0008\uFFFE\uD800\u202Ex\n\n=1";

    private static Prose prose(String text) {
        return new Prose(
                "de",
                "Title " + text,
                "Status " + text,
                List.of(
                        new Block.Heading(2, "One " + text),
                        new Block.Paragraph(Line.of(
                                Span.of("plain " + text + " "),
                                Span.strong("bold"),
                                Span.emphasis(" italic"),
                                Span.code("x=1"))),
                        new Block.Heading(3, "Two"),
                        new Block.Items(true, List.of(Line.of("first"), Line.of("second " + text))),
                        new Block.Items(false, List.of(Line.of("bullet"))),
                        new Block.Items(true, List.of(Line.of("first again"))),
                        new Block.Table(
                                "Caption " + text,
                                List.of("A", "B"),
                                List.of(Block.Row.of("1", text), Block.Row.of("2", "")))));
    }

    /** The parts by name, in their order, each read by the XML parser of the platform. */
    private static Map<String, Document> parts(Prose prose) {
        Map<String, Document> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes(prose)))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                assertThat(entry.getTimeLocal()).isEqualTo(LocalDateTime.of(1980, 2, 1, 0, 0));
                DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
                factory.setNamespaceAware(true);
                factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
                parts.put(
                        entry.getName(),
                        factory.newDocumentBuilder().parse(new ByteArrayInputStream(zip.readAllBytes())));
            }
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new AssertionError(e);
        }
        return parts;
    }

    private static byte[] bytes(Prose prose) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        WordDocument.write(prose, out);
        return out.toByteArray();
    }

    private static List<String> values(Document part, String element) {
        List<String> values = new ArrayList<>();
        NodeList found = part.getElementsByTagNameNS(W, element);
        for (int i = 0; i < found.getLength(); i++) {
            values.add(((Element) found.item(i)).getAttributeNS(W, "val"));
        }
        return values;
    }

    /** The names of all elements in their order. */
    private static List<String> shape(Document part) {
        List<String> names = new ArrayList<>();
        NodeList all = part.getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            names.add(all.item(i).getNodeName());
        }
        return names;
    }

    @Test
    void everyPartIsWellFormedAndNamedInTheListOfTypes() {
        Map<String, Document> parts = parts(prose("calm"));

        assertThat(parts.keySet())
                .containsExactly(
                        "[Content_Types].xml",
                        "_rels/.rels",
                        "docProps/core.xml",
                        "word/_rels/document.xml.rels",
                        "word/document.xml",
                        "word/footer1.xml",
                        "word/numbering.xml",
                        "word/settings.xml",
                        "word/styles.xml");
        NodeList overrides = parts.get("[Content_Types].xml").getElementsByTagName("Override");
        for (int i = 0; i < overrides.getLength(); i++) {
            assertThat(parts)
                    .containsKey(((Element) overrides.item(i))
                            .getAttribute("PartName")
                            .substring(1));
        }
    }

    @Test
    void headingsListsAndTablesAreWhatAWordProcessorCallsSo() {
        Document body = parts(prose("calm")).get("word/document.xml");

        assertThat(values(body, "pStyle")).contains("Title", "Heading1", "Heading2", "ListParagraph", "Caption");
        // Two numbered lists, each with its own numbering; 1 is the numbering of bullets.
        assertThat(values(body, "numId")).containsExactly("2", "2", "1", "3");
        assertThat(values(body, "tblHeader")).hasSize(1);
        assertThat(body.getElementsByTagNameNS(W, "tc").getLength()).isEqualTo(6);
        assertThat(values(body, "tblCaption")).containsExactly("Caption calm");
        assertThat(body.getElementsByTagNameNS(W, "b").getLength()).isEqualTo(1);
        assertThat(body.getElementsByTagNameNS(W, "i").getLength()).isEqualTo(1);
    }

    @Test
    void everyStyleAndNumberingThatIsUsedIsDefined() {
        Map<String, Document> parts = parts(prose("calm"));
        List<String> defined = new ArrayList<>();
        NodeList styles = parts.get("word/styles.xml").getElementsByTagNameNS(W, "style");
        for (int i = 0; i < styles.getLength(); i++) {
            defined.add(((Element) styles.item(i)).getAttributeNS(W, "styleId"));
        }
        List<String> numberings = new ArrayList<>();
        NodeList nums = parts.get("word/numbering.xml").getElementsByTagNameNS(W, "num");
        for (int i = 0; i < nums.getLength(); i++) {
            numberings.add(((Element) nums.item(i)).getAttributeNS(W, "numId"));
        }

        for (String use : List.of("pStyle", "rStyle", "tblStyle", "basedOn", "next")) {
            for (String part : List.of("word/document.xml", "word/footer1.xml", "word/styles.xml")) {
                assertThat(defined).containsAll(values(parts.get(part), use));
            }
        }
        assertThat(numberings).containsAll(values(parts.get("word/document.xml"), "numId"));
    }

    @Test
    void languageTitleAndPageNumbersAreThere() {
        Map<String, Document> parts = parts(prose("calm"));

        assertThat(values(parts.get("word/styles.xml"), "lang")).containsExactly("de-DE");
        assertThat(parts.get("docProps/core.xml")
                        .getElementsByTagName("dc:title")
                        .item(0)
                        .getTextContent())
                .isEqualTo("Title calm");
        NodeList fields = parts.get("word/footer1.xml").getElementsByTagNameNS(W, "fldSimple");
        assertThat(((Element) fields.item(0)).getAttributeNS(W, "instr")).isEqualTo(" PAGE ");
        assertThat(((Element) fields.item(1)).getAttributeNS(W, "instr")).isEqualTo(" NUMPAGES ");
    }

    @Test
    void hostileTextStaysTextInEveryPart() {
        Map<String, Document> calm = parts(prose("calm"));

        Map<String, Document> hostile = parts(prose(HOSTILE));

        calm.forEach(
                (name, part) -> assertThat(shape(hostile.get(name))).as(name).isEqualTo(shape(part)));
        assertThat(hostile.get("word/document.xml").getDocumentElement().getTextContent())
                .contains("One <w:t>&amp;\"']]>[U+0000][U+0008][U+FFFE][U+D800][U+202E]x =1");
    }

    @Test
    void equalDocumentsGiveEqualBytes() {
        assertThat(bytes(prose("calm"))).isEqualTo(bytes(prose("calm")));
    }
}
