package dev.soc2.report.internal.delta;

import dev.soc2.model.result.Assessment;
import dev.soc2.model.result.ItemResult;
import dev.soc2.report.compare.ChangeCause;
import dev.soc2.report.compare.ChangeClass;
import dev.soc2.report.compare.Delta;
import dev.soc2.report.compare.FrameAspect;
import dev.soc2.report.compare.FrameChange;
import dev.soc2.report.compare.ItemChange;
import dev.soc2.report.compare.ResultChange;
import dev.soc2.report.compare.Standing;
import dev.soc2.report.internal.view.Findings;
import dev.soc2.report.internal.view.Presentation;
import dev.soc2.report.internal.words.Figures;
import dev.soc2.report.internal.words.Phrases;
import dev.soc2.report.internal.words.Visible;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A comparison as a reader meets it: every text of it in one language. */
public record DeltaView(Delta delta, Findings before, Findings after, Presentation presentation, Phrases words) {

    /** Items that one control prints; the others are counted. */
    public static final int ROWS = 50;

    private static final int LONGEST = 400;
    private static final Pattern DIGEST = Pattern.compile("\\b([0-9a-f]{12})[0-9a-f]{52}\\b");

    /** A row of the table of counts. */
    public record Counts(String name, List<Long> counts) {

        /** Copies the counts. */
        public Counts {
            counts = List.copyOf(counts);
        }
    }

    /** Compares two assessments for readers. */
    public static DeltaView of(Assessment before, Assessment after, Presentation presentation) {
        return new DeltaView(
                Delta.between(before, after),
                Findings.of(before, presentation),
                Findings.of(after, presentation),
                presentation,
                presentation.phrases(DeltaView.class, "delta"));
    }

    /** A text of the bundle. */
    public String text(String key, Object... values) {
        return words.text(key, values);
    }

    /** The news in one line. */
    public String headline() {
        if (delta.isEmpty()) {
            return text("headline.nothing");
        }
        long open = count(ChangeClass.NEW) + count(ChangeClass.WORSE) + addedOpen();
        long good = count(ChangeClass.BETTER) + count(ChangeClass.RESOLVED);
        return open == 0 && good == 0 && count(ChangeClass.ADDED) + count(ChangeClass.REMOVED) == 0
                ? text("headline.same")
                : text("headline", words.count("worse", open), words.count("better", good));
    }

    /** What entered the scope with something wrong is as bad as what became wrong. */
    private long addedOpen() {
        return Stream.concat(delta.criteria(ChangeClass.ADDED).stream(), delta.controls(ChangeClass.ADDED).stream())
                .filter(change -> change.last().isOpen())
                .count();
    }

    private long count(ChangeClass kind) {
        return (long) delta.criteria(kind).size() + delta.controls(kind).size();
    }

    /** What one of the two assessments is about, and when it was made. */
    public String side(Findings side) {
        return text(
                "side",
                side.type(),
                side.time(),
                side.dates().time(side.assessment().inputs().asOf()),
                side.assessment().engagement().zone().getId());
    }

    /** What is compared differently; what entered and what left the scope stands in one line for each kind. */
    public List<FrameChange> frame() {
        List<FrameChange> lines = new ArrayList<>();
        for (FrameAspect aspect : FrameAspect.values()) {
            List<FrameChange> own = delta.frame().stream()
                    .filter(change -> change.aspect() == aspect)
                    .toList();
            if (own.size() > 1 && (aspect == FrameAspect.CRITERION || aspect == FrameAspect.CONTROL)) {
                lines.add(
                        new FrameChange(aspect, "", listed(own, FrameChange::before), listed(own, FrameChange::after)));
            } else {
                lines.addAll(own);
            }
        }
        return lines;
    }

    private static String listed(List<FrameChange> changes, Function<FrameChange, String> side) {
        return changes.stream().map(side).filter(id -> !id.isEmpty()).collect(Collectors.joining(", "));
    }

    /** The classes in the order of the columns. */
    public List<String> classes() {
        return Arrays.stream(ChangeClass.values()).map(this::of).toList();
    }

    /** How many criteria, controls and items have which class; an item is in no class of its own where it stays. */
    public List<Counts> counts() {
        return List.of(
                new Counts(text("criteria"), counts(delta.criteria())),
                new Counts(text("controls"), counts(delta.controls())),
                new Counts(
                        text("counts.items"),
                        Arrays.stream(ChangeClass.values())
                                .map(kind -> (long) delta.items(kind).size())
                                .toList()));
    }

    private static List<Long> counts(List<ResultChange> changes) {
        return Arrays.stream(ChangeClass.values())
                .map(kind ->
                        changes.stream().filter(change -> change.kind() == kind).count())
                .toList();
    }

