package dev.soc2.report.compare;

import dev.soc2.model.control.Control;
import dev.soc2.model.control.EffectiveDates;
import dev.soc2.model.engagement.Engagement;
import dev.soc2.model.result.Assessment;
import dev.soc2.model.result.AssessmentInputs;
import dev.soc2.model.result.ControlResult;
import dev.soc2.report.compare.Sides.CriterionStanding;
import dev.soc2.report.compare.Sides.Pair;
import dev.soc2.report.internal.view.TestWords;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What two assessments differ in before any result is looked at. */
final class Frame {

    private final Sides sides;
    private final List<FrameChange> changes = new ArrayList<>();

    private Frame(Sides sides) {
        this.sides = sides;
    }

    static List<FrameChange> between(Sides sides) {
        Frame frame = new Frame(sides);
        frame.engagement();
        frame.inputs();
        sides.criteria().forEach(frame::criterion);
        sides.controls().forEach(frame::control);
        return frame.changes.stream().sorted().toList();
    }

    private void add(FrameAspect aspect, String about, Pair<String> both) {
        if (!both.isEqual()) {
            changes.add(new FrameChange(aspect, about, both.before(), both.after()));
        }
    }

    private void engagement() {
        Pair<Engagement> both = sides.map(Assessment::engagement);
        add(FrameAspect.ENGAGEMENT, "", both.map(e -> listed(Stream.of(e.id(), e.organization(), e.system()))));
        add(FrameAspect.TYPE, "", both.map(e -> e.type().match(one -> "TYPE_I", two -> "TYPE_II")));
        add(FrameAspect.PERIOD, "", both.map(Frame::period));
        add(FrameAspect.CATEGORIES, "", both.map(e -> sorted(e.categories())));
        add(
                FrameAspect.POLICY,
                "",
                both.map(e -> e.deviationPolicy().written() + ", " + e.assurance() + ", pervasive with "
                        + e.pervasiveness().entityLevelWith() + ", "
                        + e.pervasiveness().share().stripTrailingZeros().toPlainString() + ", "
                        + e.pervasiveness().wholeCategory()));
        add(
                FrameAspect.TAILORING,
                "",
                both.map(e -> e.tailoring().stream()
                        .map(t -> t.control() + "/" + t.test() + " " + t.parameter() + ": "
                                + TestWords.written(t.value()))
                        .sorted()
                        .collect(Collectors.joining("; "))));
    }

    private static String period(Engagement engagement) {
        return engagement
                        .period()
                        .map(p -> p.firstDay() + "/" + p.lastDay())
                        .orElseGet(() -> engagement.lastDay().toString())
                + " (" + engagement.zone().getId() + ")";
    }

    private void inputs() {
        Pair<AssessmentInputs> both = sides.map(Assessment::inputs);
        Map<String, Pair<String>> packs = new TreeMap<>();
        both.before().packs().forEach(p -> packs.put(p.id(), new Pair<>(p.version() + " " + p.sha256(), "")));
        both.after()
                .packs()
                .forEach(p -> packs.merge(
                        p.id(),
                        new Pair<>("", p.version() + " " + p.sha256()),
                        (was, is) -> new Pair<>(was.before(), is.after())));
        packs.forEach((id, versions) -> add(FrameAspect.PACK, id, versions));
        add(
                FrameAspect.CATALOG,
                "",
                both.map(i -> i.catalog().id() + " " + i.catalog().version() + " "
                        + i.catalog().sha256()));
        add(FrameAspect.ENGINE, "", both.map(i -> i.engineVersion() + ", tzdb " + i.tzdbVersion()));
        add(FrameAspect.EVIDENCE, "", both.map(i -> i.evidenceCount() + " " + i.evidenceDigest()));
        add(
                FrameAspect.IMPORTS,
                "",
                both.map(i -> i.imports().stream()
                        .map(one -> one.importer() + " " + one.origin() + ": " + one.read() + " read, " + one.stored()
                                + " stored, " + one.rejected() + " refused")
                        .collect(Collectors.joining("; "))));
        add(
                FrameAspect.KNOWN_AT,
                "",
                both.map(i -> i.knownAt().map(Object::toString).orElse("")));
        add(FrameAspect.AS_OF, "", both.map(i -> i.asOf().toString()));
    }

    private void criterion(String id, Pair<Optional<CriterionStanding>> both) {
        add(
                FrameAspect.CRITERION,
                id,
                both.map(one -> one.filter(c -> c.standing().isInScope()).isPresent() ? id : ""));
        if (both.before().isPresent() && both.after().isPresent()) {
            add(FrameAspect.LINKS, id, both.map(one -> listed(one.orElseThrow().result().controls().stream())));
        }
    }

    private void control(String id, Pair<Optional<ControlResult>> both) {
        add(
                FrameAspect.CONTROL,
                id,
                both.map(one -> one.filter(c -> Standing.of(c).isInScope()).isPresent() ? id : ""));
        if (both.before().isPresent() && both.after().isPresent()) {
            Pair<ControlResult> results = both.map(Optional::orElseThrow);
            add(FrameAspect.DEFINITION, id, results.map(result -> definition(result.control())));
            Pair<Map<String, String>> rules = results.map(Frame::rules);
            Stream.of(rules.before(), rules.after())
                    .flatMap(own -> own.keySet().stream())
                    .distinct()
                    .sorted()
                    .forEach(test ->
                            add(FrameAspect.RULE, id + "/" + test, rules.map(own -> own.getOrDefault(test, ""))));
        }
    }

    private static Map<String, String> rules(ControlResult result) {
        Map<String, String> rules = new TreeMap<>();
        Looked.of(result).forEach(looked -> rules.put(looked.test(), looked.rule()));
        return rules;
    }

    /** What of a control bears on its conclusion; its title, wording and owner do not. */
    static String definition(Control control) {
        return listed(Stream.<Stream<String>>of(
                        Stream.of(
                                sorted(control.criteria()), control.frequency().name()),
                        control.key() ? Stream.of("key") : Stream.<String>empty(),
                        Stream.of(days(control.operates())),
                        control.versions().stream().map(version -> "version " + days(version.effective())),
                        control.relations().stream().map(r -> r.kind() + " " + r.control()),
                        control.design().stream().map(d -> d.evidenceType() + " " + d.subject()),
                        new TreeMap<>(control.covers())
                                .entrySet().stream().map(e -> e.getKey() + " " + String.join("+", e.getValue())))
                .flatMap(parts -> parts)
                .filter(part -> !part.isEmpty()));
    }

    private static String days(EffectiveDates dates) {
        return dates.from().map(day -> "from " + day).orElse("")
                + dates.to().map(day -> " to " + day).orElse("");
    }

    private static String sorted(Collection<?> values) {
        return listed(values.stream().sorted().map(Object::toString));
    }

    private static String listed(Stream<String> words) {
        return words.collect(Collectors.joining(", "));
    }
}
