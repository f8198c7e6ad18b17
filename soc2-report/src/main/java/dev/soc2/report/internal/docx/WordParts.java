package dev.soc2.report.internal.docx;

import dev.soc2.report.internal.prose.Prose;

/** The parts of a document that hold no words of it: styles, numbering, footer, properties and how they belong. */
final class WordParts {

    /** The numbering of bullets. */
    static final int BULLETS = 1;

    /** The numbering of the first list with numbers; each further one has the next. */
    static final int FIRST_NUMBERED = 2;

    static final String TYPES = xml("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
            + "<Override PartName=\"/docProps/core.xml\""
            + " ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>"
            + part("document", "document.main")
            + part("footer1", "footer")
            + part("numbering", "numbering")
            + part("settings", "settings")
            + part("styles", "styles")
            + "</Types>");

    static final String RELATIONS = xml(relationships(relation(
                    1,
                    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument",
                    "word/document.xml")
            + relation(
                    2,
                    "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
                    "docProps/core.xml")));

    static final String DOCUMENT_RELATIONS = xml(relationships(relation(1, office("styles"), "styles.xml")
            + relation(2, office("numbering"), "numbering.xml")
            + relation(3, office("footer"), "footer1.xml")
            + relation(4, office("settings"), "settings.xml")));

    private static final String WORD = " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

    /** Without a mode, word processors lay a document out as those of 2007 did. */
    static final String SETTINGS = xml("<w:settings" + WORD + "><w:compat><w:compatSetting w:name=\"compatibilityMode\""
            + " w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat></w:settings>");

    private WordParts() {}

    static String core(Prose prose) {
        return xml("<cp:coreProperties"
                + " xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\""
                + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>" + WordText.of(prose.title())
                + "</dc:title><dc:language>" + language(prose) + "</dc:language></cp:coreProperties>");
    }

    static String footer(Prose prose) {
        return xml("<w:ftr" + WORD + "><w:p><w:pPr><w:pStyle w:val=\"Footer\"/></w:pPr><w:r>"
                + "<w:t xml:space=\"preserve\">" + WordText.of(prose.status()) + " · </w:t></w:r>" + field("PAGE")
                + "<w:r><w:t>/</w:t></w:r>" + field("NUMPAGES") + "</w:p></w:ftr>");
    }

    private static String field(String name) {
        return "<w:fldSimple w:instr=\" " + name + " \"><w:r><w:t>1</w:t></w:r></w:fldSimple>";
    }

    static String numbering(int numberedLists) {
        StringBuilder out = new StringBuilder("<w:numbering" + WORD + ">");
        out.append(kind(0, "bullet", "•")).append(kind(1, "decimal", "%1."));
        out.append("<w:num w:numId=\"" + BULLETS + "\"><w:abstractNumId w:val=\"0\"/></w:num>");
        for (int i = 0; i < numberedLists; i++) {
            out.append("<w:num w:numId=\"")
                    .append(FIRST_NUMBERED + i)
                    .append("\"><w:abstractNumId w:val=\"1\"/><w:lvlOverride w:ilvl=\"0\">"
                            + "<w:startOverride w:val=\"1\"/></w:lvlOverride></w:num>");
        }
        return xml(out.append("</w:numbering>").toString());
    }

    private static String kind(int id, String format, String text) {
        return "<w:abstractNum w:abstractNumId=\"" + id + "\"><w:multiLevelType w:val=\"singleLevel\"/>"
                + "<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" + format + "\"/><w:lvlText w:val=\""
                + text + "\"/><w:lvlJc w:val=\"left\"/><w:pPr><w:ind w:left=\"426\" w:hanging=\"426\"/></w:pPr>"
                + "</w:lvl></w:abstractNum>";
    }

