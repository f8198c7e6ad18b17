package dev.soc2.rules.internal.engine;

import dev.soc2.model.engagement.Engagement;
import dev.soc2.model.evidence.AttributeValue;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.EvidenceTypes;
import dev.soc2.rules.internal.timeline.Nanos;
import dev.soc2.rules.internal.timeline.Timeline;
import dev.soc2.rules.rule.Selector;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/**
 * What connectors really read, so that silence can be told from absence. DOWN and PARTIAL intervals are unread; once a
 * source has a COMPLETE interval, everything outside their union is unread too; a source without any record is assumed
 * to have been read.
 */
final class Coverage {

    /** What silence in a window means. */
    enum Silence {
        /** Every source concerned says that it was read. */
        READ,
        /** No record contradicts it. */
        ASSUMED,
        /** It was not read. */
        UNREAD,
        /** There is no record of the types at all, so no source to ask. */
        NO_SOURCE
    }

    private record Interval(Set<String> types, Window window, boolean complete) {
        boolean concerns(String type) {
            return types.isEmpty() || types.contains(type);
        }
    }

    private final Timeline timeline;
    private final Map<String, List<Interval>> intervalsBySource = new HashMap<>();
    private final Map<Set<String>, Set<String>> sourcesByTypes = new HashMap<>();

    Coverage(Timeline timeline, Engagement engagement) {
        this.timeline = timeline;
        for (Evidence record : timeline.reserved(EvidenceTypes.SOURCE_COVERAGE)) {
            intervalsBySource
                    .computeIfAbsent(record.text("source").orElse(record.subject()), s -> new ArrayList<>())
                    .add(interval(record, engagement));
        }
    }

    private static Interval interval(Evidence record, Engagement engagement) {
        OptionalLong from = bound(record, "from", engagement, false);
        OptionalLong to = bound(record, "to", engagement, true);
        boolean complete = record.text("status")
                .map(s -> s.toUpperCase(Locale.ROOT).equals("COMPLETE"))
                .orElse(false);
        // What a record does not say is taken the careful way: a complete reading covers nothing, a gap everything.
        Window window = complete
                ? new Window(from.orElse(Nanos.FOREVER), to.orElse(Nanos.NONE))
                : new Window(from.orElse(Nanos.NONE), to.orElse(Nanos.FOREVER));
        return new Interval(types(record), window, complete);
    }

    private static OptionalLong bound(Evidence record, String name, Engagement engagement, boolean end) {
        Object value = record.attribute(name).map(AttributeValue::plain).orElse("");
        return end ? Instants.readEnd(value, engagement.zone()) : Instants.read(value, engagement.zone(), false);
    }

    private static Set<String> types(Evidence record) {
        Object value = record.attribute("types").map(AttributeValue::plain).orElse(List.of());
        Set<String> types = new TreeSet<>();
        if (value instanceof String one) {
            types.add(one);
        } else if (value instanceof List<?> list) {
            list.forEach(type -> types.add(type.toString()));
        }
        return types;
    }

    /** What it means when a selector finds nothing in a window. */
    Silence silence(Selector selector, long from, long to) {
        Set<String> sources = sources(selector);
        if (sources.isEmpty()) {
            return Silence.NO_SOURCE;
        }
        Silence worst = Silence.READ;
        for (String source : sources) {
            Silence own = silence(source, selector.types(), new Window(from, Math.max(to, from + 1)));
            if (own == Silence.UNREAD) {
                return own;
            }
            if (own == Silence.ASSUMED) {
                worst = own;
            }
        }
        return worst;
    }

    private Set<String> sourcesOf(Set<String> types) {
        return sourcesByTypes.computeIfAbsent(types, asked -> {
            Set<String> sources = new TreeSet<>(timeline.sources(asked));
            intervalsBySource.forEach((source, intervals) -> {
                if (intervals.stream().anyMatch(i -> i.types().stream().anyMatch(asked::contains))) {
                    sources.add(source);
                }
            });
            return sources;
        });
    }

    private Silence silence(String source, Set<String> types, Window window) {
        Silence worst = Silence.READ;
        for (String type : types) {
            List<Interval> intervals = intervals(source, type);
            if (intervals.isEmpty()) {
                worst = Silence.ASSUMED;
                continue;
            }
            boolean unread =
                    intervals.stream().anyMatch(i -> !i.complete() && i.window().overlaps(window.from(), window.to()));
            List<Window> complete = intervals.stream()
                    .filter(Interval::complete)
                    .map(Interval::window)
                    .filter(w -> !w.isEmpty())
                    .toList();
            boolean anyComplete = intervals.stream().anyMatch(Interval::complete);
            if (unread || (anyComplete && !window.isCoveredBy(complete))) {
                return Silence.UNREAD;
            }
        }
        return worst;
    }

    /** Whether no record says what was read of a source of a selector. */
    boolean isAssumed(Selector selector) {
        Set<String> sources = sources(selector);
        return sources.isEmpty()
                || sources.stream()
                        .anyMatch(source -> selector.types().stream()
                                .anyMatch(type -> intervals(source, type).isEmpty()));
    }

    /** When, before an instant, a record says or implies that a source of a selector was not read. */
    Windows unread(Selector selector, long before) {
        Window past = new Window(Nanos.NONE, before);
        List<Window> unread = new ArrayList<>();
        for (String source : sources(selector)) {
            for (String type : selector.types()) {
                List<Window> complete = new ArrayList<>();
                intervals(source, type).forEach(i -> (i.complete() ? complete : unread).add(i.window()));
                if (!complete.isEmpty()) {
                    unread.addAll(Windows.of(complete).gapsIn(past).parts());
                }
            }
        }
        return Windows.of(unread).within(past);
    }

    private Set<String> sources(Selector selector) {
        return selector.source().map(Set::of).orElseGet(() -> sourcesOf(selector.types()));
    }

    private List<Interval> intervals(String source, String type) {
        return intervalsBySource.getOrDefault(source, List.of()).stream()
                .filter(i -> i.concerns(type))
                .toList();
    }

    /** Whether a record says explicitly that a window of a selector's sources was read. */
    boolean saysRead(Selector selector, long from, long to) {
        return silence(selector, from, to) == Silence.READ;
    }
}
