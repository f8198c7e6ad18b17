package dev.soc2.evidence.internal.github;

import dev.soc2.evidence.format.EvidenceFormat;
import dev.soc2.evidence.format.ExportReader;
import dev.soc2.evidence.format.ExportReading;
import dev.soc2.evidence.format.FormatOptions;
import dev.soc2.evidence.format.Rows;
import dev.soc2.evidence.internal.event.EventRow;
import dev.soc2.evidence.internal.event.EventTimes;
import dev.soc2.evidence.internal.event.LogReader;
import dev.soc2.evidence.internal.file.UnpackedFile;
import dev.soc2.evidence.internal.json.JsonExport;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What GitHub tells about changes and members: objects of its REST API, and deliveries of webhooks, packed or bare. */
public final class GitHub implements EvidenceFormat {

    private static final Set<String> ARRAYS = Set.of("check_runs", "check_suites");

    /** What an export can be complete for. */
    private enum Kind {
        PULL_REQUESTS,
        REVIEWS,
        CHECKS,
        DEPLOYMENTS,
        MEMBERS,
        MEMBERSHIPS,
        EVENTS;

        List<String> types() {
            return switch (this) {
                case PULL_REQUESTS -> List.of("change.proposed", "change.merged");
                case REVIEWS -> List.of("change.reviewed");
                case CHECKS -> List.of("change.tested");
                case DEPLOYMENTS -> List.of("change.deployed");
                case MEMBERS ->
                    List.of("iam.account.created", "iam.account.disabled", "iam.access.granted", "iam.access.revoked");
                case MEMBERSHIPS -> List.of("iam.role.members");
                case EVENTS -> List.of("audit.event");
            };
        }
    }

    @Override
    public String name() {
        return "GITHUB";
    }

    @Override
    public Set<String> endings() {
        return LogReader.ENDINGS;
    }

    @Override
    public Optional<ExportReader> open(FormatOptions options) {
        EventTimes times = EventTimes.of(options);
        Optional<String> system = options.name("system");
        Map<String, String> environments = options.pairs("environments").orElse(Map.of());
        Optional<Set<String>> whole = types(options.names("holds").orElse(List.of()));
        if (whole.isEmpty()) {
            options.refuse(
                    "holds",
                    "names something else than GITHUB can hold",
                    "list what the export is complete for, of "
                            + String.join(
                                    ", ",
                                    Arrays.stream(Kind.values()).map(Kind::name).toList()));
        }
        return whole.map(held -> new Reader(held, new GitHubOptions(times, system, environments)));
    }

    private static Optional<Set<String>> types(List<String> holds) {
        Set<String> types = new TreeSet<>();
        for (String word : holds) {
            String name = word.strip().toUpperCase(Locale.ROOT).replace('-', '_');
            Optional<Kind> kind = Arrays.stream(Kind.values())
                    .filter(value -> value.name().equals(name))
                    .findFirst();
            if (kind.isEmpty()) {
                return Optional.empty();
            }
            types.addAll(kind.get().types());
        }
        return Optional.of(Set.copyOf(types));
    }

    private record Reader(Set<String> wholeOf, GitHubOptions options) implements ExportReader {

        @Override
        public Set<String> types() {
            return Arrays.stream(Kind.values())
                    .flatMap(kind -> kind.types().stream())
                    .collect(Collectors.toUnmodifiableSet());
        }

        @Override
        public String query() {
            String environments =
                    options.environments().isEmpty() ? "" : "environments=" + new TreeMap<>(options.environments());
            return String.join(" ", options.times().query(), environments).strip();
        }

        @Override
        public ExportReading begin(Rows rows) {
            GitHubRows taker = new GitHubRows(options);
            return packed -> UnpackedFile.read(
                    packed,
                    rows,
                    file -> new JsonExport(file, ARRAYS).read(rows, row -> taker.read(new EventRow(row, file, rows))));
        }
    }
}
