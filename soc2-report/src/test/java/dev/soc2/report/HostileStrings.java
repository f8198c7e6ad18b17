package dev.soc2.report;

import dev.soc2.model.document.tree.DocumentLimits;
import dev.soc2.model.document.tree.Documents;
import dev.soc2.model.document.tree.ListNode;
import dev.soc2.model.document.tree.TextNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** The 515 strings of a well-known list, and our own: what evidence may hold when somebody means harm. */
final class HostileStrings {

    private HostileStrings() {}

    static List<String> all() {
        List<String> all = new ArrayList<>(read("/strings/blns.json"));
        all.addAll(read("/strings/own.json"));
        return List.copyOf(all);
    }

    static List<String> own() {
        return read("/strings/own.json");
    }

    private static List<String> read(String resource) {
        try (InputStream in = HostileStrings.class.getResourceAsStream(resource)) {
            var strings = (ListNode) Documents.readJson(resource, in.readAllBytes(), DocumentLimits.forDocuments());
            return strings.items().stream()
                    .map(node -> ((TextNode) node).value())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
