package dev.soc2.evidence.internal.policies;

import dev.soc2.evidence.format.ExportFile;
import dev.soc2.evidence.format.Rows;
import dev.soc2.evidence.internal.json.JsonObject;
import dev.soc2.evidence.internal.json.JsonRecord;
import dev.soc2.evidence.internal.outcome.ImportCode;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.EvidenceBuilder;
import dev.soc2.model.issue.Issue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Makes records of the history of policy files: a commit changed a text or took it away, and says no more than that. */
final class PolicyHistory {

    private static final Map<String, String> TYPES =
            Map.of("created", "policy.changed", "revised", "policy.changed", "retired", "policy.retired");

    private final PolicyOptions options;
    private final ExportFile file;
    private final Rows rows;

    PolicyHistory(PolicyOptions options, ExportFile file, Rows rows) {
        this.options = options;
        this.file = file;
        this.rows = rows;
    }

    void row(JsonRecord row) {
        JsonObject value = row.value();
        Optional<String> policy = value.text("policy");
        Optional<String> commit = value.text("commit");
        Optional<String> change = value.text("change").map(word -> word.toLowerCase(Locale.ROOT));
        Optional<String> type = change.flatMap(word -> Optional.ofNullable(TYPES.get(word)));
        Optional<Instant> time = value.instant("occurredAt");
        if (policy.isEmpty() || commit.isEmpty() || time.isEmpty() || type.isEmpty()) {
            rows.refuse(List.of(Issue.error(
                    ImportCode.FIELD.code(),
                    row.place(),
                    "the row lacks 'policy', 'commit', 'occurredAt' with an offset, or 'change' as one of created,"
                            + " revised, retired",
                    "export the history of the policy files again")));
            return;
        }
        String subject = options.subjects().getOrDefault(policy.get(), policy.get());
        EvidenceBuilder record = Evidence.of(
                        file.source() + ":" + policy.get() + "@" + commit.get(),
                        type.get(),
                        subject,
                        time.get(),
                        file.source())
                .with("path", policy.get())
                .with("change", change.orElse("").toUpperCase(Locale.ROOT));
        if (type.get().equals("policy.changed")) {
            record.with("version", commit.get());
        }
        file.extractedAt().ifPresent(record::observedAt);
        value.text("author").ifPresent(record::actor);
        value.text("committer").ifPresent(name -> record.with("committer", name));
        value.attribute("pullRequests").ifPresent(numbers -> record.with("pullRequests", numbers));
        rows.take(
                List.of(record),
                row.place(),
                row.slice().bytes(),
                row.slice().from(),
                row.slice().to());
    }
}
