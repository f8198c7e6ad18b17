package dev.soc2.evidence.internal.policies;

import dev.soc2.evidence.format.ExportFile;
import dev.soc2.evidence.format.Rows;
import dev.soc2.evidence.internal.json.JsonObject;
import dev.soc2.evidence.internal.markdown.MarkdownFile;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.EvidenceBuilder;
import dev.soc2.model.issue.Issue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Makes records of the front matter of a policy: one for each dated fact that it states. */
final class PolicyFile {

    private final PolicyOptions options;
    private final ExportFile file;
    private final Rows rows;

    PolicyFile(PolicyOptions options, ExportFile file, Rows rows) {
        this.options = options;
        this.file = file;
        this.rows = rows;
    }

    void row(MarkdownFile row) {
        List<Issue> faults = new ArrayList<>();
        List<EvidenceBuilder> records = new ArrayList<>(revisions(row, faults));
        new TreeMap<>(options.fields())
                .forEach((event, field) -> row.facts()
                        .name(field)
                        .ifPresent(text -> instant(row, field, text, faults)
                                .ifPresent(time -> records.add(event(row, event, text, time)))));
        if (!faults.isEmpty()) {
            rows.refuse(faults);
        } else if (records.isEmpty()) {
            rows.refuse(row.fault(
                    "the front matter tells no day on which anything happened to the policy",
                    "write majorRevisions with dates, or declare the fields that tell it"));
        } else {
            rows.take(records, row.place(), row.raw());
        }
    }

    /** A major revision is a change of the text, and no word that anybody approved it. */
    private List<EvidenceBuilder> revisions(MarkdownFile row, List<Issue> faults) {
        List<EvidenceBuilder> records = new ArrayList<>();
        Map<String, Integer> ofDay = new HashMap<>();
        for (JsonObject revision : row.facts().objects("majorRevisions")) {
            String text = revision.name("date").orElse("");
            Optional<Instant> time = instant(row, "majorRevisions", text, faults);
            if (time.isPresent()) {
                String version = options.day(text).map(String::valueOf).orElse(text);
                int number = ofDay.merge(version, 1, Integer::sum);
                EvidenceBuilder changed = record(
                                row, "changed", number > 1 ? version + "#" + number : version, time.get())
                        .with("version", version);
                revision.text("comment").ifPresent(comment -> changed.with("comment", comment));
                records.add(changed);
            }
        }
        return records;
    }

    private EvidenceBuilder event(MarkdownFile row, String event, String text, Instant time) {
        EvidenceBuilder record = record(row, event, text, time);
        options.version().flatMap(row.facts()::name).ifPresent(version -> record.with("version", version));
        if (event.equals("approved")) {
            options.approvedBy().flatMap(row.facts()::text).ifPresent(record::actor);
        }
        if (event.equals("approved") || event.equals("reviewed")) {
            options.role().flatMap(row.facts()::text).ifPresent(role -> record.with("role", role));
        }
        return record;
    }

    private EvidenceBuilder record(MarkdownFile row, String event, String detail, Instant time) {
        String subject = row.facts().name(options.subject()).orElse(row.stem());
        EvidenceBuilder record = Evidence.of(
                file.source() + ":" + subject + ":" + event + ":" + detail,
                "policy." + event,
                subject,
                time,
                file.source());
        file.extractedAt().ifPresent(record::observedAt);
        row.facts().text("name").or(() -> row.facts().text("title")).ifPresent(name -> record.with("name", name));
        row.facts().attribute("satisfies").ifPresent(criteria -> record.with("satisfies", criteria));
        return record;
    }

    private Optional<Instant> instant(MarkdownFile row, String field, String text, List<Issue> faults) {
        Optional<Instant> instant = options.instant(text);
        if (instant.isEmpty()) {
            faults.addAll(row.fault(
                    "'" + field + "' holds no day that can be read, or a day without a declared zone",
                    "write it as 2025-01-31, declare dayFormat for another form, and the zone of days"));
        }
        return instant;
    }
}
