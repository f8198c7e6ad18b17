package dev.soc2.evidence.internal.git;

import dev.soc2.evidence.format.ExportFile;
import dev.soc2.evidence.format.Rows;
import dev.soc2.evidence.internal.outcome.ImportCode;
import dev.soc2.model.issue.Issue;
import dev.soc2.model.issue.Location;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The history in a repository, commit by commit; what cannot be read is refused. */
final class LiveHistory {

    private static final int MOST = 1 << 20;

    private final ExportFile file;
    private final CommitRange range;
    private final ChangeRecords changes;
    private final Rows rows;

    LiveHistory(ExportFile file, CommitRange range, ChangeRecords changes, Rows rows) {
        this.file = file;
        this.range = range;
        this.changes = changes;
        this.rows = rows;
    }

    void read() throws IOException {
        Location place = Location.of(file.document());
        RepositoryFolder folder = new RepositoryFolder(file.path(), place);
        Optional<Issue> fault = folder.fault();
        if (fault.isPresent()) {
            rows.refuse(List.of(fault.get()));
            return;
        }
        if (folder.isShallow()) {
            refuse(
                    ImportCode.COMMIT,
                    place,
                    "the repository is a shallow copy, so that its history is cut off",
                    "fetch the whole history: git fetch --unshallow");
        }
        boolean found = LiveRepository.read(folder.gitFolder(), range, new LiveRepository.Taker() {
            @Override
            public void commit(Optional<Commit> commit, String hash, byte[] raw) {
                take(commit, place.withPath(hash), raw);
            }

            @Override
            public void brokenOff() {
                refuse(
                        ImportCode.BROKEN_OFF,
                        place,
                        "the history cannot be read any further: an object is missing or damaged",
                        "check the repository with git fsck");
            }
        });
        if (!found) {
            refuse(
                    ImportCode.FIELD,
                    place,
                    "there is no commit on "
                            + range.branch()
                                    .map(name -> "the branch '" + shown(name) + "'")
                                    .orElse("the branch that is checked out"),
                    "name a branch of the repository");
        }
    }

    private void take(Optional<Commit> commit, Location place, byte[] raw) {
        if (raw.length > MOST) {
            refuse(
                    ImportCode.TOO_LONG,
                    place,
                    "the commit has " + raw.length + " bytes, and " + MOST + " are the most",
                    "check the commit in its repository");
        } else if (commit.isEmpty()) {
            refuse(
                    ImportCode.COMMIT,
                    place,
                    "the commit names no author, or tells no time",
                    "check the commit in its repository");
        } else {
            changes.take(commit.get(), place, raw, rows);
        }
    }

    private void refuse(ImportCode code, Location place, String what, String fix) {
        rows.refuse(List.of(code.at(place, what, fix)));
    }

    private static String shown(String name) {
        return name.codePoints()
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? '?' : c)
                .limit(60)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
