package dev.soc2.model.document.tree;

import dev.soc2.model.issue.Issue;
import dev.soc2.model.issue.Location;
import dev.soc2.model.issue.Soc2Exception;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Reads JSON and YAML documents strictly, into nodes that know their places.
 *
 * <p>Each reader comes twice. With {@link Faults} it adds what is wrong to them, and gives a node whenever a binder can
 * go on with it, so that one pass reports everything: a document with a field that stands twice is at fault, and still
 * can be read. Without, it throws on any fault. A document that breaks the syntax, the encoding or a limit has that one
 * fault only, and gives no node. Stateless; all methods may be called from any thread.
 */
public final class Documents {

    private enum Format {
        JSON,
        YAML
    }

    private Documents() {}

    /**
     * Reads a document in the format that its name ends in: {@code .json}, {@code .yaml} or {@code .yml}.
     *
     * @param documentName name of the document, as messages should show it
     * @param bytes the document
     * @param limits how much of it is read
     * @param faults where faults go
     * @return the value in the document; nothing when it could not be read at all
     */
    public static Optional<Node> read(String documentName, byte[] bytes, DocumentLimits limits, Faults faults) {
        String name = documentName.toLowerCase(Locale.ROOT);
        if (name.endsWith(".json")) {
            return readJson(documentName, bytes, limits, faults);
        }
        if (name.endsWith(".yaml") || name.endsWith(".yml")) {
            return readYaml(documentName, bytes, limits, faults);
        }
        faults.add(Issue.error(
                DocumentCode.FORMAT.code(),
                Location.of(documentName),
                "the name of the document does not tell whether it is JSON or YAML",
                "let the name end in .json, .yaml or .yml"));
        return Optional.empty();
    }

    /**
     * Reads a document in the format that its name ends in.
     *
     * @param documentName name of the document, as messages should show it
     * @param bytes the document
     * @param limits how much of it is read
     * @return the value in the document
     * @throws Soc2Exception if anything is wrong with the document
     */
    public static Node read(String documentName, byte[] bytes, DocumentLimits limits) {
        Faults faults = new Faults();
        return sound(read(documentName, bytes, limits, faults), faults);
    }

    /**
     * Reads a document in the format that its name ends in.
     *
     * @param documentName name of the document, as messages should show it
     * @param in the document; read no further than its limit, and not closed
     * @param limits how much of it is read
     * @param faults where faults go
     * @return the value in the document; nothing when it could not be read at all
     * @throws UncheckedIOException if the stream fails
     */
    public static Optional<Node> read(String documentName, InputStream in, DocumentLimits limits, Faults faults) {
        return read(documentName, bytes(in, limits), limits, faults);
    }

    /**
     * Reads a JSON document (RFC 8259).
     *
     * @param documentName name of the document, as messages should show it
     * @param bytes the document
     * @param limits how much of it is read
     * @param faults where faults go
     * @return the value in the document; nothing when it could not be read at all
     */
    public static Optional<Node> readJson(String documentName, byte[] bytes, DocumentLimits limits, Faults faults) {
        return read(Format.JSON, documentName, bytes, limits, faults);
    }

    /**
     * Reads a JSON document (RFC 8259).
     *
     * @param documentName name of the document, as messages should show it
     * @param bytes the document
     * @param limits how much of it is read
     * @return the value in the document
     * @throws Soc2Exception if anything is wrong with the document
     */
    public static Node readJson(String documentName, byte[] bytes, DocumentLimits limits) {
        Faults faults = new Faults();
        return sound(readJson(documentName, bytes, limits, faults), faults);
    }

    /**
     * Reads a JSON document (RFC 8259).
     *
     * @param documentName name of the document, as messages should show it
     * @param in the document; read no further than its limit, and not closed
     * @param limits how much of it is read
     * @return the value in the document
     * @throws Soc2Exception if anything is wrong with the document
     * @throws UncheckedIOException if the stream fails
     */
    public static Node readJson(String documentName, InputStream in, DocumentLimits limits) {
        return readJson(documentName, bytes(in, limits), limits);
    }

    /**
     * Reads a YAML document (YAML 1.2, core schema).
     *
     * @param documentName name of the document, as messages should show it
     * @param bytes the document
     * @param limits how much of it is read
     * @param faults where faults go
     * @return the value in the document; nothing when it could not be read at all
     */
    public static Optional<Node> readYaml(String documentName, byte[] bytes, DocumentLimits limits, Faults faults) {
        return read(Format.YAML, documentName, bytes, limits, faults);
    }

    /**
     * Reads a YAML document (YAML 1.2, core schema).
     *
     * @param documentName name of the document, as messages should show it
     * @param bytes the document
     * @param limits how much of it is read
     * @return the value in the document
     * @throws Soc2Exception if anything is wrong with the document
     */
    public static Node readYaml(String documentName, byte[] bytes, DocumentLimits limits) {
        Faults faults = new Faults();
        return sound(readYaml(documentName, bytes, limits, faults), faults);
    }

