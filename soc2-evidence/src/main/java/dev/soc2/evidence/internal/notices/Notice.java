package dev.soc2.evidence.internal.notices;

import dev.soc2.evidence.internal.json.JsonObject;
import dev.soc2.evidence.internal.markdown.MarkdownFile;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.EvidenceBuilder;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What one notice says, and the records that it becomes. Times stand as they are written, also where a notice was
 * resolved before it began: that is told on both records and never mended.
 */
final class Notice {

    static final String DETECTED = "incident.detected";
    static final String RESOLVED = "incident.resolved";
    static final String MAINTENANCE = "maintenance.window";

    private final String id;
    private final String source;
    private final Instant start;
    private final JsonObject facts;
    private final Optional<Instant> end;
    private final Optional<Instant> seen;

    private Notice(MarkdownFile file, String source, Instant start, Optional<ZoneId> zone, Optional<Instant> seen) {
        this.id = file.stem();
        this.source = source;
        this.start = start;
        this.facts = file.facts();
        this.end = facts.text("resolvedWhen").flatMap(text -> NoticeTime.of(text, zone));
        this.seen = seen;
    }

    /** The notice; nothing when it does not tell when it began. */
    static Optional<Notice> of(MarkdownFile file, String source, Optional<ZoneId> zone, Optional<Instant> seen) {
        return file.facts()
                .text("date")
                .flatMap(text -> NoticeTime.of(text, zone))
                .map(start -> new Notice(file, source, start, zone, seen));
    }

    /** A maintenance is a notice whose title holds one of the words; all else is an incident. */
    boolean isMaintenance(List<String> words) {
        String title = facts.text("title").orElse("").toLowerCase(Locale.ROOT);
        return words.stream().anyMatch(word -> title.contains(word.toLowerCase(Locale.ROOT)));
    }

    /** The incident, and its end when the notice says that there was one and when. */
    List<EvidenceBuilder> incident() {
        List<EvidenceBuilder> records = new ArrayList<>();
        EvidenceBuilder detected = common(record(id + ":detected", DETECTED, id, start));
        detected.with("affected", facts.texts("affected"));
        facts.flag("resolved").ifPresent(resolved -> detected.with("resolved", resolved));
        end.ifPresent(instant -> detected.with("resolvedAt", instant.toString()));
        if (end.isEmpty()) {
            facts.text("resolvedWhen").ifPresent(text -> detected.with("resolvedWhen", text));
        }
        records.add(detected);
        if (end.isPresent() && facts.flag("resolved").orElse(false)) {
            records.add(
                    common(record(id + ":resolved", RESOLVED, id, end.get())).with("detectedAt", start.toString()));
        }
        return records;
    }

    /** A window for each system that is named, or one for the notice where none is. */
    List<EvidenceBuilder> maintenance() {
        List<EvidenceBuilder> records = new ArrayList<>();
        List<String> systems = facts.texts("affected").stream().distinct().toList();
        for (String system : systems.isEmpty() ? List.of(id) : systems) {
            EvidenceBuilder window = common(record(id + ":maintenance:" + system, MAINTENANCE, system, start))
                    .with("notice", id)
                    .with("from", start.toString());
            end.ifPresent(instant -> window.with("to", instant.toString()));
            records.add(window);
        }
        return records;
    }

    private EvidenceBuilder record(String name, String type, String subject, Instant time) {
        EvidenceBuilder record = Evidence.of(source + ":" + name, type, subject, time, source);
        seen.ifPresent(record::observedAt);
        return record;
    }

    private EvidenceBuilder common(EvidenceBuilder record) {
        facts.text("title").ifPresent(title -> record.with("title", title));
        facts.text("severity")
                .ifPresent(word -> record.with("severity", word.strip().toUpperCase(Locale.ROOT)));
        if (end.filter(instant -> instant.isBefore(start)).isPresent()) {
            record.with("resolvedBeforeStart", true);
        }
        return record;
    }
}
