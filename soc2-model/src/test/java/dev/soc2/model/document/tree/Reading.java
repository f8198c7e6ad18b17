package dev.soc2.model.document.tree;

import dev.soc2.model.issue.Issue;
import dev.soc2.model.issue.Location;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Short ways to read documents in tests. */
final class Reading {

    static final DocumentLimits LIMITS = DocumentLimits.forDocuments();

    private Reading() {}

    static Node json(String text) {
        return Documents.readJson("d.json", text.getBytes(StandardCharsets.UTF_8), LIMITS);
    }

    static Node yaml(String text) {
        return Documents.readYaml("d.yaml", text.getBytes(StandardCharsets.UTF_8), LIMITS);
    }

    static List<Issue> jsonFaults(String text) {
        return jsonFaults(text.getBytes(StandardCharsets.UTF_8), LIMITS);
    }

    static List<Issue> jsonFaults(byte[] bytes, DocumentLimits limits) {
        Faults faults = new Faults();
        Documents.readJson("d.json", bytes, limits, faults);
        return faults.issues();
    }

    static List<Issue> yamlFaults(String text) {
        return yamlFaults(text, LIMITS);
    }

    static List<Issue> yamlFaults(String text, DocumentLimits limits) {
        Faults faults = new Faults();
        Documents.readYaml("d.yaml", text.getBytes(StandardCharsets.UTF_8), limits, faults);
        return faults.issues();
    }

    /** {@code code line:column}, the part of an issue that a program relies on. */
    static String brief(Issue issue) {
        return issue.code() + " " + at(issue.location());
    }

    static String at(Location location) {
        return location.line() + ":" + location.column();
    }

    /** Walks down: names and indexes. */
    static Node in(Node root, Object... steps) {
        Node node = root;
        for (Object step : steps) {
            node = step instanceof Integer index
                    ? ((ListNode) node).items().get(index)
                    : ((MapNode) node).get((String) step).orElseThrow();
        }
        return node;
    }

    static TextNode text(Node root, Object... steps) {
        return (TextNode) in(root, steps);
    }

    /** The bare values, for comparison. */
    static Object plain(Node node) {
        if (node instanceof MapNode map) {
            Map<String, Object> plain = new LinkedHashMap<>();
            map.entries().forEach((name, entry) -> plain.put(name, plain(entry.value())));
            return plain;
        }
        if (node instanceof ListNode list) {
            return list.items().stream().map(Reading::plain).toList();
        }
        if (node instanceof NumberNode number) {
            return number.value();
        }
        if (node instanceof FlagNode flag) {
            return flag.value();
        }
        return node instanceof TextNode text ? text.value() : "null";
    }
}
