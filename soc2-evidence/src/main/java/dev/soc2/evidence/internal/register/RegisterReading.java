package dev.soc2.evidence.internal.register;

import dev.soc2.evidence.format.ExportFile;
import dev.soc2.evidence.format.ExportReading;
import dev.soc2.evidence.format.Rows;
import dev.soc2.evidence.internal.json.JsonExport;
import dev.soc2.evidence.internal.json.JsonObject;
import dev.soc2.evidence.internal.outcome.ImportCode;
import dev.soc2.model.issue.Issue;
import dev.soc2.model.issue.Location;
import dev.soc2.model.issue.Soc2Exception;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds out when each snapshot was taken, and reads them in that order once all files are known. Holds the entries of
 * one register, whatever the number of its snapshots.
 */
final class RegisterReading implements ExportReading {

    private final RegisterOptions options;
    private final Rows rows;
    private final List<Dated> snapshots = new ArrayList<>();

    private record Dated(ExportFile file, SnapshotTime time) {}

    RegisterReading(RegisterOptions options, Rows rows) {
        this.options = options;
        this.rows = rows;
    }

    @Override
    public void read(ExportFile file) throws IOException {
        Optional<SnapshotTime> time = time(file);
        if (time.isPresent()
                && snapshots.stream()
                        .anyMatch(
                                other -> other.time().latest().equals(time.get().latest()))) {
            refuse(file, "is a second snapshot of " + time.get().text(), "leave one of the two out");
        } else {
            time.ifPresent(known -> snapshots.add(new Dated(file, known)));
        }
    }

    @Override
    public void end() {
        snapshots.sort(Comparator.comparing((Dated dated) -> dated.time().latest())
                .thenComparing(dated -> dated.file().document()));
        Register register = new Register(options, rows);
        for (Dated dated : snapshots) {
            try {
                register.snapshot(dated.file(), dated.time());
            } catch (IOException e) {
                throw new Soc2Exception(
                        ImportCode.UNREADABLE.at(
                                Location.of(dated.file().document()),
                                "the file cannot be read",
                                "check that it is there and that it may be read"),
                        e);
            }
        }
    }

    private Optional<SnapshotTime> time(ExportFile file) throws IOException {
        if (options.nameTellsTime()) {
            String name = file.document().substring(file.document().lastIndexOf('/') + 1);
            Optional<SnapshotTime> time = SnapshotTime.ofName(name, options.zone());
            if (time.isEmpty()) {
                refuse(
                        file,
                        "has no day in its name, or a day without a zone, so that nobody knows when it was taken",
                        "name it as users-2025-01-31.json and declare the zone, or as users-2025-01-31T04-00-00Z.json");
            }
            return time;
        }
        JsonExport export = new JsonExport(file, Set.of(options.entries()));
        Optional<JsonObject> outline = export.outline();
        Optional<SnapshotTime> time =
                outline.flatMap(found -> found.text(options.at())).flatMap(SnapshotTime::of);
        if (time.isEmpty() && (outline.isPresent() || isSound(export))) {
            refuse(
                    file,
                    "tells no time with an offset in '" + options.at() + "', so that nobody knows when it was taken",
                    "name the field with 'at', or declare timeInName: true");
        }
        return time;
    }

    /** Whether nothing else is wrong with a file; what is wrong is refused. */
    private boolean isSound(JsonExport export) throws IOException {
        CountedRows counted = new CountedRows(rows);
        export.read(counted, row -> {});
        return counted.refused() == 0;
    }

    private void refuse(ExportFile file, String what, String fix) {
        rows.refuse(List.of(Issue.error(
                ImportCode.FIELD.code(),
                Location.of(file.document()),
                "the snapshot " + what + "; nothing of it was kept",
                fix)));
    }
}
