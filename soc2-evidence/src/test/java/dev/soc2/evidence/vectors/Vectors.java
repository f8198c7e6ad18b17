package dev.soc2.evidence.vectors;

import dev.soc2.model.document.tree.DocumentLimits;
import dev.soc2.model.document.tree.Documents;
import dev.soc2.model.document.tree.FlagNode;
import dev.soc2.model.document.tree.ListNode;
import dev.soc2.model.document.tree.MapNode;
import dev.soc2.model.document.tree.Node;
import dev.soc2.model.document.tree.NumberNode;
import dev.soc2.model.document.tree.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The published vectors under src/test/resources/vectors. */
public final class Vectors {

    private static final Path ROOT = Path.of("src/test/resources/vectors");

    private Vectors() {}

    public static byte[] bytes(String path) {
        try {
            return Files.readAllBytes(ROOT.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static MapNode json(String path) {
        return (MapNode) Documents.readJson(path, bytes(path), DocumentLimits.forDocuments());
    }

    /** All JSON files below a folder, by path. */
    public static List<String> files(String folder) {
        try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .map(file -> ROOT.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String text(Node map, String field) {
        return ((TextNode) ((MapNode) map).get(field).orElseThrow()).value();
    }

    public static boolean flag(Node map, String field) {
        return ((FlagNode) ((MapNode) map).get(field).orElseThrow()).value();
    }

    public static BigDecimal number(Node map, String field) {
        return ((NumberNode) ((MapNode) map).get(field).orElseThrow()).value();
    }

    /** The items of a list; none when it is null. */
    public static List<Node> list(Node map, String field) {
        return ((MapNode) map).get(field).orElseThrow() instanceof ListNode list ? list.items() : List.of();
    }

    /** The texts of a list; none when it is null. */
    public static List<String> texts(Node map, String field) {
        return list(map, field).stream().map(item -> ((TextNode) item).value()).toList();
    }
}
