package dev.soc2.report.internal.delta;

import static dev.soc2.report.internal.markdown.MarkdownPage.text;

import dev.soc2.model.result.Assessment;
import dev.soc2.report.compare.ResultChange;
import dev.soc2.report.internal.markdown.MarkdownPage;
import dev.soc2.report.internal.markdown.MarkdownText;
import dev.soc2.report.internal.view.Presentation;
import dev.soc2.report.internal.words.Figures;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What changed, in GitHub flavoured Markdown: first what is compared differently, then what came of it. */
public final class DeltaMarkdown {

    private final DeltaView view;
    private final MarkdownPage out = new MarkdownPage();

    private DeltaMarkdown(DeltaView view) {
        this.view = view;
    }

    /** The text. */
    public static String render(Assessment before, Assessment after, Presentation presentation) {
        DeltaMarkdown page = new DeltaMarkdown(DeltaView.of(before, after, presentation));
        page.front();
        page.frame();
        page.counts();
        page.changes(page.view.text("criteria"), page.view.delta().criteria());
        page.changes(page.view.text("controls"), page.view.delta().controls());
        page.items();
        page.unchanged();
        return page.out.toString();
    }

    private void front() {
        out.heading(1, text(view.text("title", view.after().subject())));
        out.quote(view.text("status"));
        out.blank();
        out.paragraph("**" + view.headline() + "**");
        out.item(view.text("before") + ": " + text(view.side(view.before())));
        out.item(view.text("after") + ": " + text(view.side(view.after())));
        out.blank();
    }

    private void frame() {
        out.heading(2, view.text("frame"));
        if (view.delta().frame().isEmpty()) {
            out.paragraph(view.text("frame.same"));
            return;
        }
        head("column.what", "column.about", "before", "after", "column.kind");
        view.frame()
                .forEach(change -> out.row(
                        view.aspect(change),
                        text(change.about()),
                        text(view.before(change)),
                        text(view.after(change)),
                        view.causes(List.of(change.aspect().cause()))));
        out.blank();
    }

    private void counts() {
        out.heading(2, view.text("counts"));
        out.paragraph(view.text("counts.caption"));
        out.line("| | " + String.join(" | ", view.classes()) + " |");
        out.line("| --- |" + " ---: |".repeat(view.classes().size()));
        view.counts()
                .forEach(row -> out.row(Stream.concat(
                                Stream.of(row.name()), row.counts().stream().map(Figures::grouped))
                        .toList()));
        out.blank();
    }

    private void changes(String title, List<ResultChange> all) {
        List<ResultChange> changed = view.changed(all);
        if (changed.isEmpty()) {
            return;
        }
        out.heading(2, title);
        head("column.class", "column.id", "before", "after", "column.cause");
        changed.forEach(change -> out.row(
                view.sign(change.kind()) + " " + view.of(change.kind()),
                text(change.id() + " " + change.title()),
                view.standing(change.before()),
                view.standing(change.after()),
                view.causes(change.causes())));
        out.blank();
    }

    private void items() {
        if (view.withItems().isEmpty()) {
            return;
        }
        out.heading(2, view.text("items"));
        for (ResultChange control : view.withItems()) {
            out.heading(3, text(control.id() + " " + control.title()));
            head("column.class", "column.item", "before", "after", "column.found", "column.cause", "column.evidence");
            view.items(control)
                    .forEach(item -> out.row(
                            view.sign(item.kind()) + " " + view.of(item.kind()),
                            text(item.test() + " " + item.item()),
                            view.found(item.before()),
                            view.found(item.after()),
                            text(view.detail(item)),
                            view.causes(item.causes()),
                            text(view.records(item))));
            out.blank();
            if (!view.left(control).isEmpty()) {
                out.paragraph(view.left(control));
            }
        }
    }

    private void unchanged() {
        out.heading(2, view.text("class.UNCHANGED"));
        out.item(view.text("criteria") + ": " + ids(view.unchanged(view.delta().criteria())));
        out.item(view.text("controls") + ": " + ids(view.unchanged(view.delta().controls())));
    }

    private String ids(List<String> ids) {
        return ids.isEmpty()
                ? view.text("none")
                : ids.stream().map(MarkdownText::of).collect(Collectors.joining(", "));
    }

    private void head(String... keys) {
        out.head(Stream.of(keys).map(view::text).toList());
    }
}
