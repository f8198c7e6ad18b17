package dev.soc2.quickstart.panther;

import dev.soc2.evidence.InMemoryEvidence;
import dev.soc2.evidence.importing.ImportOptions;
import dev.soc2.evidence.importing.Importers;
import dev.soc2.model.document.tree.DocumentLimits;
import dev.soc2.model.document.tree.Documents;
import dev.soc2.model.document.tree.FlagNode;
import dev.soc2.model.document.tree.MapNode;
import dev.soc2.model.document.tree.Node;
import dev.soc2.model.document.tree.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * An event of the vendor's tests.
 *
 * @param rule the rule that it tests
 * @param isPolicy whether the label says that a policy passes, rather than that a rule fires
 * @param test the vendor's name of the test
 * @param label the vendor's label
 * @param logType what the event says that it is; empty if it says nothing
 * @param payload the event as it stands in the file
 */
record LabelledEvent(String rule, boolean isPolicy, String test, boolean label, String logType, String payload) {

    private static final String PAYLOAD = "\"payload\": ";

    /** The events of a log type, in the order of the file. */
    static List<LabelledEvent> of(String logType) {
        try {
            return Files.readAllLines(Path.of("src/test/resources/panther/events/" + logType + ".jsonl")).stream()
                    .map(LabelledEvent::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LabelledEvent read(String line) {
        MapNode event = (MapNode)
                Documents.readJson("event", line.getBytes(StandardCharsets.UTF_8), DocumentLimits.forDocuments());
        MapNode payload = (MapNode) event.get("payload").orElseThrow();
        return new LabelledEvent(
                text(event, "ruleId"),
                text(event, "kind").equals("policy"),
                text(event, "testName"),
                ((FlagNode) event.get("expectedResult").orElseThrow()).value(),
                text(payload, "p_log_type"),
                line.substring(line.indexOf(PAYLOAD) + PAYLOAD.length(), line.length() - 1));
    }

    private static String text(MapNode map, String field) {
        return map.get(field)
                .filter(TextNode.class::isInstance)
                .map((Node value) -> ((TextNode) value).value())
                .orElse("");
    }

    /** Whether the vendor finds fault with it. */
    boolean isFault() {
        return isPolicy != label;
    }

    /** The name under which exceptions are listed. */
    String name() {
        return rule + ": " + test;
    }

    /** The evidence that it becomes, by itself. */
    InMemoryEvidence imported(String format, ImportOptions options, Path folder) {
        try {
            InMemoryEvidence evidence = new InMemoryEvidence();
            Importers.of(format, options)
                    .importInto(evidence, Files.writeString(folder.resolve("event.json"), payload));
            return evidence;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
