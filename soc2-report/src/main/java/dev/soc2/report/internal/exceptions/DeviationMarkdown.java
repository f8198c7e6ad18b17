package dev.soc2.report.internal.exceptions;

import static dev.soc2.report.internal.markdown.MarkdownPage.text;

import dev.soc2.report.internal.exceptions.Register.Entry;
import dev.soc2.report.internal.markdown.MarkdownPage;
import dev.soc2.report.internal.view.Findings;
import dev.soc2.report.internal.view.Presentation;
import dev.soc2.report.internal.words.Figures;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The register in GitHub flavoured Markdown: a table to overlook it, then each line with its cause and its response. */
public final class DeviationMarkdown {

    private final Findings findings;
    private final RegisterWords words;
    private final MarkdownPage out = new MarkdownPage();

    private DeviationMarkdown(Findings findings, Presentation presentation) {
        this.findings = findings;
        this.words = new RegisterWords(findings, presentation);
    }

    /** The text. */
    public static String render(Findings findings, Presentation presentation) {
        DeviationMarkdown page = new DeviationMarkdown(findings, presentation);
        List<Entry> entries = Register.of(findings);
        page.front(entries);
        if (!entries.isEmpty()) {
            page.table(entries);
            entries.forEach(page::entry);
        }
        return page.out.toString();
    }

    private void front(List<Entry> entries) {
        out.heading(1, text(words.text("title", findings.subject())));
        out.quote(words.text("about"));
        out.blank();
        out.paragraph(text(findings.time()));
        if (entries.isEmpty()) {
            out.line(words.text("none"));
        }
    }

    private void table(List<Entry> entries) {
        out.head(Stream.of(
                        "column.id",
                        "column.control",
                        "column.found",
                        "column.dates",
                        "column.criteria",
                        "column.class",
                        "column.owner",
                        "column.due",
                        "column.status")
                .map(key -> words.text(key))
                .toList());
        entries.forEach(entry -> out.row(
                entry.id(),
                text(entry.about() + (entry.test().isEmpty() ? "" : " " + entry.test())),
                share(entry),
                text(dates(entry)),
                String.join(", ", entry.criteria()),
                words.of(entry.kind()),
                text(words.owner(entry)),
                text(words.day(entry.due())),
                words.status(entry)));
        out.blank();
    }

    private String share(Entry entry) {
        return entry.of() == 0 ? "" : words.text("share", Figures.grouped(entry.found()), Figures.grouped(entry.of()));
    }

    private String dates(Entry entry) {
        Optional<String> first = entry.first().map(findings.dates()::day);
        Optional<String> last = entry.last().map(findings.dates()::day);
        return first.equals(last) ? first.orElse("") : words.text("dates", first.orElse(""), last.orElse(""));
    }

    private void entry(Entry entry) {
        out.heading(2, entry.id() + " " + text(entry.about() + " " + entry.title()));
        fact("column.facts", Register.facts(entry));
        fact("column.cause", words.cause(entry));
        fact("column.compensating", words.compensating(entry));
        fact("column.response", words.response(entry));
        entry.remediation().stream()
                .filter(remediation -> !remediation.action().isBlank())
                .forEach(remediation -> fact("column.remedy", remediation.action()));
        out.blank();
    }

    private void fact(String key, String value) {
        out.item(words.text(key) + ": " + text(value));
    }
}
