package dev.soc2.report.internal.prose;

import dev.soc2.report.internal.view.Presentation;
import dev.soc2.report.internal.words.Phrases;
import java.util.ArrayList;
import java.util.List;

/** Gathers the parts of a document. */
public final class ProseBuilder {

    private final String language;
    private final String title;
    private final String status;
    private final List<Block> blocks = new ArrayList<>();

    /** A document in the language of a report. */
    public ProseBuilder(Presentation presentation, String title, String status) {
        String wanted = presentation.locale().getLanguage();
        this.language = Phrases.LANGUAGES.contains(wanted) ? wanted : "en";
        this.title = title;
        this.status = status;
    }

    /** A heading of level 2, 3 or 4. */
    public ProseBuilder heading(int level, String text) {
        blocks.add(new Block.Heading(level, text));
        return this;
    }

    /** A paragraph of plain text. */
    public ProseBuilder text(String text) {
        return line(Line.of(text));
    }

    /** A paragraph. */
    public ProseBuilder line(Line line) {
        blocks.add(new Block.Paragraph(line));
        return this;
    }

    /** A list with bullets; nothing when it has no items. */
    public ProseBuilder items(List<Line> items) {
        return list(false, items);
    }

    /** A list with numbers; nothing when it has no items. */
    public ProseBuilder numbered(List<Line> items) {
        return list(true, items);
    }

    private ProseBuilder list(boolean numbered, List<Line> items) {
        if (!items.isEmpty()) {
            blocks.add(new Block.Items(numbered, items));
        }
        return this;
    }

    /** A table; nothing when it has no rows. */
    public ProseBuilder table(String caption, List<String> header, List<Block.Row> rows) {
        if (!rows.isEmpty()) {
            blocks.add(new Block.Table(caption, header, rows));
        }
        return this;
    }

    /** The document. */
    public Prose build() {
        return new Prose(language, title, status, blocks);
    }
}
