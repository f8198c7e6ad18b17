package dev.soc2.evidence.importing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A workbook written part by part, so that a test can write what no spreadsheet program would. */
final class WorkbookParts {

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static final String KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    /** One sheet with these rows, numbers 2 and 3 of whose styles are a day and a day with time. */
    static WorkbookParts of(String rows) {
        return sheet("<sheetData>" + rows + "</sheetData>");
    }

    static WorkbookParts sheet(String inside) {
        return new WorkbookParts()
                .part(
                        "[Content_Types].xml",
                        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                                + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-"
                                + "officedocument.spreadsheetml.sheet.main+xml\"/></Types>")
                .part("_rels/.rels", relations(relation("r1", "officeDocument", "xl/workbook.xml")))
                .part(
                        "xl/_rels/workbook.xml.rels",
                        relations(relation("s1", "worksheet", "worksheets/sheet1.xml")
                                + relation("st", "styles", "styles.xml")
                                + relation("ss", "sharedStrings", "sharedStrings.xml")))
                .workbook("", "<sheet name=\"People\" sheetId=\"1\" r:id=\"s1\"/>")
                .part(
                        "xl/styles.xml",
                        "<styleSheet xmlns=\"" + MAIN + "\"><numFmts><numFmt numFmtId=\"164\""
                                + " formatCode=\"dd\\-mmm\\-yyyy\\ hh:mm\"/><numFmt numFmtId=\"165\" formatCode=\"[h]:mm\"/>"
                                + "</numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs>"
                                + "<xf numFmtId=\"0\"/><xf numFmtId=\"2\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/>"
                                + "<xf numFmtId=\"165\"/><xf numFmtId=\"21\"/></cellXfs></styleSheet>")
                .part("xl/sharedStrings.xml", "<sst xmlns=\"" + MAIN + "\"/>")
                .part("xl/worksheets/sheet1.xml", "<worksheet xmlns=\"" + MAIN + "\">" + inside + "</worksheet>");
    }

    WorkbookParts workbook(String properties, String sheets) {
        return part(
                "xl/workbook.xml",
                "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + KINDS + "\">" + properties + "<sheets>" + sheets
                        + "</sheets></workbook>");
    }

    WorkbookParts texts(String items) {
        return part("xl/sharedStrings.xml", "<sst xmlns=\"" + MAIN + "\">" + items + "</sst>");
    }

    static String relations(String relations) {
        return "<Relationships xmlns=\"" + RELATIONS + "\">" + relations + "</Relationships>";
    }

    static String relation(String id, String kind, String target) {
        return "<Relationship Id=\"" + id + "\" Type=\"" + KINDS + "/" + kind + "\" Target=\"" + target + "\"/>";
    }

    WorkbookParts part(String name, String xml) {
        return part(name, (HEAD + xml).getBytes(StandardCharsets.UTF_8));
    }

    WorkbookParts part(String name, byte[] bytes) {
        parts.put(name, bytes);
        return this;
    }

    WorkbookParts without(String name) {
        parts.remove(name);
        return this;
    }

    byte[] bytes() {
        return bytes(ZipEntry.DEFLATED);
    }

    /** Stored as they are: to deflate them takes longer than to read them. */
    byte[] stored() {
        return bytes(ZipEntry.STORED);
    }

    private byte[] bytes(int method) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                ZipEntry entry = new ZipEntry(part.getKey());
                entry.setMethod(method);
                if (method == ZipEntry.STORED) {
                    CRC32 crc = new CRC32();
                    crc.update(part.getValue());
                    entry.setCrc(crc.getValue());
                    entry.setSize(part.getValue().length);
                }
                zip.putNextEntry(entry);
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
