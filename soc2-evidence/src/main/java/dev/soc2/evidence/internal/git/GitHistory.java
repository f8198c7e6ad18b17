package dev.soc2.evidence.internal.git;

import dev.soc2.evidence.format.ExportFile;
import dev.soc2.evidence.internal.file.ByteRecords;
import dev.soc2.evidence.internal.file.FileSignature;
import dev.soc2.evidence.internal.file.TextLines;
import dev.soc2.evidence.internal.outcome.ImportCode;
import dev.soc2.model.document.tree.DocumentCode;
import dev.soc2.model.document.tree.DocumentLimits;
import dev.soc2.model.document.tree.Documents;
import dev.soc2.model.document.tree.Faults;
import dev.soc2.model.issue.Issue;
import dev.soc2.model.issue.Location;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One file of git history, in whichever of its two forms: JSON Lines when it begins with a brace, else plain. */
final class GitHistory {

    /** What a commit of a history is. */
    static final String MEDIA_TYPE = "text/plain";

    private static final int RECORD_SEPARATOR = 0x1e;
    private static final int MOST = 1 << 20;
    private static final Set<String> BROKEN =
            Set.of(DocumentCode.SYNTAX.code(), DocumentCode.ENCODING.code(), DocumentCode.EMPTY.code());

    private final ExportFile file;
    private final CommitTaker taker;

    GitHistory(ExportFile file, CommitTaker taker) {
        this.file = file;
        this.taker = taker;
    }

    void read() throws IOException {
        try (InputStream in = file.content()) {
            history(in);
        }
    }

    private void history(InputStream in) {
        ByteRecords records = new ByteRecords(in, RECORD_SEPARATOR, MOST);
        byte[] head = records.peek(64);
        Optional<Issue> otherKind = FileSignature.refuse(file.document(), head);
        if (otherKind.isPresent()) {
            taker.refused(List.of(otherKind.get()));
        } else if (new String(head, StandardCharsets.ISO_8859_1).stripLeading().startsWith("{")) {
            lines(new TextLines(records.rest()));
        } else {
            plain(records);
        }
    }

    private void lines(TextLines lines) {
        while (lines.next()) {
            if (lines.isTooLong()) {
                taker.refused(List.of(lines.tooLong(file.document())));
            } else if (!lines.isBlank()) {
                line(lines);
            }
        }
    }

    private void line(TextLines lines) {
        Faults faults = new Faults();
        Optional<Commit> commit = Documents.readJsonLine(
                        file.document(),
                        lines.number(),
                        lines.bytes(),
                        lines.from(),
                        lines.to(),
                        DocumentLimits.forLines(),
                        faults)
                .flatMap(node -> ExportedCommit.read(node, faults));
        if (commit.isPresent() && faults.isEmpty()) {
            byte[] raw = Arrays.copyOfRange(lines.bytes(), lines.from(), lines.to());
            taker.commit(commit.get(), Location.of(file.document(), lines.number(), 1), raw);
            return;
        }
        boolean cut = !lines.isEnded() && faults.issues().stream().anyMatch(i -> BROKEN.contains(i.code()));
        taker.refused(cut ? List.of(brokenOff(lines.number())) : faults.issues());
    }

    private void plain(ByteRecords records) {
        int line = 1;
        while (records.next()) {
            int from = records.from();
            // git writes a line feed behind each record, which belongs to none.
            while (from < records.to() && (records.bytes()[from] == '\n' || records.bytes()[from] == '\r')) {
                line += records.bytes()[from] == '\n' ? 1 : 0;
                from++;
            }
            byte[] raw = Arrays.copyOfRange(records.bytes(), from, records.to());
            if (records.isTooLong()) {
                taker.refused(List.of(ImportCode.TOO_LONG.at(
                        Location.of(file.document(), line, 1),
                        "the commit has " + records.length() + " bytes, and " + MOST + " are the most",
                        "check that the history was written with %x1e behind each commit")));
            } else if (raw.length > 0) {
                record(raw, line, records.isEnded());
            }
            for (byte b : raw) {
                line += b == '\n' ? 1 : 0;
            }
        }
    }

    private void record(byte[] raw, int line, boolean ended) {
        Location place = Location.of(file.document(), line, 1);
        if (!ended) {
            taker.refused(List.of(brokenOff(line)));
            return;
        }
        Optional<String> text = decode(raw);
        if (text.isEmpty() || text.get().indexOf(0) >= 0) {
            taker.refused(List.of(ImportCode.CHARACTERS.at(
                    place,
                    "the commit holds bytes that are not UTF-8 text",
                    "export it with i18n.logOutputEncoding=UTF-8")));
            return;
        }
        List<Issue> faults = new ArrayList<>();
        LoggedCommit.read(text.get(), place, faults)
                .ifPresentOrElse(commit -> taker.commit(commit, place, raw), () -> taker.refused(faults));
    }

    private Issue brokenOff(int line) {
        return ImportCode.BROKEN_OFF.at(
                Location.of(file.document(), line, 1),
                "the file breaks off in the middle of a commit; nothing of it was kept",
                "export the history again, and see that the export ends");
    }

    private static Optional<String> decode(byte[] raw) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(raw))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
