package dev.soc2.evidence;

import dev.soc2.evidence.format.RawRecord;
import dev.soc2.evidence.internal.file.FileTree;
import dev.soc2.evidence.internal.file.InputFile;
import dev.soc2.evidence.internal.file.JsonlFile;
import dev.soc2.evidence.internal.outcome.ImportCode;
import dev.soc2.evidence.internal.outcome.ImportTally;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.EvidenceQuery;
import dev.soc2.model.evidence.EvidenceSink;
import dev.soc2.model.evidence.EvidenceSource;
import dev.soc2.model.evidence.ImportReceipt;
import dev.soc2.model.issue.Issue;
import dev.soc2.model.issue.Location;
import dev.soc2.model.issue.Soc2Exception;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/**
 * Evidence that stays in JSON Lines files and is read from them each time: a file, or every {@code .jsonl} file below a
 * folder.
 *
 * <p>Opening reads everything once: lines that hold no record and records whose id stands for other content are refused
 * and listed in the {@linkplain #receipts() receipts}, repeated records are counted. Each later reading streams the
 * files in the order of their paths, without the refused lines, and fails when a file changed in between. Memory: the
 * id and the digest of each record while opening; afterwards one line at a time. May be read by many threads.
 */
public final class EvidenceFiles implements EvidenceSource {

    private final List<Opened> files;
    private final List<ImportReceipt> receipts;

    /** A file, its digest, and the lines of it that are not delivered. */
    private record Opened(InputFile file, String sha256, BitSet skipped) {}

    private EvidenceFiles(List<Opened> files, List<ImportReceipt> receipts) {
        this.files = List.copyOf(files);
        this.receipts = List.copyOf(receipts);
    }

    /**
     * Opens a file or a folder.
     *
     * @param path the file, or the folder whose {@code .jsonl} files hold evidence
     * @return the evidence, with a receipt for each file
     * @throws Soc2Exception if the path is missing, cannot be read, or holds a link that leads out of it
     */
    public static EvidenceFiles open(Path path) {
        return open(path, path.toString());
    }

    private static EvidenceFiles open(Path path, String document) {
        EvidenceIndex index = new EvidenceIndex();
        List<Opened> files = new ArrayList<>();
        List<ImportReceipt> receipts = new ArrayList<>();
        for (InputFile file : FileTree.of(path, document, Set.of(".jsonl"))) {
            Opening opening = new Opening(index);
            String sha256 = new JsonlFile(file).read(count -> {}, opening);
            files.add(new Opened(file, sha256, opening.skipped));
            receipts.add(opening.tally.receipt(JsonlFile.IMPORTER, file.document(), sha256));
        }
        return new EvidenceFiles(files, receipts);
    }

    @Override
    public void read(EvidenceQuery query, EvidenceSink sink) {
        for (Opened opened : files) {
            String sha256 = new JsonlFile(opened.file()).read(count -> {}, new Reading(opened, query, sink));
            if (!sha256.equals(opened.sha256())) {
                throw new Soc2Exception(ImportCode.CHANGED.at(
                        Location.of(opened.file().document()),
                        "the file changed after it was opened",
                        "open the evidence again once nobody writes to it"));
            }
        }
    }

    @Override
    public List<ImportReceipt> receipts() {
        return receipts;
    }

    /** The first reading of a file: everything is checked, nothing is kept. */
    private static final class Opening implements JsonlFile.Taker {

        private final EvidenceIndex index;
        private final ImportTally tally = new ImportTally();
        private final BitSet skipped = new BitSet();

        Opening(EvidenceIndex index) {
            this.index = index;
        }

        @Override
        public void accepted(Evidence evidence, RawRecord raw) {
            int line = evidence.provenance().orElseThrow().origin().line();
            try {
                boolean isNew = index.add(evidence);
                skipped.set(line, !isNew);
                tally.accepted(evidence, isNew);
            } catch (ConflictingEvidenceException e) {
                skipped.set(line);
                tally.refused(e.issues());
            }
        }

        @Override
        public void refused(int line, List<Issue> issues) {
            tally.refused(issues);
        }
    }

    private record Reading(Opened opened, EvidenceQuery query, EvidenceSink sink) implements JsonlFile.Taker {

        @Override
        public void accepted(Evidence evidence, RawRecord raw) {
            int line = evidence.provenance().orElseThrow().origin().line();
            if (!opened.skipped().get(line) && Asked.by(query, evidence)) {
                sink.accept(evidence);
            }
        }

        @Override
        public void refused(int line, List<Issue> issues) {
            // The receipts tell it; had the line been good when the files were opened, the digest tells it.
        }
    }
}
