package dev.soc2.report.internal.letters;

import dev.soc2.report.internal.prose.Block;
import dev.soc2.report.internal.prose.Line;
import dev.soc2.report.internal.prose.Prose;
import dev.soc2.report.internal.prose.ProseBuilder;
import dev.soc2.report.internal.prose.Span;
import java.util.ArrayList;
import java.util.List;

/** A draft in which every sentence names where it comes from, or that somebody has yet to write it. */
final class Draft {

    private final Scene scene;
    private final ProseBuilder out;

    Draft(Scene scene, String title) {
        this.scene = scene;
        this.out = new ProseBuilder(scene.presentation(), title, scene.text("status"));
    }

    /** A sentence with its source. */
    record Sentence(String text, String source) {

        Line line() {
            return Line.of(Span.of(text + " "), Span.emphasis(source));
        }
    }

    /** From a field of the engagement. */
    Sentence declared(String text, String field) {
        return new Sentence(text, scene.text("tag.engagement", field));
    }

    /** From a place of the assessment. */
    Sentence assessed(String text, String place) {
        return new Sentence(text, scene.text("tag.assessment", place));
    }

    /** For somebody to write; the text says what. */
    Sentence open(String text) {
        return new Sentence(text, scene.text("tag.open"));
    }

    Draft heading(int level, String key, Object... values) {
        out.heading(level, scene.text(key, values));
        return this;
    }

    Draft add(Sentence sentence) {
        out.line(sentence.line());
        return this;
    }

    Draft items(List<Sentence> sentences) {
        out.items(sentences.stream().map(Sentence::line).toList());
        return this;
    }

    /** A table whose last column is the source of each row. */
    Draft table(String caption, List<String> header, List<Cells> rows) {
        List<String> columns = new ArrayList<>();
        header.forEach(key -> columns.add(scene.text(key)));
        columns.add(scene.text("column.source"));
        out.table(scene.text(caption), columns, rows.stream().map(Cells::row).toList());
        return this;
    }

    /** Cells of a row and their source. */
    record Cells(List<String> texts, String source) {

        /** Copies the cells. */
        Cells {
            texts = List.copyOf(texts);
        }

        static Cells of(Sentence source, String... texts) {
            return new Cells(List.of(texts), source.source());
        }

        private Block.Row row() {
            List<Line> cells = new ArrayList<>();
            texts.forEach(text -> cells.add(Line.of(text)));
            cells.add(Line.of(Span.emphasis(source)));
            return new Block.Row(cells);
        }
    }

    Prose build() {
        return out.build();
    }
}
