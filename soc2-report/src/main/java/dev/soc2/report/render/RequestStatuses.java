package dev.soc2.report.render;

import dev.soc2.model.issue.Issue;
import dev.soc2.model.issue.Location;
import dev.soc2.model.issue.Soc2Exception;
import dev.soc2.report.internal.io.CsvText;
import dev.soc2.report.internal.words.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The statuses of evidence requests by the ids of the requests, so that a list that is made again keeps what people wrote
 * into the one before. A request keeps its id as long as the same control, test and kind of evidence are asked for.
 *
 * @param byRequest id of the request to its status
 */
public record RequestStatuses(Map<String, RequestStatus> byRequest) {

    /** Nothing is known: every request is open. */
    public static final RequestStatuses NONE = new RequestStatuses(Map.of());

    private static final List<Words> LANGUAGES = Words.inEveryLanguage();

    /** The columns that people fill in, and the id that says of what they speak. */
    private enum Column {
        REQUEST,
        STATUS,
        LINK,
        NOTE;

        /** What it is called in a language. */
        String title(Words words) {
            return words.text("column." + name().toLowerCase(Locale.ROOT));
        }
    }

    /** Copies the map. */
    public RequestStatuses {
        byRequest = Map.copyOf(byRequest);
    }

    /**
     * Reads a list of requests that was written as CSV, or that a spreadsheet program saved as CSV, with its statuses. It
     * may be in any language of this library, or hold the names of the states, such as {@code NOT_APPLICABLE}.
     *
     * @param file the list, with the columns {@code Request}, {@code Status}, {@code Evidence link} and {@code Note} in
     *     one of the languages
     * @return the statuses
     * @throws Soc2Exception with every fault: a missing column, an unknown status, one request twice
     * @throws UncheckedIOException if the file cannot be read
     */
    public static RequestStatuses readCsv(Path file) {
        try {
            return read(file.toString(), Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RequestStatuses read(String document, String csv) {
        List<Issue> issues = new ArrayList<>();
        List<CsvText.Row> rows = CsvText.rows(csv);
        List<String> header = rows.isEmpty() ? List.of() : rows.get(0).cells();
        Map<Column, Integer> columns = columns(header);
        for (Column column : Column.values()) {
            if (!columns.containsKey(column)) {
                issues.add(Issue.error(
                        "SOC2-P001",
                        Location.of(document, 1, 1),
                        "the list of requests has no column '" + column.title(LANGUAGES.get(0)) + "'",
                        "export the list again, and keep its header"));
            }
        }
        Map<String, RequestStatus> statuses = new TreeMap<>();
        if (issues.isEmpty()) {
            for (CsvText.Row row : rows.subList(1, rows.size())) {
                status(document, row, columns, statuses, issues);
            }
        }
        if (!issues.isEmpty()) {
            throw new Soc2Exception(issues);
        }
        return new RequestStatuses(statuses);
    }

    private static Map<Column, Integer> columns(List<String> header) {
        Map<Column, Integer> columns = new EnumMap<>(Column.class);
        for (Column column : Column.values()) {
            LANGUAGES.stream()
                    .map(words -> header.indexOf(column.title(words)))
                    .filter(at -> at >= 0)
                    .findFirst()
                    .ifPresent(at -> columns.put(column, at));
        }
        return columns;
    }

    private static void status(
            String document,
            CsvText.Row row,
            Map<Column, Integer> columns,
            Map<String, RequestStatus> statuses,
            List<Issue> issues) {
        String id = row.cell(columns.getOrDefault(Column.REQUEST, -1));
        String word = row.cell(columns.getOrDefault(Column.STATUS, -1));
        Optional<RequestStatus.State> state = state(word);
        Location place = Location.of(document, row.line(), 1);
        if (state.isEmpty()) {
            issues.add(Issue.error(
                    "SOC2-P002",
                    place,
                    "the status of a request is none of the words that the column offers",
                    "choose one of Open, Submitted, Accepted, Returned, Not applicable"));
        } else if (statuses.put(
                        id,
                        new RequestStatus(
                                state.get(),
                                row.cell(columns.getOrDefault(Column.LINK, -1)),
                                row.cell(columns.getOrDefault(Column.NOTE, -1))))
                != null) {
            issues.add(Issue.error("SOC2-P003", place, "the request stands twice in the list", "keep one of the rows"));
        }
    }

    /** The state that a cell means: its name, or its word in any language; nothing means open. */
    private static Optional<RequestStatus.State> state(String word) {
        String said = word.strip();
        if (said.isEmpty()) {
            return Optional.of(RequestStatus.State.OPEN);
        }
        return Arrays.stream(RequestStatus.State.values())
                .filter(state -> state.name().equalsIgnoreCase(said.replace(' ', '_'))
                        || LANGUAGES.stream()
                                .anyMatch(words ->
                                        words.text("status." + state.name()).equalsIgnoreCase(said)))
                .findFirst();
    }

    /**
     * The status of a request.
     *
     * @param request id of the request
     * @return its status; open when nothing is known
     */
    public RequestStatus of(String request) {
        return byRequest.getOrDefault(request, RequestStatus.OPEN);
    }
}
