package dev.soc2.model.result;

import dev.soc2.model.criteria.CriterionId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Why a control was concluded on as it was, in plain text: conclusion, counts with their arithmetic, the items that
 * decided, population and caveats, what would change it, and what to do. Codes and times are those of the assessment, so
 * that the same assessment gives the same text everywhere.
 *
 * @param control id of the control
 * @param lines the lines, without line ends
 */
public record Explanation(String control, List<String> lines) {

    /** Items of one outcome that are named; the others are counted. */
    private static final int NAMED = 10;

    /** Checks the invariants. */
    public Explanation {
        Objects.requireNonNull(control, "control");
        lines = List.copyOf(lines);
    }

    /**
     * Explains a control.
     *
     * @param assessment what was assessed
     * @param control id of the control
     * @return the explanation
     * @throws IllegalArgumentException if the control was not assessed; the message names those that were
     */
    public static Explanation of(Assessment assessment, String control) {
        ControlResult result = assessment.control(control);
        List<String> lines = new ArrayList<>();
        head(result, lines);
        result.tests().forEach(test -> test(test, lines));
        result.implementation()
                .ifPresent(found -> found.inspections().forEach(inspection -> inspection(inspection, lines)));
        flips(result.operating().isPresent() ? result.flips() : List.of(), lines);
        result.implementation().ifPresent(found -> flips(found.flips(), lines));
        recommendations(assessment.recommendations(control), lines);
        return new Explanation(control, lines);
    }

    /**
     * The explanation as text.
     *
     * @return the lines, each ended by a line feed
     */
    public String text() {
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    private static void head(ControlResult result, List<String> lines) {
        lines.add(line(result.id() + " " + result.control().title()));
        lines.add(result.operating()
                .map(operating -> "Operation: " + operating + ". Design: " + result.design() + ".")
                .orElseGet(() -> result.implementation()
                        .map(found -> "In place on the date: " + found.implementedAsOf() + ". Design: "
                                + result.design() + ".")
                        .orElse("")));
        lines.add("Criteria: "
                + result.control().sortedCriteria().stream()
                        .map(CriterionId::value)
                        .collect(Collectors.joining(", "))
                + (result.control().key() ? " (key control)." : "."));
        lines.add("Window: " + result.from() + " to " + result.to() + ", its end not included.");
        List<Reason> told = new ArrayList<>();
        result.tests().forEach(test -> told.addAll(test.reasons()));
        result.reasons().stream().filter(r -> !told.contains(r)).forEach(r -> lines.add(reason("  ", r)));
    }

    private static void test(TestResult test, List<String> lines) {
        lines.add("");
        lines.add(line("Test " + test.id() + ": " + test.effectiveConclusion() + " (" + test.ruleKind() + ", "
                + test.procedure().name().toLowerCase(Locale.ROOT) + ", "
                + test.lane().name().toLowerCase(Locale.ROOT) + ")"));
        lines.add(line("  Rule: " + test.rule() + "."));
        lines.add(line("  " + CountsInWords.of(test)));
        test.judged()
                .ifPresent(judged -> lines.add(line("  Computed: " + test.conclusion() + ". Judged: "
                        + judged.conclusion() + (judged.accepted() ? ", accepted" : ", refused") + " ("
                        + judged.evidence() + ").")));
        test.reasons().forEach(reason -> lines.add(reason("  ", reason)));
        items(test.items(), lines);
        population(test.population(), lines);
    }

    private static void inspection(InspectionResult inspection, List<String> lines) {
        lines.add("");
        lines.add(line("Test " + inspection.id() + ": in place on the date: " + inspection.implementedAsOf() + " ("
                + inspection.ruleKind() + ", " + inspection.procedure().name().toLowerCase(Locale.ROOT) + ")"));
        lines.add(line("  Rule: " + inspection.rule() + "."));
        lines.add(line("  " + CountsInWords.of(inspection)));
        inspection.reasons().forEach(reason -> lines.add(reason("  ", reason)));
        items(inspection.items(), lines);
    }

    private static void items(List<ItemResult> items, List<String> lines) {
        for (ItemOutcome outcome : List.of(ItemOutcome.DEVIATION, ItemOutcome.UNDETERMINED)) {
            List<ItemResult> own =
                    items.stream().filter(i -> i.outcome() == outcome).toList();
            own.stream().limit(NAMED).forEach(item -> lines.add(line("  " + item(item))));
            if (own.size() > NAMED) {
                lines.add("  " + (own.size() - NAMED) + " more " + outcome + " of " + own.size() + ".");
            }
        }
    }

    private static String item(ItemResult item) {
        return item.id() + ": " + item.outcome() + " " + item.reason()
                + item.from().map(from -> ", from " + from).orElse("")
                + item.due().map(due -> ", due " + due).orElse("")
                + item.at().map(at -> ", at " + at).orElse("")
                + (item.detail().isEmpty() ? "" : ", " + item.detail())
                + (item.evidence().isEmpty()
                        ? ", no evidence"
                        : ", evidence "
                                + item.evidence().stream().limit(NAMED).collect(Collectors.joining(", "))
                                + (item.evidence().size() > NAMED
                                        ? " and " + (item.evidence().size() - NAMED) + " more"
                                        : ""))
                + ".";
    }

    private static void population(PopulationResult population, List<String> lines) {
        lines.add(line("  Population of " + population.count() + ": "
                + switch (population.ipe()) {
                    case NOT_NEEDED -> "a calendar or a list, which needs no proof";
                    case VERIFIED -> "VERIFIED";
                    case PARTIAL -> "PARTIAL, proven in part";
                    case UNVERIFIED -> "UNVERIFIED, no record says how it was drawn";
                    case FAILED -> "FAILED, contradicted by a record";
                }
                + (population.query().isEmpty() ? "" : ", drawn by " + population.query())
                + (population.evidence().isEmpty()
                        ? ""
                        : ", evidence "
                                + population.evidence().stream().limit(NAMED).collect(Collectors.joining(", ")))
                + "."));
    }

    private static <C extends Enum<C>> void flips(List<Flip<C>> flips, List<String> lines) {
        if (flips.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add("What would change this:");
        flips.forEach(flip -> lines.add(line("  " + (flip.better() ? "better, " : "worse, ") + flip.towards() + ": "
                + flip.words() + tests(flip) + ".")));
    }

    private static <C extends Enum<C>> String tests(Flip<C> flip) {
        String tests = flip.changes().stream()
                .map(Change::test)
                .filter(test -> !test.isEmpty())
                .distinct()
                .collect(Collectors.joining(", "));
        return tests.isEmpty() ? "" : " [" + tests + "]";
    }

    private static void recommendations(List<Recommendation> recommendations, List<String> lines) {
        if (recommendations.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add("What to do:");
        int number = 0;
        for (Recommendation recommendation : recommendations) {
            lines.add(line("  " + ++number + ". " + recommendation.what() + "."));
        }
    }

    private static String reason(String indent, Reason reason) {
        return line(indent + reason.code() + (reason.text().isEmpty() ? "." : ": " + reason.text() + "."));
    }

    /** One line, whatever text of a record says. */
    private static String line(String text) {
        StringBuilder line = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> Character.isISOControl(c) || isTurning(c) ? ' ' : c)
                .forEach(line::appendCodePoint);
        return line.toString();
    }

    /** Marks that break a line or turn the direction of text. */
    private static boolean isTurning(int c) {
        int type = Character.getType(c);
        return type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069);
    }
}
