package dev.soc2.evidence.internal.git;

import dev.soc2.evidence.format.EvidenceFormat;
import dev.soc2.evidence.format.ExportReader;
import dev.soc2.evidence.format.ExportReading;
import dev.soc2.evidence.format.FormatOptions;
import dev.soc2.evidence.format.Rows;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Git repositories themselves, read with JGit where that library is there. */
public final class GitFormat implements EvidenceFormat {

    /** The library that must be there, as a build file names it. */
    static final String ARTIFACT = "org.eclipse.jgit:org.eclipse.jgit:6.10.1.202505221210-r";

    @Override
    public String name() {
        return "GIT";
    }

    @Override
    public Set<String> endings() {
        return Set.of();
    }

    @Override
    public Optional<ExportReader> open(FormatOptions options) {
        ChangeRules rules = ChangeRules.of(options);
        Reader reader = new Reader(
                rules,
                new CommitRange(
                        options.name("branch"),
                        options.instant("since"),
                        options.instant("until"),
                        options.flag("firstParent").orElse(false)));
        try {
            LiveRepository.require();
        } catch (LinkageError e) {
            options.refuse(
                    "format",
                    "GIT needs the library JGit, which is not there",
                    "add " + ARTIFACT + " to the class path or module path, or export the history for GIT_LOG");
        }
        return Optional.of(reader);
    }

    private record Reader(ChangeRules rules, CommitRange range) implements ExportReader {

        @Override
        public Set<String> types() {
            return rules.types();
        }

        /** Of changes the history is the whole list, of reviews only of those that it names. */
        @Override
        public Set<String> wholeOf() {
            return Set.of(ChangeRecords.MERGED);
        }

        @Override
        public String query() {
            return rules.query() + range.query();
        }

        @Override
        public String mediaType() {
            return "application/x-git-commit";
        }

        @Override
        public Optional<Instant> exportedAt() {
            return rules.exportedAt();
        }

        @Override
        public ExportReading begin(Rows rows) {
            return file -> new LiveHistory(file, range, new ChangeRecords(rules, file), rows).read();
        }
    }
}
