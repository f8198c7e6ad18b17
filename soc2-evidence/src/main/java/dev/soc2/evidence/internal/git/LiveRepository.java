package dev.soc2.evidence.internal.git;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.errors.RevWalkException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevSort;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/**
 * A repository through JGit. Only this class and {@link IsolatedSettings} know the library, which may be missing: then
 * each call ends in a {@link LinkageError}.
 *
 * <p>Nothing but the folder is read: no settings of the user or of the machine, no environment, no network. Nothing is
 * run, and nothing is written.
 */
final class LiveRepository {

    private LiveRepository() {}

    /** Takes the commits, oldest first. */
    interface Taker {

        /** A commit; nothing when it names no author or no time. */
        void commit(Optional<Commit> commit, String hash, byte[] raw);

        /** An object is missing or damaged; no further commit comes. */
        void brokenOff();
    }

    /** Fails with a {@link LinkageError} when the library is missing. */
    static void require() {
        ObjectId.zeroId();
    }

    /** Reads the commits of a range; false when there is no such branch, or no commit on it. */
    static boolean read(Path gitFolder, CommitRange range, Taker taker) {
        IsolatedSettings settings = IsolatedSettings.install();
        try {
            Optional<Repository> opened = open(gitFolder);
            if (opened.isEmpty()) {
                taker.brokenOff();
                return true;
            }
            try (Repository repository = opened.get()) {
                return read(repository, range, taker);
            }
        } finally {
            settings.close();
        }
    }

    private static boolean read(Repository repository, CommitRange range, Taker taker) {
        Optional<ObjectId> tip;
        try {
            tip = tip(repository, range);
        } catch (IOException e) {
            taker.brokenOff();
            return true;
        }
        tip.ifPresent(id -> walk(repository, id, range, taker));
        return tip.isPresent();
    }

    /** The repository; nothing when its settings are beyond reading. */
    private static Optional<Repository> open(Path gitFolder) {
        try {
            return Optional.of(new FileRepositoryBuilder()
                    .setGitDir(gitFolder.toFile())
                    .setBare()
                    .setMustExist(true)
                    .build());
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<ObjectId> tip(Repository repository, CommitRange range) throws IOException {
        Ref ref = repository.exactRef(
                range.branch().map(name -> "refs/heads/" + name).orElse("HEAD"));
        return Optional.ofNullable(ref).map(Ref::getObjectId);
    }

    private static void walk(Repository repository, ObjectId tip, CommitRange range, Taker taker) {
        try (RevWalk walk = new RevWalk(repository)) {
            walk.setRetainBody(false);
            walk.setFirstParent(range.firstParent());
            walk.sort(RevSort.COMMIT_TIME_DESC);
            walk.sort(RevSort.REVERSE, true);
            walk.markStart(walk.parseCommit(tip));
            for (RevCommit commit = walk.next(); commit != null; commit = walk.next()) {
                if (range.contains(Instant.ofEpochSecond(commit.getCommitTime()))) {
                    walk.parseBody(commit);
                    taker.commit(commit(commit), commit.name(), commit.getRawBuffer());
                    commit.disposeBody();
                }
            }
        } catch (IOException | RevWalkException e) {
            taker.brokenOff();
        }
    }

    /** The commit; nothing when whoever wrote it kept to no form that can be read. */
    private static Optional<Commit> commit(RevCommit commit) {
        try {
            return parsed(commit);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private static Optional<Commit> parsed(RevCommit commit) {
        PersonIdent author = commit.getAuthorIdent();
        PersonIdent committer = commit.getCommitterIdent();
        if (author == null || committer == null) {
            return Optional.empty();
        }
        String title = commit.getShortMessage().strip();
        Commit read = new Commit(
                commit.name(),
                commit.name(),
                commit.getParentCount() > 1,
                person(author),
                person(committer),
                committer.getWhenAsInstant(),
                Optional.of(title),
                MessageTrailers.of(commit.getFullMessage()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(title.startsWith("Revert \"")),
                Optional.empty(),
                Map.of());
        return read.author().account().isPresent() ? Optional.of(read) : Optional.empty();
    }

    private static Person person(PersonIdent ident) {
        return new Person(Optional.of(ident.getName()), Optional.of(ident.getEmailAddress()));
    }
}