    static String styles(Prose prose) {
        String border = "w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"9AA5B1\"/>";
        return xml("<w:styles" + WORD + "><w:docDefaults><w:rPrDefault><w:rPr>"
                + "<w:rFonts w:ascii=\"Arial\" w:hAnsi=\"Arial\" w:cs=\"Arial\"/><w:sz w:val=\"21\"/>"
                + "<w:szCs w:val=\"21\"/><w:lang w:val=\"" + language(prose) + "\"/></w:rPr></w:rPrDefault>"
                + "<w:pPrDefault><w:pPr><w:spacing w:after=\"120\" w:line=\"264\" w:lineRule=\"auto\"/></w:pPr>"
                + "</w:pPrDefault></w:docDefaults>"
                + "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/>"
                + "<w:qFormat/></w:style>"
                + paragraph("Title", "Title", "", "<w:spacing w:after=\"120\"/>", bold(36))
                + paragraph("Status", "Status", "", "", "<w:i/><w:color w:val=\"525A63\"/>")
                + heading(1, 28)
                + heading(2, 24)
                + heading(3, 22)
                + paragraph("ListParagraph", "List Paragraph", "", "<w:spacing w:after=\"60\"/>", "")
                + paragraph(
                        "Caption",
                        "caption",
                        "",
                        "<w:keepNext/><w:spacing w:before=\"120\" w:after=\"60\"/>",
                        "<w:b/><w:sz w:val=\"20\"/>")
                + paragraph(
                        "TableText",
                        "Table Text",
                        "",
                        "<w:spacing w:before=\"40\" w:after=\"40\"/>",
                        "<w:sz w:val=\"20\"/>")
                + paragraph("TableHead", "Table Head", "", "<w:spacing w:before=\"40\" w:after=\"40\"/>", bold(20))
                + paragraph(
                        "AfterTable",
                        "After Table",
                        "",
                        "<w:spacing w:after=\"60\" w:line=\"120\"" + " w:lineRule=\"exact\"/>",
                        "")
                + paragraph(
                        "Footer",
                        "footer",
                        "",
                        "<w:jc w:val=\"center\"/>",
                        "<w:color w:val=\"525A63\"/><w:sz w:val=\"18\"/>")
                + "<w:style w:type=\"character\" w:customStyle=\"1\" w:styleId=\"Code\"><w:name w:val=\"Code\"/><w:rPr>"
                + "<w:rFonts w:ascii=\"Courier New\" w:hAnsi=\"Courier New\" w:cs=\"Courier New\"/><w:sz w:val=\"19\"/></w:rPr>"
                + "</w:style>"
                + "<w:style w:type=\"table\" w:styleId=\"TableGrid\"><w:name w:val=\"Table Grid\"/><w:tblPr>"
                + "<w:tblBorders><w:top " + border + "<w:left " + border + "<w:bottom " + border + "<w:right " + border
                + "<w:insideH " + border + "<w:insideV " + border + "</w:tblBorders><w:tblCellMar>"
                + "<w:left w:w=\"85\" w:type=\"dxa\"/><w:right w:w=\"85\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr>"
                + "</w:style></w:styles>");
    }

    private static String heading(int level, int size) {
        return paragraph(
                "Heading" + level,
                "heading " + level,
                "<w:next w:val=\"Normal\"/>",
                "<w:keepNext/><w:spacing w:before=\"240\" w:after=\"80\"/><w:outlineLvl w:val=\"" + (level - 1)
                        + "\"/>",
                bold(size));
    }

    private static String paragraph(String id, String name, String more, String layout, String type) {
        return "<w:style w:type=\"paragraph\" w:styleId=\"" + id + "\"><w:name w:val=\"" + name
                + "\"/><w:basedOn w:val=\"Normal\"/>" + more + "<w:qFormat/><w:pPr>" + layout + "</w:pPr><w:rPr>"
                + type + "</w:rPr></w:style>";
    }

    private static String bold(int size) {
        return "<w:b/><w:sz w:val=\"" + size + "\"/>";
    }

    private static String language(Prose prose) {
        return prose.language().equals("de") ? "de-DE" : "en-US";
    }

    private static String part(String file, String type) {
        return "<Override PartName=\"/word/" + file + ".xml\""
                + " ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml." + type + "+xml\"/>";
    }

    private static String office(String type) {
        return "http://schemas.openxmlformats.org/officeDocument/2006/relationships/" + type;
    }

    private static String relationships(String relations) {
        return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + relations
                + "</Relationships>";
    }

    private static String relation(int id, String type, String target) {
        return "<Relationship Id=\"rId" + id + "\" Type=\"" + type + "\" Target=\"" + target + "\"/>";
    }

    private static String xml(String root) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n" + root + "\n";
    }
}
