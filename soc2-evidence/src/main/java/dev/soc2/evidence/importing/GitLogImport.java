package dev.soc2.evidence.importing;

import dev.soc2.evidence.EvidenceStore;
import dev.soc2.evidence.format.RawRecord;
import dev.soc2.evidence.internal.git.Commit;
import dev.soc2.evidence.internal.git.CommitTaker;
import dev.soc2.evidence.internal.git.GitHistory;
import dev.soc2.evidence.internal.intake.Intake;
import dev.soc2.evidence.internal.outcome.ImportCode;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.Provenance;
import dev.soc2.model.issue.Issue;
import dev.soc2.model.issue.Location;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Commits of git histories as merged changes. */
final class GitLogImport extends FileImport {

    static final String NAME = "GIT_LOG";

    private final GitLogOptions options;
    private final ChangeRecords changes;
    private final CommonOptions common;

    GitLogImport(GitLogOptions options, CommonOptions common) {
        super(Set.of(".jsonl", ".log", ".txt"));
        this.options = options;
        this.changes = new ChangeRecords(options);
        this.common = common.orSource(Optional.of(options.source())).orExtractedAt(options.exportedAt());
    }

    @Override
    Intake begin(EvidenceStore store, String sourceOfPath) {
        return Intake.of(
                NAME,
                GitHistory.MEDIA_TYPE,
                store,
                common.extraction(sourceOfPath, query()),
                Set.of(ChangeRecords.TYPE),
                common.handling());
    }

    private String query() {
        return NAME + " coAuthors=" + options.coAuthors() + " merges=" + options.merges() + " repo=" + options.repo()
                + " reviews=" + options.reviews() + " tickets=" + options.tickets();
    }

    @Override
    Reading reading(Intake intake, String sourceOfPath) {
        return (file, advanced) -> new GitHistory(file, new Taking(file.document(), intake)).read(advanced);
    }

    private final class Taking implements CommitTaker {

        private final String document;
        private final Intake intake;

        Taking(String document, Intake intake) {
            this.document = document;
            this.intake = intake;
        }

        @Override
        public void commit(Commit commit, int line, RawRecord raw) {
            if (commit.isMerge() && options.merges() == MergeCommits.EXCLUDE) {
                intake.leaveOut();
                return;
            }
            Location place = Location.of(document, line, 1);
            try {
                Evidence record = changes.of(commit)
                        .provenance(new Provenance(place, raw.sha256(), NAME))
                        .build();
                intake.take(record, raw);
            } catch (IllegalArgumentException e) {
                refused(List.of(ImportCode.RECORD.at(
                        place,
                        "the commit makes no record: its names must be 1 to 1,024 characters long, its time between"
                                + " 1700 and 2250",
                        "check the commit in its repository")));
            }
        }

        @Override
        public void refused(List<Issue> issues) {
            intake.refuse(issues);
        }
    }
}
