package dev.soc2.evidence.internal.credentialreport;

import dev.soc2.evidence.format.ExportFile;
import dev.soc2.evidence.format.Rows;
import dev.soc2.evidence.internal.csv.CsvRow;
import dev.soc2.evidence.internal.outcome.ImportCode;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.EvidenceBuilder;
import dev.soc2.model.issue.Issue;
import dev.soc2.model.issue.Location;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** One user of a credential report. */
final class ReportUser {

    /** What AWS writes where there is nothing to say. */
    private static final Set<String> ABSENT = Set.of("N/A", "no_information", "not_supported");

    private static final Map<String, String> FLAGS = Map.of(
            "password_enabled", "passwordEnabled",
            "mfa_active", "mfa",
            "access_key_1_active", "accessKey1Active",
            "access_key_2_active", "accessKey2Active",
            "cert_1_active", "certificate1Active",
            "cert_2_active", "certificate2Active");

    private static final Map<String, String> TIMES = Map.ofEntries(
            Map.entry("user_creation_time", "createdAt"),
            Map.entry("password_last_used", "passwordLastUsedAt"),
            Map.entry("password_last_changed", "passwordChangedAt"),
            Map.entry("password_next_rotation", "passwordExpiresAt"),
            Map.entry("access_key_1_last_rotated", "accessKey1RotatedAt"),
            Map.entry("access_key_1_last_used_date", "accessKey1LastUsedAt"),
            Map.entry("access_key_2_last_rotated", "accessKey2RotatedAt"),
            Map.entry("access_key_2_last_used_date", "accessKey2LastUsedAt"),
            Map.entry("cert_1_last_rotated", "certificate1RotatedAt"),
            Map.entry("cert_2_last_rotated", "certificate2RotatedAt"));

    private static final List<String> USES =
            List.of("password_last_used", "access_key_1_last_used_date", "access_key_2_last_used_date");

    private final CsvRow row;
    private final ReportColumns columns;
    private final ExportFile file;
    private final List<Issue> issues = new ArrayList<>();

    ReportUser(CsvRow row, ReportColumns columns, ExportFile file) {
        this.row = row;
        this.columns = columns;
        this.file = file;
    }

    void end(Rows rows, Optional<String> system) {
        if (row.cells().size() != columns.width()) {
            rows.refuse(List.of(ImportCode.CELLS.at(
                    place(),
                    "the row has " + row.cells().size() + " cells, and the table has " + columns.width() + " columns",
                    "download the credential report again")));
            return;
        }
        Optional<EvidenceBuilder> record = record(system);
        if (record.isEmpty() || !issues.isEmpty()) {
            rows.refuse(issues);
        } else {
            rows.take(List.of(record.get()), place(), row.raw());
        }
    }

    private Optional<EvidenceBuilder> record(Optional<String> system) {
        Optional<String> arn = cell("arn");
        Optional<String> user = cell("user");
        Optional<Instant> at = file.extractedAt();
        if (arn.isEmpty() || user.isEmpty()) {
            fault(ImportCode.REQUIRED, "the cells `user` and `arn` are needed", "download the credential report again");
        }
        if (at.isEmpty()) {
            fault(
                    ImportCode.FIELD,
                    "the report does not say when it was generated",
                    "declare in `extractedAt` the time that AWS names as GeneratedTime");
        }
        if (!issues.isEmpty()) {
            return Optional.empty();
        }
        EvidenceBuilder state = Evidence.of(
                        arn.get() + "@" + at.get(), AwsCredentialReport.TYPE, arn.get(), at.get(), file.source())
                .with("system", system.or(() -> account(arn.get())).orElse(file.source()))
                .with("user", user.get());
        new TreeMap<>(FLAGS).forEach((column, name) -> flag(column).ifPresent(value -> state.with(name, value)));
        new TreeMap<>(TIMES)
                .forEach((column, name) -> time(column).ifPresent(value -> state.with(name, value.toString())));
        USES.stream()
                .flatMap(column -> time(column).stream())
                .max(Instant::compareTo)
                .ifPresent(last -> state.with("lastUsedAt", last.toString()));
        return Optional.of(state);
    }

    /** The account that the ARN of a user names. */
    private static Optional<String> account(String arn) {
        String[] parts = arn.split(":", -1);
        return parts.length > 5 && !parts[4].isBlank() ? Optional.of("aws:" + parts[4]) : Optional.empty();
    }

    private Optional<String> cell(String column) {
        return columns.index(column)
                .map(index -> row.cells().get(index).strip())
                .filter(text -> !text.isEmpty() && !ABSENT.contains(text));
    }

    private Optional<Boolean> flag(String column) {
        Optional<String> text = cell(column);
        if (text.isPresent()
                && !text.get().equalsIgnoreCase("true")
                && !text.get().equalsIgnoreCase("false")) {
            fault(ImportCode.CELL, "column '" + column + "': this is neither true nor false", "download it again");
        }
        return text.map("true"::equalsIgnoreCase);
    }

    private Optional<Instant> time(String column) {
        Optional<String> text = cell(column);
        try {
            return text.map(time -> OffsetDateTime.parse(time).toInstant());
        } catch (DateTimeException e) {
            fault(ImportCode.CELL, "column '" + column + "': this is no time with an offset", "download it again");
            return Optional.empty();
        }
    }

    private void fault(ImportCode code, String what, String fix) {
        Issue issue = code.at(place(), what, fix);
        if (!issues.contains(issue)) {
            issues.add(issue);
        }
    }

    private Location place() {
        return Location.of(file.document(), row.line(), 1);
    }
}