    /**
     * Reads a YAML document (YAML 1.2, core schema).
     *
     * @param documentName name of the document, as messages should show it
     * @param in the document; read no further than its limit, and not closed
     * @param limits how much of it is read
     * @return the value in the document
     * @throws Soc2Exception if anything is wrong with the document
     * @throws UncheckedIOException if the stream fails
     */
    public static Node readYaml(String documentName, InputStream in, DocumentLimits limits) {
        return readYaml(documentName, bytes(in, limits), limits);
    }

    /**
     * Reads one line of JSON Lines: a record of evidence. Its faults tell line and column in the file and quote nothing
     * from the line, since evidence may name persons.
     *
     * @param documentName name of the file, as messages should show it
     * @param line number of the line in the file, from 1
     * @param bytes a buffer that holds the line
     * @param from where the line begins in the buffer
     * @param to where the line ends in the buffer, its line feed excluded
     * @param limits how much of it is read
     * @param faults where faults go
     * @return the record; nothing when it could not be read at all
     */
    public static Optional<Node> readJsonLine(
            String documentName, int line, byte[] bytes, int from, int to, DocumentLimits limits, Faults faults) {
        return part(documentName, line, bytes, from, to, limits, faults, Source::ofLine);
    }

    /**
     * Reads one line of JSON Lines: a record of evidence.
     *
     * @param documentName name of the file, as messages should show it
     * @param line number of the line in the file, from 1
     * @param bytes a buffer that holds the line
     * @param from where the line begins in the buffer
     * @param to where the line ends in the buffer, its line feed excluded
     * @param limits how much of it is read
     * @return the record
     * @throws Soc2Exception if anything is wrong with the line
     */
    public static Node readJsonLine(
            String documentName, int line, byte[] bytes, int from, int to, DocumentLimits limits) {
        Faults faults = new Faults();
        return sound(readJsonLine(documentName, line, bytes, from, to, limits, faults), faults);
    }

    /**
     * Reads one of many JSON values in a file, which may take several lines. Like a line it may hold evidence, so that
     * no fault quotes it.
     *
     * @param documentName name of the file
     * @param line line in which the value begins, from 1
     * @param bytes holds the value
     * @param from its first byte
     * @param to behind its last byte
     * @param limits how much is read
     * @param faults where faults go
     * @return the value; nothing when it cannot be read at all
     */
    public static Optional<Node> readJsonPart(
            String documentName, int line, byte[] bytes, int from, int to, DocumentLimits limits, Faults faults) {
        return part(documentName, line, bytes, from, to, limits, faults, Source::ofPart);
    }

    private interface PartSource {
        Source of(String document, int line, String text);
    }

    private static Optional<Node> part(
            String name,
            int line,
            byte[] bytes,
            int from,
            int to,
            DocumentLimits limits,
            Faults faults,
            PartSource as) {
        Objects.checkFromToIndex(from, to, bytes.length);
        Faults own = new Faults();
        try {
            refuseLong(name, line, to - from, limits);
            Source source = as.of(name, line, Utf8.decode(name, line, bytes, from, to));
            return kept(JsonReader.read(source, limits, own), own, faults);
        } catch (Soc2Exception e) {
            faults.addAll(e.issues());
            return Optional.empty();
        }
    }

    private static Optional<Node> read(Format format, String name, byte[] bytes, DocumentLimits limits, Faults faults) {
        Faults own = new Faults();
        try {
            refuseLong(name, 0, bytes.length, limits);
            Source source = Source.ofDocument(name, Utf8.decode(name, 1, bytes, 0, bytes.length));
            Node node =
                    format == Format.JSON ? JsonReader.read(source, limits, own) : YamlReader.read(source, limits, own);
            return kept(node, own, faults);
        } catch (Soc2Exception e) {
            faults.addAll(e.issues());
            return Optional.empty();
        }
    }

    private static Optional<Node> kept(Node node, Faults own, Faults faults) {
        faults.addAll(own);
        return Optional.of(node);
    }

    private static Node sound(Optional<Node> node, Faults faults) {
        faults.throwIfAny();
        return node.orElseThrow(() -> new IllegalStateException("a document without a value has a fault"));
    }

    private static void refuseLong(String name, int line, int length, DocumentLimits limits) {
        if (length > limits.bytes()) {
            throw new Soc2Exception(Issue.error(
                    DocumentCode.LIMIT.code(),
                    line == 0 ? Location.of(name) : Location.of(name, line, 1),
                    (line == 0 ? "the document" : "the line") + " has more than " + limits.bytes() + " bytes",
                    line == 0 ? "split the document" : "keep long content in attachments"));
        }
    }

    /** One byte more than the limit is enough to see that it is exceeded. */
    private static byte[] bytes(InputStream in, DocumentLimits limits) {
        try {
            return in.readNBytes(limits.bytes() == Integer.MAX_VALUE ? limits.bytes() : limits.bytes() + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
