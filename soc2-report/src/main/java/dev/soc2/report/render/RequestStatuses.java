package dev.soc2.report.render;

import dev.soc2.model.issue.Issue;
import dev.soc2.model.issue.Location;
import dev.soc2.model.issue.Soc2Exception;
import dev.soc2.report.internal.io.CsvText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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

    private static final String ID = "Request";
    private static final String STATUS = "Status";
    private static final String LINK = "Evidence link";
    private static final String NOTE = "Note";

    /** Copies the map. */
    public RequestStatuses {
        byRequest = Map.copyOf(byRequest);
    }

    /**
     * Reads a list of requests that was written as CSV, or that a spreadsheet program saved as CSV, with its statuses.
     *
     * @param file the list, with the columns {@code Request}, {@code Status}, {@code Evidence link} and {@code Note}
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
        for (String column : List.of(ID, STATUS, LINK, NOTE)) {
            if (!header.contains(column)) {
                issues.add(Issue.error(
                        "SOC2-P001",
                        Location.of(document, 1, 1),
                        "the list of requests has no column '" + column + "'",
                        "export the list again, and keep its header"));
            }
        }
        Map<String, RequestStatus> statuses = new TreeMap<>();
        if (issues.isEmpty()) {
            for (CsvText.Row row : rows.subList(1, rows.size())) {
                status(document, row, header, statuses, issues);
            }
        }
        if (!issues.isEmpty()) {
            throw new Soc2Exception(issues);
        }
        return new RequestStatuses(statuses);
    }

    private static void status(
            String document,
            CsvText.Row row,
            List<String> header,
            Map<String, RequestStatus> statuses,
            List<Issue> issues) {
        String id = row.cell(header.indexOf(ID));
        String word = row.cell(header.indexOf(STATUS));
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
                        new RequestStatus(state.get(), row.cell(header.indexOf(LINK)), row.cell(header.indexOf(NOTE))))
                != null) {
            issues.add(Issue.error("SOC2-P003", place, "the request stands twice in the list", "keep one of the rows"));
        }
    }

    private static Optional<RequestStatus.State> state(String word) {
        String name = word.strip().toUpperCase(Locale.ROOT).replace(' ', '_');
        for (RequestStatus.State state : RequestStatus.State.values()) {
            if (state.name().equals(name) || (name.isEmpty() && state == RequestStatus.State.OPEN)) {
                return Optional.of(state);
            }
        }
        return Optional.empty();
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
