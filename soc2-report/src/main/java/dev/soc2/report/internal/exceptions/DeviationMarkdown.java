package dev.soc2.report.internal.exceptions;

import dev.soc2.report.internal.exceptions.Register.Entry;
import dev.soc2.report.internal.markdown.MarkdownText;
import dev.soc2.report.internal.view.Findings;
import dev.soc2.report.internal.view.Presentation;
import dev.soc2.report.internal.words.Figures;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The register in GitHub flavoured Markdown: a table to overlook it, then each line with its cause and its response. */
public final class DeviationMarkdown {

    private final Findings findings;
    private final RegisterWords words;
    private final StringBuilder out = new StringBuilder(1 << 12);

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
        line("# " + text(words.text("title", findings.subject())));
        line("");
        line("> " + words.text("about"));
        line("");
        line(text(findings.time()));
        line("");
        if (entries.isEmpty()) {
            line(words.text("none"));
        }
    }

    private void table(List<Entry> entries) {
        List<String> keys = List.of(
                "column.id",
                "column.control",
                "column.found",
                "column.dates",
                "column.criteria",
                "column.class",
                "column.owner",
                "column.due",
                "column.status");
        row(keys.stream().map(key -> words.text(key)).toArray(String[]::new));
        row(Collections.nCopies(keys.size(), "---").toArray(String[]::new));
        entries.forEach(entry -> row(
                entry.id(),
                text(entry.about() + (entry.test().isEmpty() ? "" : " " + entry.test())),
                share(entry),
                text(dates(entry)),
                String.join(", ", entry.criteria()),
                words.of(entry.kind()),
                text(words.owner(entry)),
                text(words.day(entry.due())),
                words.status(entry)));
        line("");
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
        line("## " + entry.id() + " " + text(entry.about() + " " + entry.title()));
        line("");
        fact("column.facts", Register.facts(entry));
        fact("column.cause", words.cause(entry));
        fact("column.compensating", words.compensating(entry));
        fact("column.response", words.response(entry));
        entry.remediation().stream()
                .filter(remediation -> !remediation.action().isBlank())
                .forEach(remediation -> fact("column.remedy", remediation.action()));
        line("");
    }

    private void fact(String key, String value) {
        line("- " + words.text(key) + ": " + text(value));
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
