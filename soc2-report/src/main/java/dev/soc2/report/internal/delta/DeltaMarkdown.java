package dev.soc2.report.internal.delta;

import dev.soc2.model.result.Assessment;
import dev.soc2.report.compare.ResultChange;
import dev.soc2.report.internal.markdown.MarkdownText;
import dev.soc2.report.internal.view.Presentation;
import dev.soc2.report.internal.words.Figures;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** What changed, in GitHub flavoured Markdown: first what is compared differently, then what came of it. */
public final class DeltaMarkdown {

    private final DeltaView view;
    private final StringBuilder out = new StringBuilder(1 << 12);

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
        line("# " + text(view.text("title", view.after().subject())));
        line("");
        line("> " + view.text("status"));
        line("");
        line("**" + view.headline() + "**");
        line("");
        line("- " + view.text("before") + ": " + text(view.side(view.before())));
        line("- " + view.text("after") + ": " + text(view.side(view.after())));
        line("");
    }

    private void frame() {
        line("## " + view.text("frame"));
        line("");
        if (view.delta().frame().isEmpty()) {
            line(view.text("frame.same"));
            line("");
            return;
        }
        head("column.what", "column.about", "before", "after", "column.kind");
        view.frame()
                .forEach(change -> row(
                        view.aspect(change),
                        text(change.about()),
                        text(view.value(change.before())),
                        text(view.value(change.after())),
                        view.causes(List.of(change.aspect().cause()))));
        line("");
    }

    private void counts() {
        line("## " + view.text("counts"));
        line("");
        line("| | " + String.join(" | ", view.classes()) + " |");
        line("| --- |" + " ---: |".repeat(view.classes().size()));
        view.counts()
                .forEach(row -> line("| " + row.name() + " | "
                        + row.counts().stream().map(Figures::grouped).collect(Collectors.joining(" | ")) + " |"));
        line("");
    }

    private void changes(String title, List<ResultChange> all) {
        List<ResultChange> changed = view.changed(all);
        if (changed.isEmpty()) {
            return;
        }
        line("## " + title);
        line("");
        head("column.class", "column.id", "before", "after", "column.cause");
        changed.forEach(change -> row(
                view.sign(change.kind()) + " " + view.of(change.kind()),
                text(change.id() + " " + change.title()),
                view.standing(change.before()),
                view.standing(change.after()),
                view.causes(change.causes())));
        line("");
    }

    private void items() {
        if (view.withItems().isEmpty()) {
            return;
        }
        line("## " + view.text("items"));
        line("");
        for (ResultChange control : view.withItems()) {
            line("### " + text(control.id() + " " + control.title()));
            line("");
            head("column.class", "column.item", "before", "after", "column.found", "column.cause", "column.evidence");
            view.items(control)
                    .forEach(item -> row(
                            view.sign(item.kind()) + " " + view.of(item.kind()),
                            text(item.test() + " " + item.item()),
                            view.found(item.before()),
                            view.found(item.after()),
                            text(view.detail(item)),
                            view.causes(item.causes()),
                            text(view.records(item))));
            line("");
            if (!view.left(control).isEmpty()) {
                line(view.left(control));
                line("");
            }
        }
    }

    private void unchanged() {
        line("## " + view.text("class.UNCHANGED"));
        line("");
        line("- " + view.text("criteria") + ": "
                + ids(view.unchanged(view.delta().criteria())));
        line("- " + view.text("controls") + ": "
                + ids(view.unchanged(view.delta().controls())));
    }

    private String ids(List<String> ids) {
        return ids.isEmpty()
                ? view.text("none")
                : ids.stream().map(MarkdownText::of).collect(Collectors.joining(", "));
    }

    private void head(String... keys) {
        row(List.of(keys).stream().map(view::text).toArray(String[]::new));
        row(Collections.nCopies(keys.length, "---").toArray(String[]::new));
    }

    private void row(String... cells) {
        line("| " + String.join(" | ", cells) + " |");
    }

    private static String text(String text) {
        return MarkdownText.of(text);
    }

    private void line(String line) {
        out.append(line).append('\n');
    }
}