    /** Those that changed, what needs attention first. */
    public List<ResultChange> changed(List<ResultChange> all) {
        return Arrays.stream(ChangeClass.values())
                .filter(kind -> kind != ChangeClass.UNCHANGED)
                .flatMap(kind -> all.stream().filter(change -> change.kind() == kind))
                .toList();
    }

    /** Ids of those that did not. */
    public List<String> unchanged(List<ResultChange> all) {
        return all.stream()
                .filter(change -> change.kind() == ChangeClass.UNCHANGED)
                .map(ResultChange::id)
                .toList();
    }

    /** Controls of which an item changed. */
    public List<ResultChange> withItems() {
        return delta.controls().stream()
                .filter(change -> !change.items().isEmpty())
                .toList();
    }

    /** The first items of a control, what needs attention first. */
    public List<ItemChange> items(ResultChange control) {
        return control.items().stream()
                .sorted((one, two) -> one.kind().compareTo(two.kind()))
                .limit(ROWS)
                .toList();
    }

    /** Says how many items are not printed; empty when all are. */
    public String left(ResultChange control) {
        int left = control.items().size() - ROWS;
        return left > 0 ? text("left", Figures.grouped(left), "delta.json") : "";
    }

    /** The word of a class. */
    public String of(ChangeClass kind) {
        return text("class." + kind);
    }

    /** The sign of a class. */
    public String sign(ChangeClass kind) {
        return switch (kind) {
            case NEW, WORSE -> "▲";
            case BETTER, RESOLVED -> "▼";
            case ADDED -> "+";
            case REMOVED -> "−";
            case UNCHANGED -> "=";
        };
    }

    /** Name of its class in the style sheet. */
    public String style(ChangeClass kind) {
        return switch (kind) {
            case NEW, WORSE -> "bad";
            case BETTER, RESOLVED -> "ok";
            case ADDED, REMOVED -> "unk";
            case UNCHANGED -> "na";
        };
    }

    /** Causes in words, comma separated. */
    public String causes(List<ChangeCause> causes) {
        return causes.stream().map(cause -> text("cause." + cause)).collect(Collectors.joining(", "));
    }

    /** How something stood; says so when it was not there. */
    public String standing(Optional<Standing> standing) {
        return standing.map(this::standing).orElseGet(() -> text("absent"));
    }

    private String standing(Standing standing) {
        String conclusion = standing.group() == Standing.Group.NOT_ASSESSED
                ? text("not.assessed")
                : text("conclusion." + standing.conclusion());
        List<String> counts = new ArrayList<>();
        if (standing.deviations() > 0) {
            counts.add(words.count("deviations", standing.deviations()));
        }
        if (standing.undetermined() > 0) {
            counts.add(words.count("undetermined", standing.undetermined()));
        }
        return counts.isEmpty() ? conclusion : text("standing", conclusion, String.join(", ", counts));
    }

    /** What was found about an item; says so when nothing was. */
    public String found(Optional<ItemResult> item) {
        return item.map(i -> text("outcome." + i.outcome())).orElseGet(() -> text("outcome.none"));
    }

    /** The facts of an item. */
    public String detail(ItemChange change) {
        ItemResult item = change.found();
        return Visible.clip(item.detail().isEmpty() ? after.words().of(item.reason()) : item.detail(), LONGEST);
    }

    /** Records that decided an item, the first of them. */
    public String records(ItemChange change) {
        return change.found().evidence().stream().limit(3).collect(Collectors.joining(", "));
    }

    /** What differs, in words. */
    public String aspect(FrameChange change) {
        return text("aspect." + change.aspect());
    }

    /** A value before; says so when there was none. */
    public String before(FrameChange change) {
        return value(change.aspect(), change.before(), before);
    }

    /** A value after; says so when there is none. */
    public String after(FrameChange change) {
        return value(change.aspect(), change.after(), after);
    }

    private String value(FrameAspect aspect, String value, Findings side) {
        if (value.isEmpty()) {
            return text("none");
        }
        return switch (aspect) {
            case AS_OF, KNOWN_AT ->
                text(
                        "instant",
                        side.dates().time(Instant.parse(value)),
                        side.dates().zone().getId());
            case EVIDENCE ->
                text(
                        "records",
                        words.count("entries", side.assessment().inputs().evidenceCount()),
                        shortened(side.assessment().inputs().evidenceDigest()));
            default -> Visible.clip(shortened(value), LONGEST);
        };
    }

    /** The whole digest stands in the document; a reader compares beginnings. */
    private static String shortened(String value) {
        return DIGEST.matcher(value).replaceAll("$1…");
    }
}
