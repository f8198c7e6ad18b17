package dev.soc2.evidence.internal.kev;

import dev.soc2.evidence.format.ExportFile;
import dev.soc2.evidence.internal.findings.Draft;
import dev.soc2.evidence.internal.findings.Outcome;
import dev.soc2.evidence.internal.findings.RecordId;
import dev.soc2.evidence.internal.findings.RowFaults;
import dev.soc2.evidence.internal.findings.Words;
import dev.soc2.evidence.internal.json.JsonObject;
import dev.soc2.evidence.internal.json.JsonRecord;
import dev.soc2.model.evidence.Evidence;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** One listed vulnerability. */
final class KevEntry {

    static final String TYPE = "vuln.listed";

    private final JsonRecord row;
    private final JsonObject entry;
    private final Optional<JsonObject> catalog;
    private final ExportFile file;
    private final ZoneId zone;

    KevEntry(JsonRecord row, Optional<JsonObject> catalog, ExportFile file, ZoneId zone) {
        this.row = row;
        this.entry = row.value();
        this.catalog = catalog;
        this.file = file;
        this.zone = zone;
    }

    Outcome read() {
        RowFaults faults = new RowFaults(row.place());
        if (row.array().isEmpty() || catalog.isEmpty()) {
            faults.add(
                    "this is no catalogue of known exploited vulnerabilities, or it breaks off",
                    "download the catalogue as JSON");
            return faults.refused();
        }
        Optional<String> name =
                faults.need(entry.text("cveID"), "the entry has no cveID", "download the catalogue again");
        Optional<LocalDate> added = faults.need(
                entry.text("dateAdded").flatMap(KevEntry::day),
                "the entry has no dateAdded that can be read",
                "download the catalogue again");
        Optional<LocalDate> due = entry.text("dueDate").flatMap(KevEntry::day);
        if (due.isEmpty() && entry.has("dueDate")) {
            faults.add("the dueDate of the entry cannot be read", "download the catalogue again");
        }
        Optional<Instant> released = faults.need(
                catalog.get().instant("dateReleased").or(file::extractedAt),
                "the catalogue has no dateReleased",
                "download the catalogue again, or declare 'extractedAt' for this export");
        return faults.orElse(() -> List.of(record(name.orElseThrow(), added.orElseThrow(), due, released.orElseThrow())
                .record()));
    }

    /** A due day before the day of listing is kept as it stands, and marked. */
    private Draft record(String name, LocalDate added, Optional<LocalDate> due, Instant released) {
        String id = RecordId.of(file.source(), name, released);
        return new Draft(Evidence.of(id, TYPE, name, added.atStartOfDay(zone).toInstant(), file.source()))
                .observedAt(released)
                .text("vulnerability", name)
                .instant(
                        "dueAt",
                        due.map(day ->
                                day.plusDays(1).atStartOfDay(zone).toInstant().minusNanos(1)))
                .flag("dueBeforeListed", due.map(day -> day.isBefore(added)))
                .text("vendor", entry.text("vendorProject"))
                .text("component", entry.text("product"))
                .text("title", entry.text("vulnerabilityName"))
                .text("action", entry.text("requiredAction"))
                .text("ransomware", entry.text("knownRansomwareCampaignUse").map(Words::upper));
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text.strip()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
