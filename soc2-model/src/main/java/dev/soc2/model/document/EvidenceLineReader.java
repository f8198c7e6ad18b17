package dev.soc2.model.document;

import dev.soc2.model.document.tree.DocumentLimits;
import dev.soc2.model.document.tree.Documents;
import dev.soc2.model.document.tree.Faults;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.Provenance;
import dev.soc2.model.issue.Location;
import java.util.Objects;
import java.util.Optional;

/**
 * Reads the lines of one evidence file, each a record: the way back from {@link EvidenceLines}.
 *
 * <p>Strict: unknown fields, fields that hold nothing ({@code null}), times without an offset, repeated fields and
 * values of another kind are faults, and all faults of a line are told at once. Messages name places and never quote
 * the line, since evidence may name persons. A record remembers where it came from: file, line and the SHA-256 of the
 * line as it arrived, without its line end.
 *
 * <p>What {@link EvidenceLines#write} writes is read back as an equal record, with two limits: a line has at most
 * {@link #LONGEST_LINE} bytes, and a number at most 100 characters. May be used from any thread.
 */
public final class EvidenceLineReader {

    /** The most bytes in a line, its line end not counted. */
    public static final int LONGEST_LINE = DocumentLimits.forLines().bytes();

    private final String document;
    private final String importer;
    private final RecurringTexts recurring = new RecurringTexts();

    /**
     * A reader for the lines of one file.
     *
     * @param document name of the file, as messages and provenance should show it
     * @param importer name of the importer that reads, as provenance should show it
     */
    public EvidenceLineReader(String document, String importer) {
        this.document = Objects.requireNonNull(document, "document");
        if (importer.isBlank()) {
            throw new IllegalArgumentException("a provenance names the importer");
        }
        this.importer = importer;
    }

    /**
     * Reads one line.
     *
     * @param line number of the line in the file, from 1
     * @param bytes a buffer that holds the line
     * @param from where the line begins in the buffer
     * @param to where the line ends in the buffer, its line end excluded
     * @return the record, or everything that is wrong with the line
     */
    public EvidenceLine read(int line, byte[] bytes, int from, int to) {
        Faults faults = new Faults();
        Optional<Evidence> record = Documents.readJsonLine(
                        document, line, bytes, from, to, DocumentLimits.forLines(), faults)
                .flatMap(node -> EvidenceLineFields.read(
                        node, faults, recurring::shared, Optional.of(provenance(line, bytes, from, to))));
        if (faults.isEmpty() && record.isPresent()) {
            return new EvidenceLine.Accepted(record.get());
        }
        return new EvidenceLine.Refused(faults.issues());
    }

    /**
     * Reads one line.
     *
     * @param line number of the line in the file, from 1
     * @param bytes the line without its line end
     * @return the record, or everything that is wrong with the line
     */
    public EvidenceLine read(int line, byte[] bytes) {
        return read(line, bytes, 0, bytes.length);
    }

    private Provenance provenance(int line, byte[] bytes, int from, int to) {
        return new Provenance(Location.of(document, line, 0), Sha256.hex(bytes, from, to), importer);
    }
}
