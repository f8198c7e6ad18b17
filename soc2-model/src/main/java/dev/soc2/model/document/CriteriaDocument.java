package dev.soc2.model.document;

import dev.soc2.model.criteria.CriteriaCatalog;
import dev.soc2.model.document.tree.DocumentLimits;
import dev.soc2.model.document.tree.Documents;
import dev.soc2.model.document.tree.Faults;
import dev.soc2.model.document.tree.Value;
import dev.soc2.model.issue.Issue;
import dev.soc2.model.issue.Location;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The written form of a criteria catalogue: a YAML or JSON document with the ids, categories, titles and points of focus
 * of its criteria.
 *
 * <p>Strict: unknown fields are faults, and all faults are told at once.
 */
public final class CriteriaDocument {

    /** Id of the catalogue that comes with the library: the criteria of 2017, points of focus revised 2022. */
    public static final String BUILT_IN = "tsc-2017-rev-2022";

    private static final String NAME = BUILT_IN + ".yaml";

    private CriteriaDocument() {}

    /**
     * The catalogue that comes with the library.
     *
     * @return the trust services criteria, with titles in our own words
     */
    public static CriteriaCatalog builtIn() {
        return BuiltIn.CATALOG;
    }

    /**
     * Reads a catalogue from a file.
     *
     * @param file a file whose name ends in {@code .yaml}, {@code .yml} or {@code .json}
     * @return the catalogue
     * @throws DocumentException with every fault of the document
     */
    public static CriteriaCatalog read(Path file) {
        String name = String.valueOf(file.getFileName());
        DocumentLimits limits = DocumentLimits.forDocuments();
        try (InputStream in = Files.newInputStream(file)) {
            // One byte more than the limit is enough to be refused for its length.
            return read(name, in.readNBytes(limits.bytes() + 1));
        } catch (IOException e) {
            throw new DocumentException(
                    Issue.error(
                            CriteriaCode.UNREADABLE.code(),
                            Location.of(name),
                            "the criteria catalogue cannot be read",
                            "give a file that exists and that this program may read"),
                    e);
        }
    }

    /**
     * Reads a catalogue from memory.
     *
     * @param name name of the document; ends in {@code .yaml}, {@code .yml} or {@code .json}
     * @param bytes the document
     * @return the catalogue, with the digest of these bytes
     * @throws DocumentException with every fault of the document
     */
    public static CriteriaCatalog read(String name, byte[] bytes) {
        Faults faults = new Faults();
        Optional<CriteriaCatalog> catalog = Documents.read(name, bytes, DocumentLimits.forDocuments(), faults)
                .flatMap(root -> Value.of(root, faults)
                        .map(fields -> new CriteriaFields(faults).catalog(fields, Sha256.hex(bytes))));
        faults.throwIfAny(DocumentException::new);
        return catalog.orElseThrow(() -> new IllegalStateException("a document that is not read has a fault"));
    }

    /** Read once, when first asked for; immutable. */
    private static final class BuiltIn {

        private static final CriteriaCatalog CATALOG = load();

        private static CriteriaCatalog load() {
            try (InputStream in = CriteriaDocument.class.getResourceAsStream("/META-INF/soc2/criteria/" + NAME)) {
                if (in == null) {
                    throw new IllegalStateException("the built-in criteria are missing from this library");
                }
                return read(NAME, in.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
