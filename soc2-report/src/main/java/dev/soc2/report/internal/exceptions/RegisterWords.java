package dev.soc2.report.internal.exceptions;

import dev.soc2.report.internal.exceptions.Register.Entry;
import dev.soc2.report.internal.exceptions.Register.Kind;
import dev.soc2.report.internal.view.Findings;
import dev.soc2.report.internal.view.Presentation;
import dev.soc2.report.internal.words.Phrases;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the register says of a line, in one language. */
final class RegisterWords {

    private final Findings findings;
    private final Phrases phrases;

    RegisterWords(Findings findings, Presentation presentation) {
        this.findings = findings;
        this.phrases = presentation.phrases(RegisterWords.class, "exceptions");
    }

    String text(String key, Object... values) {
        return phrases.text(key, values);
    }

    String count(String key, long n) {
        return phrases.count(key, n);
    }

    String of(Kind kind) {
        return text("class." + kind);
    }

    String day(Optional<Instant> instant) {
        return instant.map(findings.dates()::day).orElse("");
    }

    String cause(Entry entry) {
        return entry.causes().isEmpty() ? text("cause.none") : String.join("; ", entry.causes());
    }

    String compensating(Entry entry) {
        return entry.compensating().isEmpty()
                ? text("compensating.none")
                : entry.compensating().stream()
                        .map(other -> other.id() + " (" + findings.words().of(other.verdict()) + ")")
                        .collect(Collectors.joining(", "));
    }

    String response(Entry entry) {
        return entry.responses().isEmpty()
                ? text("response.none")
                : entry.responses().stream()
                        .map(note -> note.text() + " (" + note.actor() + ")")
                        .collect(Collectors.joining("; "));
    }

    String owner(Entry entry) {
        return entry.removedBy().isBlank() ? text("owner.none") : entry.removedBy();
    }

    String status(Entry entry) {
        return entry.remediation().isEmpty()
                ? text("status.NONE")
                : entry.remediation().stream()
                        .map(remediation -> findings.words().of(remediation.state()))
                        .distinct()
                        .collect(Collectors.joining(", "));
    }
}
