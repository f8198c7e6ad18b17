package dev.soc2.evidence.internal.register;

import dev.soc2.evidence.format.ExportFile;
import dev.soc2.evidence.format.Rows;
import dev.soc2.evidence.internal.json.JsonExport;
import dev.soc2.evidence.internal.json.JsonRecord;
import dev.soc2.evidence.internal.outcome.ImportCode;
import dev.soc2.model.evidence.EvidenceBuilder;
import dev.soc2.model.issue.Issue;
import dev.soc2.model.issue.Location;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a register up to a snapshot.
 *
 * <p>A snapshot with a row that was refused is not whole: whom it does not show may stand in that row. So nobody is gone
 * because of it, and nobody is new compared with it; that waits for the next whole snapshot, and the interval is longer.
 */
final class Register {

    private final RegisterOptions options;
    private final CountedRows rows;
    private final Map<String, Sighting> known = new LinkedHashMap<>();
    private @Nullable SnapshotTime last;
    private @Nullable SnapshotTime lastWhole;

    Register(RegisterOptions options, Rows rows) {
        this.options = options;
        this.rows = new CountedRows(rows);
    }

    void snapshot(ExportFile file, SnapshotTime now) throws IOException {
        RegisterRecords records = new RegisterRecords(options, file.source(), now);
        int refused = rows.refused();
        Set<String> seen = new HashSet<>();
        if (last != null) {
            byte[] head = now.text().getBytes(StandardCharsets.UTF_8);
            rows.take(List.of(records.coverage(last)), Location.of(file.document()), head, 0, head.length);
        }
        new JsonExport(file, Set.of(options.entries())).read(rows, row -> entry(row, seen, records, now));
        if (rows.refused() == refused) {
            removed(file, seen, records);
            lastWhole = now;
        }
        last = now;
    }

    private void entry(JsonRecord row, Set<String> seen, RegisterRecords records, SnapshotTime now) {
        Optional<String> id = row.value().name(options.id());
        if (id.isEmpty()) {
            refuse(row, "has no name in '" + options.id() + "'", "name the field with 'id'");
        } else if (row.value().has(options.status())
                && Entry.status(row, options).isEmpty()) {
            refuse(row, "has no word in '" + options.status() + "'", "name the field with 'status'");
        } else if (!seen.add(id.get())) {
            refuse(row, "has the name of an earlier one of this snapshot", "export the register again");
        } else {
            take(row, new Entry(id.get(), row, options), records, now);
        }
    }

    private void take(JsonRecord row, Entry entry, RegisterRecords records, SnapshotTime now) {
        List<EvidenceBuilder> taken = new ArrayList<>(records.seen(entry));
        Sighting before = known.get(entry.id());
        if (before != null && !before.isGone()) {
            taken.addAll(records.changed(before.entry(), entry, before.time()));
        } else if (lastWhole != null) {
            taken.addAll(records.appeared(entry, lastWhole));
        }
        known.put(entry.id(), new Sighting(entry, now, false));
        if (taken.isEmpty()) {
            rows.leaveOut();
        } else {
            rows.take(
                    taken,
                    row.place(),
                    row.slice().bytes(),
                    row.slice().from(),
                    row.slice().to());
        }
    }

    /** An entry that is missing is a row of its own, with the bytes of the last one that was there. */
    private void removed(ExportFile file, Set<String> seen, RegisterRecords records) {
        for (Map.Entry<String, Sighting> one : known.entrySet()) {
            Sighting before = one.getValue();
            if (!before.isGone() && !seen.contains(one.getKey())) {
                List<EvidenceBuilder> taken = records.removed(before.entry(), before.time());
                if (!taken.isEmpty()) {
                    byte[] raw = before.entry().raw();
                    rows.take(taken, Location.of(file.document()), raw, 0, raw.length);
                }
                one.setValue(new Sighting(before.entry(), before.time(), true));
            }
        }
    }

    private void refuse(JsonRecord row, String what, String fix) {
        rows.refuse(List.of(Issue.error(ImportCode.FIELD.code(), row.place(), "the entry " + what, fix)));
    }
}
