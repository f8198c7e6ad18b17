package dev.soc2.report.internal.table;

import dev.soc2.model.document.Sha256;
import dev.soc2.model.result.Recommendation;
import dev.soc2.model.result.RecommendedAction;
import dev.soc2.report.internal.table.Sheet.Column;
import dev.soc2.report.internal.view.ControlFinding;
import dev.soc2.report.internal.view.Findings;
import dev.soc2.report.internal.words.Phrases;
import dev.soc2.report.internal.words.Words;
import dev.soc2.report.render.RequestStatus;
import dev.soc2.report.render.RequestStatuses;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What has to be provided, by owner: only what the assessment could not find. What has to be mended is no request; it
 * stands among the recommendations.
 */
public final class RequestTable {

    private static final Set<RecommendedAction> ASKS = EnumSet.of(
            RecommendedAction.RECORD_DESIGN,
            RecommendedAction.COVER_GAP,
            RecommendedAction.TEST_CONTROL,
            RecommendedAction.INSPECT_OR_REPERFORM,
            RecommendedAction.RECONCILE_POPULATION,
            RecommendedAction.PROVE_POPULATION,
            RecommendedAction.READ_SOURCE,
            RecommendedAction.DETERMINE_ITEMS,
            RecommendedAction.COLLECT_EVIDENCE,
            RecommendedAction.OBTAIN_REPORT,
            RecommendedAction.EVALUATE_REPORT);

    private record Request(String id, String owner, Recommendation asked) {}

    private RequestTable() {}

    /** The requests, with what people wrote about them. */
    public static Sheet of(Findings findings, Phrases phrases, RequestStatuses statuses) {
        Words words = findings.words();
        List<Request> requests = findings.assessment().recommendations().stream()
                .filter(recommendation -> ASKS.contains(recommendation.action()))
                .map(recommendation -> new Request(id(recommendation), owner(findings, recommendation), recommendation))
                .sorted(Comparator.comparing(Request::owner)
                        .thenComparing(request -> !request.asked().key())
                        .thenComparing(request -> request.asked().about())
                        .thenComparing(Request::id))
                .toList();
        List<String> states = Arrays.stream(RequestStatus.State.values())
                .map(state -> word(words, state))
                .toList();
        List<Column> columns = List.of(
                Column.of(words.text("column.request"), 14),
                Column.of(words.text("column.owner"), 22),
                Column.of(phrases.text("column.asked"), 60),
                Column.of(phrases.text("column.why"), 50),
                Column.of(words.text("column.control"), 14),
                Column.of(words.text("column.test"), 8),
                Column.of(words.text("column.criteria"), 18),
                Column.of(phrases.text("column.types"), 30),
                Column.of(phrases.text("column.items"), 40),
                Column.of(phrases.text("column.count"), 10),
                Column.of(phrases.text("column.for"), 34),
                new Column(words.text("column.status"), 16, states),
                Column.of(words.text("column.link"), 30),
                Column.of(words.text("column.note"), 40));
        return new Sheet(
                "requests",
                phrases.text("sheet.requests"),
                columns,
                () -> requests.stream().map(request -> row(findings, request, statuses)));
    }

    private static List<Cell> row(Findings findings, Request request, RequestStatuses statuses) {
        Recommendation asked = request.asked();
        RequestStatus status = statuses.of(request.id());
        return List.of(
                Cell.of(request.id()),
                Cell.of(request.owner()),
                Cell.of(asked.what()),
                Cell.of(asked.why()),
                Cell.of(asked.about()),
                Cell.of(asked.test()),
                Cell.of(asked.criteria().stream().map(id -> id.value()).collect(Collectors.joining(", "))),
                Cell.of(String.join(", ", asked.evidenceTypes())),
                Cell.of(String.join(", ", asked.items())
                        + (asked.itemCount() > asked.items().size() ? ", …" : "")),
                Cell.of(asked.itemCount()),
                Cell.of(findings.time()),
                Cell.of(word(findings.words(), status.state())),
                Cell.of(status.link()),
                Cell.of(status.note()));
    }

    /** What is asked for of whom makes the id, so that the same request of the next run has the same one. */
    private static String id(Recommendation asked) {
        String written = asked.action() + "\n" + asked.about() + "\n" + asked.test() + "\n"
                + String.join(",", asked.evidenceTypes());
        return "REQ-"
                + Sha256.hex(written.getBytes(StandardCharsets.UTF_8))
                        .substring(0, 8)
                        .toUpperCase(Locale.ROOT);
    }

    private static String owner(Findings findings, Recommendation asked) {
        return findings.controls().stream()
                .filter(control -> control.id().equals(asked.about()))
                .map(ControlFinding::result)
                .map(result -> result.control().owner())
                .filter(owner -> !owner.isBlank())
                .findFirst()
                .orElse(findings.words().text("owner.none"));
    }

    private static String word(Words words, RequestStatus.State state) {
        return words.text("status." + state.name());
    }
}
