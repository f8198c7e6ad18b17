package dev.soc2.evidence.internal.file;

import dev.soc2.evidence.format.RawRecord;
import dev.soc2.evidence.internal.outcome.ImportCode;
import dev.soc2.model.document.EvidenceLine;
import dev.soc2.model.document.EvidenceLineReader;
import dev.soc2.model.document.tree.DocumentCode;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.issue.Issue;
import dev.soc2.model.issue.Location;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;

/** An evidence file in JSON Lines. Blank lines are passed over; a file that is no text at all counts as one bad row. */
public final class JsonlFile {

    /** Name of the importer, as provenance and receipts show it. */
    public static final String IMPORTER = "JSONL";

    /** What a line is. */
    public static final String MEDIA_TYPE = "application/json";

    private static final Set<String> BROKEN =
            Set.of(DocumentCode.SYNTAX.code(), DocumentCode.ENCODING.code(), DocumentCode.EMPTY.code());

    /** Takes what the lines hold, in their order. */
    public interface Taker {
        void accepted(Evidence evidence, RawRecord raw);

        void refused(int line, List<Issue> issues);
    }

    private final InputFile file;
    private final EvidenceLineReader reader;

    public JsonlFile(InputFile file) {
        this.file = file;
        this.reader = new EvidenceLineReader(file.document(), IMPORTER);
    }

    /** Reads the file; answers its SHA-256. */
    public String read(LongConsumer advanced, Taker taker) {
        return FileReading.read(file, advanced, in -> lines(in, taker));
    }

    private void lines(InputStream in, Taker taker) {
        TextLines lines = new TextLines(in);
        Optional<Issue> otherKind = FileSignature.refuse(file.document(), lines.peek(FileSignature.LENGTH));
        if (otherKind.isPresent()) {
            taker.refused(0, List.of(otherKind.get()));
            return;
        }
        while (lines.next()) {
            if (lines.isTooLong()) {
                taker.refused(lines.number(), List.of(lines.tooLong(file.document())));
            } else if (!lines.isBlank()) {
                line(lines, taker);
            }
        }
    }

    private void line(TextLines lines, Taker taker) {
        EvidenceLine line = reader.read(lines.number(), lines.bytes(), lines.from(), lines.to());
        if (line instanceof EvidenceLine.Accepted accepted) {
            RawRecord raw = RawRecord.of(lines.bytes(), lines.from(), lines.to(), MEDIA_TYPE);
            taker.accepted(accepted.evidence(), raw);
        } else if (line instanceof EvidenceLine.Refused refused) {
            boolean cut = !lines.isEnded() && refused.issues().stream().anyMatch(i -> BROKEN.contains(i.code()));
            taker.refused(lines.number(), cut ? List.of(brokenOff(lines.number())) : refused.issues());
        }
    }

    private Issue brokenOff(int line) {
        return ImportCode.BROKEN_OFF.at(
                Location.of(file.document(), line, 1),
                "the file breaks off in the middle of a line; nothing of this line was kept",
                "export the file again, and see that the export ends");
    }
}
