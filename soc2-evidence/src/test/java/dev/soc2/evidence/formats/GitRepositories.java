package dev.soc2.evidence.formats;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.TreeFormatter;

/** Builds repositories for tests, commit by commit. */
final class GitRepositories {

    private static final Instant START = Instant.parse("2025-01-01T08:00:00Z");

    private final Repository repository;
    private int minutes;

    private GitRepositories(Repository repository) {
        this.repository = repository;
    }

    static GitRepositories create(Path folder, boolean bare) {
        try {
            Repository repository = new FileRepository(
                    bare ? folder.toFile() : folder.resolve(".git").toFile());
            repository.create(bare);
            return new GitRepositories(repository);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A commit of Ann's, an hour later than the one before. */
    ObjectId commit(String branch, String message, ObjectId... parents) {
        return commit(branch, "Ann Lee", "ann@payroll.example", message, parents);
    }

    ObjectId commit(String branch, String name, String mail, String message, ObjectId... parents) {
        Instant time = START.plusSeconds(3600L * minutes++);
        try (ObjectInserter inserter = repository.newObjectInserter()) {
            CommitBuilder commit = new CommitBuilder();
            commit.setTreeId(inserter.insert(new TreeFormatter()));
            commit.setParentIds(List.of(parents));
            commit.setAuthor(new PersonIdent(name, mail, time.minusSeconds(60), ZoneOffset.ofHours(2)));
            commit.setCommitter(new PersonIdent("Merge Bot", "bot@payroll.example", time, ZoneOffset.ofHours(-5)));
            commit.setMessage(message);
            ObjectId id = inserter.insert(commit);
            inserter.flush();
            RefUpdate update = repository.updateRef("refs/heads/" + branch);
            update.setNewObjectId(id);
            update.forceUpdate();
            return id;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An object that says it is a commit. */
    ObjectId raw(String branch, String content) {
        try (ObjectInserter inserter = repository.newObjectInserter()) {
            ObjectId id = inserter.insert(Constants.OBJ_COMMIT, content.getBytes(StandardCharsets.UTF_8));
            inserter.flush();
            RefUpdate update = repository.updateRef("refs/heads/" + branch);
            update.setNewObjectId(id);
            update.forceUpdate();
            return id;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void checkOut(String branch) {
        try {
            repository.updateRef("HEAD", false).link("refs/heads/" + branch);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void close() {
        repository.close();
    }

    /** A history with merges, squash merges, reverts, trailers of many kinds, and two branches. */
    static Map<String, ObjectId> payroll(Path folder, boolean bare) {
        GitRepositories git = create(folder, bare);
        git.checkOut("main");
        ObjectId first = git.commit("main", "Begin\n");
        ObjectId squashed = git.commit("main", "Bob Ray", "bob@payroll.example", """
                        PAY-1: Pay on Fridays (#12)

                        Squashed from three commits.

                        Reviewed-by: Ann Lee <ann@payroll.example>
                        Co-authored-by: Eve <eve@payroll.example>
                        """, first);
        ObjectId feature = git.commit(
                "feature",
                "Zoë Ünal",
                "zoe@payroll.example",
                "Round\n\nThe last line: is no trailer\nat all\n",
                squashed);
        ObjectId fix = git.commit("main", """
                        Fix a title
                        that takes two lines

                        Body.

                        Signed-off-by: Ann Lee <ann@payroll.example>
                        a line that is none
                        Reviewed-by: Dee <dee@payroll.example>,
                          Cy <cy@payroll.example>
                        """, squashed);
        ObjectId merged = git.commit(
                "main", "Merge branch 'feature'\n\nReviewed-by: Bob Ray <bob@payroll.example>\n", fix, feature);
        ObjectId reverted = git.commit(
                "main",
                "Revert \"PAY-1: Pay on Fridays (#12)\"\n\nThis reverts commit " + squashed.name() + ".\n",
                merged);
        ObjectId hostile = git.commit("main", "Mallory", "m@payroll.example", """
                        Forge

                        Reviewed-by : Ann <ann@payroll.example>
                        Ticket:
                        # Reviewed-by: no
                        (cherry picked from commit abc)


                        """, reverted);
        ObjectId release = git.commit("release", "Release\n\nReviewed-by: Ann <ann@payroll.example>\n", merged);
        git.close();
        return Map.of(
                "first",
                first,
                "squashed",
                squashed,
                "feature",
                feature,
                "fix",
                fix,
                "merged",
                merged,
                "reverted",
                reverted,
                "hostile",
                hostile,
                "release",
                release);
    }
}
