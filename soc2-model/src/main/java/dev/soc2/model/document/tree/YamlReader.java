package dev.soc2.model.document.tree;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/**
 * Reads YAML 1.2 by its core schema, keeping places.
 *
 * <p>It reads events rather than composed nodes: depth, tags and aliases are judged as they come, before anything
 * recursive has been built.
 */
final class YamlReader {

    private final Source source;
    private final DocumentLimits limits;
    private final Faults faults;
    private final YamlEvents events;
    private final Map<String, Optional<Anchored>> anchors = new HashMap<>();
    private int nodes;
    private int aliases;
    private int deepest;

    /** A value that aliases may repeat, with what repeating it costs. */
    private record Anchored(Node node, int size, int height) {}

    private YamlReader(Source source, DocumentLimits limits, Faults faults) {
        this.source = source;
        this.limits = limits;
        this.faults = faults;
        this.events = new YamlEvents(source, limits);
    }

    static Node read(Source source, DocumentLimits limits, Faults faults) {
        return new YamlReader(source, limits, faults).document();
    }

    private Node document() {
        events.next();
        Event start = events.next();
        if (!(start instanceof DocumentStartEvent document)) {
            throw empty();
        }
        boolean other = document.getSpecVersion()
                .map(v -> v.getMajor() != 1 || v.getMinor() != 2)
                .orElse(false);
        if (other) {
            throw source.stop(
                    DocumentCode.YAML_VERSION,
                    events.offset(start),
                    5,
                    "the document announces another YAML than 1.2",
                    "leave the %YAML line out; documents are read as YAML 1.2");
        }
        Event first = events.next();
        boolean nothing = first instanceof ScalarEvent scalar
                && scalar.isPlain()
                && scalar.getValue().isEmpty()
                && scalar.getTag().isEmpty();
        if (nothing) {
            throw empty();
        }
        Node root = value(first, null, null, 0, 0);
        events.next();
        Event end = events.next();
        if (end.getEventId() != Event.ID.StreamEnd) {
            throw source.stop(
                    DocumentCode.TRAILING,
                    events.offset(end),
                    3,
                    "a second YAML document begins here",
                    "keep one document in a file");
        }
        return root;
    }

    private RuntimeException empty() {
        return source.stop(DocumentCode.EMPTY, 0, 1, "the document is empty", "write a value into it");
    }

    private Node value(Event event, @Nullable Place parent, @Nullable String name, int index, int depth) {
        Place place = Place.of(source, parent, name, index, events.content(event));
        if (event instanceof AliasEvent alias) {
            return repeated(alias, place, depth);
        }
        int before = nodes;
        count(1, place);
        Optional<String> anchor = ((NodeEvent) event).getAnchor().map(Anchor::getValue);
        if (anchor.isPresent()) {
            anchors.put(anchor.get(), Optional.empty());
        }
        int outerDeepest = deepest;
        deepest = depth;
        Node node;
        if (event instanceof ScalarEvent scalar) {
            node = YamlScalars.read(scalar, place, limits, faults);
        } else {
            CollectionStartEvent start = (CollectionStartEvent) event;
            boolean isMap = event.getEventId() == Event.ID.MappingStart;
            checkTag(start, isMap, place);
            enter(place, depth + 1);
            node = isMap ? map(place, depth + 1) : list(place, depth + 1);
        }
        if (anchor.isPresent()) {
            anchors.put(anchor.get(), Optional.of(new Anchored(node, nodes - before, deepest - depth)));
        }
        deepest = Math.max(deepest, outerDeepest);
        return node;
    }

    private Node repeated(AliasEvent event, Place place, int depth) {
        String name = event.getAlias().getValue();
        if (++aliases > limits.aliases()) {
            throw tooMuch(place, "the document has more than " + limits.aliases() + " aliases");
        }
        if (!anchors.containsKey(name)) {
            throw source.stop(
                    DocumentCode.YAML_ALIAS,
                    place.offset(),
                    name.length() + 1,
                    "the alias " + source.quote("*" + name) + " stands for nothing that was written before it",
                    "write '&" + Shown.of(name) + "' before the value that is meant, or write the value here");
        }
        Anchored target = anchors.get(name)
                .orElseThrow(() -> source.stop(
                        DocumentCode.YAML_ALIAS,
                        place.offset(),
                        name.length() + 1,
                        "the alias " + source.quote("*" + name) + " stands inside the value that it repeats",
                        "write out the value"));
        count(target.size(), place);
        if (depth + target.height() > limits.depth()) {
            throw tooMuch(place, "lists and maps are nested deeper than " + limits.depth());
        }
        deepest = Math.max(deepest, depth + target.height());
        return target.node();
    }

    private MapNode map(Place place, int depth) {
        Map<String, MapNode.Entry> entries = new LinkedHashMap<>();
        for (Event event = events.next(); event.getEventId() != Event.ID.MappingEnd; event = events.next()) {
            if (!(event instanceof ScalarEvent scalar)) {
                refuseKey(event, place);
                events.skip(event, this::countSkipped);
                events.skip(events.next(), this::countSkipped);
                continue;
            }
            String name = scalar.getValue();
            int at = events.content(event);
            TextNode key = Texts.name(place.field(name, at), name, YamlScalars.style(scalar), limits, faults);
            scalar.getAnchor().ifPresent(a -> anchors.put(a.getValue(), Optional.of(new Anchored(key, 1, 0))));
            Node value = value(events.next(), place, name, 0, depth);
            if (scalar.isPlain() && name.equals("<<")) {
                faults.add(
                        DocumentCode.YAML_MERGE,
                        key,
                        "'<<' is no merge in YAML 1.2",
                        "write the fields out, or put '<<' in quotes if it is a name");
            } else {
                faults.putOnce(entries, key, value);
            }
        }
        return new MapNode(place, entries);
    }

    private ListNode list(Place place, int depth) {
        List<Node> items = new ArrayList<>();
        for (Event event = events.next(); event.getEventId() != Event.ID.SequenceEnd; event = events.next()) {
            items.add(value(event, place, null, items.size(), depth));
        }
        return new ListNode(place, items);
    }

    private void refuseKey(Event event, Place map) {
        int offset = events.offset(event);
        faults.add(source.issue(
                DocumentCode.YAML_KEY,
                offset,
                1,
                map.path(),
                "the name of a field must be a text, and this is a list, a map or an alias",
                "write the name as a text"));
    }

    private void checkTag(CollectionStartEvent event, boolean isMap, Place place) {
        String expected = isMap ? "tag:yaml.org,2002:map" : "tag:yaml.org,2002:seq";
        String tag = event.getTag().orElse(expected);
        if (!tag.equals(expected) && !tag.equals("!")) {
            YamlScalars.refuseTag(tag, place, events.offset(event), faults);
        }
    }

    private void enter(Place place, int depth) {
        if (depth > limits.depth()) {
            throw tooMuch(place, "lists and maps are nested deeper than " + limits.depth());
        }
        deepest = Math.max(deepest, depth);
    }

    private void countSkipped(Event event) {
        count(1, Place.of(source, null, null, 0, events.offset(event)));
    }

    private void count(int more, Place place) {
        nodes += more;
        if (nodes > limits.nodes()) {
            throw tooMuch(place, "the document has more than " + limits.nodes() + " values");
        }
    }

    private RuntimeException tooMuch(Place place, String what) {
        return source.stop(
                DocumentCode.LIMIT,
                place.offset(),
                1,
                what,
                "split the document, or write values out instead of aliases");
    }
}
