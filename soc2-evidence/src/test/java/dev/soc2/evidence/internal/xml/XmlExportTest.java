package dev.soc2.evidence.internal.xml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.evidence.format.Rows;
import dev.soc2.evidence.internal.file.InputFile;
import dev.soc2.evidence.internal.file.ReadExport;
import dev.soc2.model.evidence.EvidenceBuilder;
import dev.soc2.model.issue.Issue;
import dev.soc2.model.issue.Location;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmlExportTest {

    private static final Set<XmlName> ROWS = Set.of(XmlName.of("", "row"), XmlName.of("urn:x", "row"));

    @TempDir
    Path folder;

    private final List<XmlRecord> records = new ArrayList<>();
    private final List<String> rows = new ArrayList<>();
    private final List<Issue> refused = new ArrayList<>();

    private final Rows refusals = new Rows() {
        @Override
        public void take(List<EvidenceBuilder> built, Location place, byte[] raw, int from, int to) {
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
    };

    private interface Use {
        void of(XmlExport export) throws IOException;
    }

    private void export(byte[] bytes, Use use) {
        try {
            Path path = Files.write(folder.resolve("a.xml"), bytes);
            ReadExport.of(new InputFile(path, "a.xml"), "a", Optional.empty(), count -> {})
                    .read(file -> use.of(new XmlExport(file, ROWS, Set.of(XmlName.of("", "big")))));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void read(String text) {
        read(text, StandardCharsets.UTF_8);
    }

    private void read(String text, Charset charset) {
        read(text.getBytes(charset), charset);
    }

    private void read(byte[] bytes, Charset charset) {
        export(
                bytes,
                export -> export.read(refusals, row -> {
                    records.add(row);
                    rows.add(row.place().line() + ":" + row.place().column() + " "
                            + new String(
                                    row.slice().bytes(),
                                    row.slice().from(),
                                    row.slice().to() - row.slice().from(),
                                    charset));
                }));
    }

    private List<String> faults() {
        return refused.stream()
                .map(issue -> issue.code() + " " + issue.location())
                .toList();
    }

    private static List<String> codes(List<Issue> issues) {
        return issues.stream().map(Issue::code).toList();
    }

    @Test
    void elementsAreRowsWithTheirBytesAndPlaces() {
        read("<?xml version='1.0'?>\r\n<!-- a <row> in a comment --><a>\r\n é<row k='>' >x\r\n<!-- c --></row ><row\n/>"
                + "<![CDATA[<row>]]><?pi <row?>\n\t<b><row><row/></row></b></a>");

        assertThat(rows)
                .containsExactly("3:3 <row k='>' >x\r\n<!-- c --></row >", "4:18 <row\n/>", "6:5 <row><row/></row>");
        assertThat(refused).isEmpty();
        // <a> is start tag 0; the rows are 1, 2 and, in <b> with number 3, 4.
        assertThat(records.stream().map(row -> row.value().number())).containsExactly(1, 2, 4);
        assertThat(records.get(2).around()).containsExactly(0, 3);
    }

    @Test
    void fieldsAreLookedUpByPathsInTheNamespaceOfTheRow() {
        read("<p:a xmlns:p='urn:x' xmlns:q='urn:evil' xmlns='urn:x'><p:row id=' 7 ' q:id='8' empty=' '>"
                + "<q:status>pass</q:status><target><status at='2025-01-02T03:04:05+02:00'> fa<!-- -->il&#x21;<![CDATA[<&]]>"
                + "<b>&amp;more</b> </status></target><t>1</t><t> </t><t>2</t><when>2025-01-02T03:04:05+02:00</when>"
                + "<when2>2025-01-02T03:04:05</when2></p:row></p:a>");

        XmlElement row = records.get(0).value();
        assertThat(row.name()).isEqualTo(XmlName.of("urn:x", "row"));
        assertThat(row.attribute("id")).contains("7");
        assertThat(row.attribute("empty")).isEmpty();
        assertThat(row.attributes()).containsEntry("{urn:evil}id", "8").hasSize(3);
        assertThat(row.text("status")).isEmpty();
        assertThat(row.text("target.status")).contains("fail!<&&more");
        assertThat(row.texts("t")).containsExactly("1", "2");
        assertThat(row.instant("when").orElseThrow()).hasToString("2025-01-02T01:04:05Z");
        assertThat(row.instant("when2")).isEmpty();
        assertThat(row.elements("target.status")
                        .get(0)
                        .element("b")
                        .orElseThrow()
                        .text())
                .isEqualTo("&more");
    }

    @Test
    void anElementOfAnotherNamespaceIsNoRow() {
        read("<a xmlns:x='urn:other'><x:row/><row xmlns='urn:x'/><row xmlns='urn:other'/></a>");

        assertThat(rows).containsExactly("1:32 <row xmlns='urn:x'/>");
    }

    @Test
    void theOutlineIsWhatStandsAroundTheRows() {
        List<XmlElement> outlines = new ArrayList<>();
        export(
                "<a><run id='1'><row><x/></row><end>E</end><big><row/></big></run><run id='2'><row/></run></a>"
                        .getBytes(StandardCharsets.UTF_8),
                export -> {
                    outlines.add(export.outline().orElseThrow());
                    export.read(refusals, records::add);
                });

        XmlElement root = outlines.get(0);
        assertThat(root.elements("run")).hasSize(2);
        assertThat(root.elements("run").get(0).elements()).hasSize(1);
        assertThat(records).hasSize(3);
        assertThat(root.numbered(records.get(2).around().get(1)).orElseThrow().attribute("id"))
                .contains("2");
        assertThat(root.numbered(records.get(1).around().get(1)).orElseThrow().text("end"))
                .contains("E");
        assertThat(root.numbered(records.get(1).around().get(2)))
                .as("passed over")
                .isEmpty();
    }

    @Test
    void aFileThatBreaksOffKeepsWhatCameBeforeAndItsOutline() {
        String text = "<a><t>T</t>\n<row>1</row>\n<row>2</ro";
        read(text);
        export(
                text.getBytes(StandardCharsets.UTF_8),
                export -> assertThat(export.outline().orElseThrow().text("t")).contains("T"));

        assertThat(rows).containsExactly("2:1 <row>1</row>");
        assertThat(faults()).singleElement().asString().startsWith("SOC2-E005 a.xml:3:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a><row/></b>",
                "<a><row/></a><row/>",
                "<a><row/></a>text",
                "<a><row/><row x='1' x='2'/></a>",
                "<a><row/><row x=1/></a>",
                "<a><row/><x:row/></a>",
                "<a><row/><row>\u0001</row></a>",
                "<a><row/><row>&#0;</row></a>",
                "<a><row/><row>&#xD800;</row></a>",
                "<a><row/><row a='<'/></a>",
                "<a><row/><row>]]></row></a>",
                "<a><row/><!-- -- --></a>",
                "<a><row/><?xml version='1.0'?></a>",
                "<a><row/></a></a>"
            })
    void whatIsNotWellFormedEndsTheFileThere(String text) {
        read(text);

        assertThat(rows).hasSize(1);
        assertThat(codes(refused)).containsExactly("SOC2-E035");
    }

    @Test
    void anEmptyFileAndNoXmlAreRefused() {
        read("");
        read(" \n");
        read("{\"a\": 1}");
        read(" <?xml version='1.0'?><a/>");
        read("<?xml version='1.1'?><a><row/></a>");

        assertThat(rows).isEmpty();
        assertThat(codes(refused)).containsExactly("SOC2-E005", "SOC2-E005", "SOC2-E035", "SOC2-E035", "SOC2-E035");
    }

    @Test
    void declaredEncodingsThatAreReadAreReadStrictly() {
        read("<?xml version='1.0' encoding='iso-8859-1'?><a><row>é</row></a>", StandardCharsets.ISO_8859_1);
        read("\uFEFF<a>\n<row>€</row></a>");
        read("<?xml version=\"1.0\" encoding=\"US-ASCII\"?><a><row>e</row></a>", StandardCharsets.US_ASCII);

        assertThat(records.stream().map(row -> row.value().text())).containsExactly("é", "€", "e");
        assertThat(rows).containsExactly("1:47 <row>é</row>", "2:1 <row>€</row>", "1:45 <row>e</row>");
        assertThat(refused).isEmpty();
    }

    @Test
    void otherAndWrongEncodingsAreRefused() {
        read("<a><row/></a>", StandardCharsets.UTF_16LE);
        read("<a><row/></a>", StandardCharsets.UTF_16);
        read("<?xml version='1.0' encoding='UTF-16'?><a><row/></a>");
        read("<?xml version='1.0' encoding='UTF-7'?><a><row/></a>");
        read("<?xml version='1.0' encoding='windows-1252'?><a><row/></a>");
        read("\uFEFF<?xml version='1.0' encoding='ISO-8859-1'?><a><row/></a>");
        read("<a><row/></a>", Charset.forName("IBM037"));

        assertThat(rows).isEmpty();
        assertThat(codes(refused))
                .containsExactly(
                        "SOC2-E002", "SOC2-E002", "SOC2-E002", "SOC2-E002", "SOC2-E002", "SOC2-E002", "SOC2-E035");
    }

    @Test
    void bytesThatAreNotOfTheEncodingEndTheFileThere() {
        read("<a>\n<row>1</row>\n<row>é</row></a>", StandardCharsets.ISO_8859_1);
        // An overlong '<', a surrogate as three bytes, and a broken character at the end.
        read(bytes("<a><row>2</row>\n", 0xC0, 0xBC), StandardCharsets.UTF_8);
        read(bytes("<a><row>3</row>\n", 0xED, 0xA0, 0x80), StandardCharsets.UTF_8);
        read(bytes("<a><row>4</row></a>", 0xC3), StandardCharsets.UTF_8);
        read("<?xml version='1.0' encoding='US-ASCII'?><a><row>5</row>\né</a>", StandardCharsets.UTF_8);

        assertThat(records.stream().map(row -> row.value().text())).containsExactly("1", "2", "3", "4", "5");
        assertThat(faults())
                .containsExactly(
                        "SOC2-E002 a.xml:3:1",
                        "SOC2-E002 a.xml:2:1",
                        "SOC2-E002 a.xml:2:1",
                        "SOC2-E005 a.xml:1:1",
                        "SOC2-E002 a.xml:2:1");
    }

    private static byte[] bytes(String text, int... more) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        for (int one : more) {
            bytes.write(one);
        }
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE a><a><row/></a>",
                "<!DOCTYPE a SYSTEM '%TRAP%'><a><row/></a>",
                "<!DOCTYPE a PUBLIC '-//x' '%TRAP%'><a><row/></a>",
                "<!DOCTYPE a [<!ENTITY e SYSTEM '%TRAP%'>]><a><row>&e;</row></a>",
                "<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><a><row>&e;</row></a>",
                "<!DOCTYPE a [<!ENTITY % e SYSTEM '%TRAP%'> %e;]><a><row/></a>",
                "<!DOCTYPE a [<!ENTITY x 'ha'><!ENTITY y '&x;&x;'>]><a><row>&y;</row></a>",
                "<!DOCTYPE a [<!ATTLIST row pass CDATA 'true'>]><a><row/></a>",
                "<?xml version='1.0' standalone='yes'?>\n<!-- x -->\n<!DOCTYPE a><a><row/></a>",
                "<!doctype a><a><row/></a>",
                "<![INCLUDE[<row/>]]><a/>",
                "<a>&e;<row/></a>",
                "<a b='&e;'><row/></a>",
                "<a>&nbsp;<row/></a>",
                "<a>&lt<row/></a>",
                "<a>&aVeryLongEntityNameThatGoesOn;<row/></a>",
                "<a><!ELEMENT row ANY><row/></a>"
            })
    void aDoctypeAndEntitiesEndTheFileAndNothingIsFetched(String text) throws IOException {
        try (ServerSocket trap = new ServerSocket(0)) {
            trap.setSoTimeout(50);
            read(text.replace("%TRAP%", "http://127.0.0.1:" + trap.getLocalPort() + "/e.dtd"));

            Assertions.assertThatThrownBy(trap::accept).isInstanceOf(SocketTimeoutException.class);
        }
        assertThat(rows).isEmpty();
        assertThat(codes(refused)).containsExactly("SOC2-E036");
    }

    @Test
    void schemaHintsStylesheetsAndIncludesFetchNothing() throws IOException {
        try (ServerSocket trap = new ServerSocket(0)) {
            trap.setSoTimeout(50);
            String url = "http://127.0.0.1:" + trap.getLocalPort() + "/";
            read("<?xml version='1.0'?><?xml-stylesheet href='" + url + "' type='text/xsl'?>"
                    + "<a xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:schemaLocation='urn:x " + url
                    + "' xmlns:xi='http://www.w3.org/2001/XInclude'><xi:include href='" + url + "'/><row/></a>");

            Assertions.assertThatThrownBy(trap::accept).isInstanceOf(SocketTimeoutException.class);
        }
        assertThat(rows).hasSize(1);
        assertThat(refused).isEmpty();
    }

    @Test
    void whatComesBeforeALimitStays() {
        read("<a><row>1</row>" + "<b>".repeat(200_000));
        read("<a><row>2</row><b c='" + "x".repeat(1 << 20) + "'/></a>");
        StringBuilder many = new StringBuilder("<a><row>3</row><b");
        for (int i = 0; i < 10_000; i++) {
            many.append(" a").append(i).append("='1'");
        }
        read(many.append("/></a>").toString());
        read("<a><row>4</row><!--" + "x".repeat(17 << 20) + "--></a>");
        StringBuilder names = new StringBuilder("<a><row>5</row>");
        for (int i = 0; i < 60_000; i++) {
            names.append("<n").append(i).append("/>");
        }
        read(names.append("</a>").toString());
        read("<a><row>6</row><" + "x".repeat(100_000) + "/></a>");

        assertThat(records.stream().map(row -> row.value().text())).containsExactly("1", "2", "3", "4", "5", "6");
        assertThat(codes(refused))
                .containsExactly("SOC2-E003", "SOC2-E003", "SOC2-E003", "SOC2-E003", "SOC2-E003", "SOC2-E035");
    }

    @Test
    void aRowThatIsTooLongIsRefusedAlone() {
        read("<a><row>" + "x".repeat(17 << 20) + "</row>\n<row>1</row><row>" + "<b/>".repeat(210_000)
                + "</row><row>2</row><row>" + "x".repeat(2 << 20) + "</row><row>"
                + ("<b>" + "x".repeat(1 << 19) + "</b><!--" + "y".repeat(1 << 19) + "-->").repeat(20)
                + "</row><row>3</row></a>");

        assertThat(records.stream().map(row -> row.value().text())).containsExactly("1", "2", "3");
        assertThat(rows.get(0)).isEqualTo("2:1 <row>1</row>");
        assertThat(faults()).hasSize(4).allMatch(fault -> fault.startsWith("SOC2-E003 a.xml:"));
    }

    @Test
    void rowsAreCutOutRightWhereverTheyLieInTheFile() {
        StringBuilder text = new StringBuilder("<a>");
        for (int i = 0; i < 20_000; i++) {
            text.append("\r\n<!--")
                    .append("é€😀".repeat(i % 5))
                    .append("--><row n='")
                    .append(i)
                    .append(i % 3 == 0 ? "'/>" : "'>😀\r\n" + "x".repeat(i % 97) + "</row>");
        }
        read(text.append("</a>").toString());

        assertThat(rows).hasSize(20_000);
        assertThat(refused).isEmpty();
        for (int i = 0; i < 20_000; i++) {
            String row =
                    i % 3 == 0 ? "<row n='" + i + "'/>" : "<row n='" + i + "'>😀\r\n" + "x".repeat(i % 97) + "</row>";
            assertThat(rows.get(i)).endsWith(row).hasSizeLessThan(row.length() + 12);
        }
    }
}
