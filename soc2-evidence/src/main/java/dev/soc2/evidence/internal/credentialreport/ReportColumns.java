package dev.soc2.evidence.internal.credentialreport;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where the columns of a credential report stand. */
final class ReportColumns {

    /** Without these a table is no credential report. */
    static final List<String> NEEDED = List.of(
            "user",
            "arn",
            "user_creation_time",
            "password_enabled",
            "password_last_used",
            "mfa_active",
            "access_key_1_active",
            "access_key_2_active");

    private static final Set<String> OTHER = Set.of(
            "password_last_changed",
            "password_next_rotation",
            "access_key_1_last_rotated",
            "access_key_1_last_used_date",
            "access_key_1_last_used_region",
            "access_key_1_last_used_service",
            "access_key_2_last_rotated",
            "access_key_2_last_used_date",
            "access_key_2_last_used_region",
            "access_key_2_last_used_service",
            "cert_1_active",
            "cert_1_last_rotated",
            "cert_2_active",
            "cert_2_last_rotated");

    private final Map<String, Integer> columns;
    private final int width;

    private ReportColumns(Map<String, Integer> columns, int width) {
        this.columns = columns;
        this.width = width;
    }

    /** The columns of a header; nothing when one is missing or stands twice. */
    static Optional<ReportColumns> of(List<String> header) {
        Map<String, Integer> columns = new HashMap<>();
        for (int i = 0; i < header.size(); i++) {
            if (columns.putIfAbsent(header.get(i).strip(), i) != null) {
                return Optional.empty();
            }
        }
        return columns.keySet().containsAll(NEEDED)
                ? Optional.of(new ReportColumns(Map.copyOf(columns), header.size()))
                : Optional.empty();
    }

    int width() {
        return width;
    }

    /** How many columns no record keeps. */
    long unknown() {
        return columns.keySet().stream()
                .filter(column -> !NEEDED.contains(column) && !OTHER.contains(column))
                .count();
    }

    Optional<Integer> index(String column) {
        return Optional.ofNullable(columns.get(column));
    }
}
