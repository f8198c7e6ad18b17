package dev.soc2.report.internal.docx;

import dev.soc2.report.internal.prose.Block;
import dev.soc2.report.internal.prose.Line;
import dev.soc2.report.internal.prose.Prose;
import dev.soc2.report.internal.prose.Span;
import java.util.ArrayList;
import java.util.List;

/** The part {@code word/document.xml}: the blocks of a document as paragraphs and tables. */
final class WordBody {

    private static final String NAMESPACES = " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
            + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
    private static final int PAGE_WIDTH = 9_070;
    private static final int NARROWEST = 10;
    private static final int WIDEST = 40;

    private final StringBuilder out = new StringBuilder(1 << 14);
    private int numberedLists;

    private WordBody() {}

    /** The part, and how many numbered lists it has: each counts from one. */
    record Written(String xml, int numberedLists) {}

    static Written of(Prose prose) {
        WordBody body = new WordBody();
        body.out
                .append("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:document")
                .append(NAMESPACES)
                .append("><w:body>");
        body.paragraph("Title", "", Line.of(prose.title()));
        body.paragraph("Status", "", Line.of(prose.status()));
        prose.blocks().forEach(body::write);
        body.out.append("<w:sectPr><w:footerReference w:type=\"default\" r:id=\"rId3\"/>"
                + "<w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1418\" w:right=\"1418\" w:bottom=\"1418\""
                + " w:left=\"1418\" w:header=\"709\" w:footer=\"709\" w:gutter=\"0\"/></w:sectPr>"
                + "</w:body></w:document>\n");
        return new Written(body.out.toString(), body.numberedLists);
    }

    private void write(Block block) {
        if (block instanceof Block.Heading heading) {
            paragraph("Heading" + (heading.level() - 1), "", Line.of(heading.text()));
        } else if (block instanceof Block.Paragraph paragraph) {
            paragraph("", "", paragraph.line());
        } else if (block instanceof Block.Items list) {
            int number = list.numbered() ? WordParts.FIRST_NUMBERED + numberedLists++ : WordParts.BULLETS;
            String place = "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"" + number + "\"/></w:numPr>";
            list.items().forEach(item -> paragraph("ListParagraph", place, item));
        } else if (block instanceof Block.Table table) {
            write(table);
        }
    }

    private void write(Block.Table table) {
        List<Integer> widths = widths(table);
        paragraph("Caption", "", Line.of(table.caption()));
        out.append("<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/><w:tblW w:w=\"5000\" w:type=\"pct\"/>"
                        + "<w:tblLook w:firstRow=\"1\" w:firstColumn=\"1\" w:noVBand=\"1\"/><w:tblCaption w:val=\"")
                .append(WordText.of(table.caption()))
                .append("\"/></w:tblPr><w:tblGrid>");
        widths.forEach(width -> out.append("<w:gridCol w:w=\"").append(width).append("\"/>"));
        out.append("</w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
        cells("TableHead", table.header().stream().map(Line::of).toList(), widths);
        out.append("</w:tr>");
        for (Block.Row row : table.rows()) {
            out.append("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
            cells("TableText", row.cells(), widths);
            out.append("</w:tr>");
        }
        // Two tables in a row would grow together, and a document may not end with one.
        out.append("</w:tbl><w:p><w:pPr><w:pStyle w:val=\"AfterTable\"/></w:pPr></w:p>");
    }

    /** Columns as wide as their longest text asks for, within bounds. */
    private static List<Integer> widths(Block.Table table) {
        List<Integer> weights = new ArrayList<>();
        for (int i = 0; i < table.header().size(); i++) {
            int column = i;
            int longest = table.rows().stream()
                    .mapToInt(row -> row.cells().get(column).text().length())
                    .reduce(table.header().get(i).length(), Math::max);
            weights.add(Math.min(WIDEST, Math.max(NARROWEST, longest)));
        }
        int sum = weights.stream().mapToInt(Integer::intValue).sum();
        return weights.stream().map(weight -> PAGE_WIDTH * weight / sum).toList();
    }

    private void cells(String style, List<Line> lines, List<Integer> widths) {
        for (int i = 0; i < lines.size(); i++) {
            out.append("<w:tc><w:tcPr><w:tcW w:w=\"").append(widths.get(i)).append("\" w:type=\"dxa\"/></w:tcPr>");
            paragraph(style, "", lines.get(i));
            out.append("</w:tc>");
        }
    }

    private void paragraph(String style, String place, Line line) {
        out.append("<w:p>");
        if (!style.isEmpty()) {
            out.append("<w:pPr><w:pStyle w:val=\"")
                    .append(style)
                    .append("\"/>")
                    .append(place)
                    .append("</w:pPr>");
        }
        line.spans().forEach(this::run);
        out.append("</w:p>");
    }

    private void run(Span span) {
        String text = WordText.run(span.text());
        if (text.isEmpty()) {
            return;
        }
        out.append("<w:r>")
                .append(
                        switch (span.style()) {
                            case PLAIN -> "";
                            case STRONG -> "<w:rPr><w:b/></w:rPr>";
                            case EMPHASIS -> "<w:rPr><w:i/></w:rPr>";
                            case CODE -> "<w:rPr><w:rStyle w:val=\"Code\"/></w:rPr>";
                        })
                .append("<w:t xml:space=\"preserve\">")
                .append(text)
                .append("</w:t></w:r>");
    }
}
