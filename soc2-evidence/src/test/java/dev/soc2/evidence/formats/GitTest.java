package dev.soc2.evidence.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.soc2.evidence.importing.ImportOptions;
import dev.soc2.model.evidence.AttributeValue;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.issue.Issue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GitTest {

    private static final ImportOptions PAYROLL = ImportOptions.NONE
            .source("git")
            .with("repo", "payroll")
            .with("reviews", List.of("Reviewed-by"))
            .with("tickets", List.of("PAY"));
    private static final String LOG =
            "%H%x1f%P%x1f%an%x1f%ae%x1f%aI%x1f%cn%x1f%ce%x1f%cI%x1f%(trailers:only,unfold)%x1f%s%x1e";

    @TempDir
    Path folder;

    private Imported read(ImportOptions options) {
        return Imported.of("GIT", options, folder.resolve("payroll"));
    }

    private Map<String, ObjectId> payroll(boolean bare) throws IOException {
        return GitRepositories.payroll(Files.createDirectory(folder.resolve("payroll")), bare);
    }

    /** The same history, written by git itself. */
    private Path exported(String branch) throws IOException, InterruptedException {
        Path log = folder.resolve("payroll.log");
        try {
            ProcessBuilder git =
                    new ProcessBuilder("git", "log", "--reverse", "--date=iso-strict", "--format=" + LOG, branch);
            git.environment().putAll(Map.of("GIT_CONFIG_NOSYSTEM", "1", "GIT_CONFIG_GLOBAL", "/dev/null"));
            Process process = git.directory(folder.resolve("payroll").toFile())
                    .redirectOutput(log.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            assumeTrue(process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0, "git cannot read it");
        } catch (IOException e) {
            assumeTrue(false, "there is no git on this machine to compare with");
        }
        return log;
    }

    private static List<Evidence> changes(Imported read) {
        return read.rows();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aRepositoryGivesTheRecordsOfItsExport(boolean bare) throws IOException, InterruptedException {
        payroll(bare);

        for (String branch : List.of("main", "release")) {
            Imported live = read(PAYROLL.with("branch", branch));
            Imported log = Imported.of("GIT_LOG", PAYROLL, exported(branch));

            assertThat(live.receipt().rejected()).isEmpty();
            assertThat(changes(live)).hasSameSizeAs(changes(log)).containsExactlyInAnyOrderElementsOf(changes(log));
        }
    }

    /** Read off the messages that {@link GitRepositories#payroll} writes. */
    @Test
    void theRecordsAreThoseOfTheMessages() throws IOException {
        Map<String, ObjectId> ids = payroll(false);

        Imported live = read(PAYROLL);

        assertThat(live.receipt().stored()).isEqualTo(7);
        assertThat(live.rows().get(1))
                .isEqualTo(Evidence.of(
                                ids.get("squashed").name(),
                                "change.merged",
                                "payroll@" + ids.get("squashed").name(),
                                Instant.parse("2025-01-01T09:00:00Z"),
                                "git")
                        .actor("bob@payroll.example")
                        .with("revision", ids.get("squashed").name())
                        .with("author", "bob@payroll.example")
                        .with("authors", List.of("bob@payroll.example", "eve@payroll.example"))
                        .with("coAuthors", List.of("eve@payroll.example"))
                        .with("committer", "bot@payroll.example")
                        .with("reviewers", List.of("ann@payroll.example"))
                        .with("tickets", List.of("PAY-1"))
                        .with("isMerge", false)
                        .with("revert", false)
                        .build());
        assertThat(live.rows())
                .extracting(change -> Imported.list(change, "reviewers"))
                .containsExactly(
                        List.of(),
                        List.of("ann@payroll.example"),
                        List.of(),
                        List.of("dee@payroll.example", "cy@payroll.example"),
                        List.of("bob@payroll.example"),
                        List.of(),
                        List.of("ann@payroll.example"));
        assertThat(live.rows().get(5).attribute("revert")).contains(AttributeValue.of(true));
        assertThat(live.rows().get(4).attribute("isMerge")).contains(AttributeValue.of(true));
        assertThat(live.population("change.merged").attribute("rows")).contains(AttributeValue.of(7));
    }

    @Test
    void branchTimesAndMainLineNarrowWhatIsRead() throws IOException {
        payroll(true);

        assertThat(read(PAYROLL.with("branch", "release")).rows()).hasSize(6);
        assertThat(read(PAYROLL.with("firstParent", true)).rows()).hasSize(6);
        assertThat(read(PAYROLL.with("merges", "EXCLUDE")).receipt().outOfScope())
                .isEqualTo(1);
        Imported part = read(PAYROLL.with("since", "2025-01-01T09:00:00Z").with("until", "2025-01-01T12:00:00Z"));
        assertThat(part.rows()).hasSize(3);
        assertThat(part.population("change.merged").text("query").orElseThrow())
                .contains("since=2025-01-01T09:00:00Z", "until=2025-01-01T12:00:00Z");
    }

    @Test
    void aReviewerMayBeARecordThatSaysNotLaterThan() throws IOException {
        Map<String, ObjectId> ids = payroll(true);

        Imported live = read(PAYROLL.with("reviewRecords", true));

        assertThat(live.of("change.reviewed")).hasSize(5);
        assertThat(live.of("change.reviewed").get(0))
                .isEqualTo(Evidence.of(
                                ids.get("squashed").name() + ":change.reviewed:ann@payroll.example",
                                "change.reviewed",
                                "payroll@" + ids.get("squashed").name(),
                                Instant.parse("2025-01-01T09:00:00Z"),
                                "git")
                        .actor("ann@payroll.example")
                        .with("revision", ids.get("squashed").name())
                        .with("author", "bob@payroll.example")
                        .with("notAfter", "2025-01-01T09:00:00Z")
                        .build());
    }

    @Test
    void nothingIsWrittenAndNoSettingsAreRead() throws IOException {
        payroll(false);
        Map<String, String> before = files();
        SystemReader outer = SystemReader.getInstance();
        try {
            SystemReader.setInstance(new Forbidden(outer));
            assertThat(read(PAYROLL).receipt().stored()).isEqualTo(7);
            assertThat(SystemReader.getInstance()).isInstanceOf(Forbidden.class);
        } finally {
            SystemReader.setInstance(outer);
        }
        assertThat(files()).isEqualTo(before);
    }

    private Map<String, String> files() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.toList()) {
                files.put(
                        file.toString(),
                        Files.getLastModifiedTime(file) + " " + (Files.isRegularFile(file) ? Files.size(file) : 0));
            }
        }
        return files;
    }

    @Test
    void aBranchThatIsNotThereIsTold() throws IOException {
        payroll(true);

        assertThat(read(PAYROLL.with("branch", "mian")).receipt().rejected())
                .singleElement()
                .satisfies(issue -> assertThat(issue.what()).contains("'mian'"));
        assertThat(read(PAYROLL.with("branch", "main@{1}")).rows()).isEmpty();
    }

    @Test
    void aFolderThatIsNoRepositoryAndAFileAreRefused() throws IOException {
        Files.createDirectory(folder.resolve("payroll"));

        assertThat(codes(read(PAYROLL))).containsExactly("SOC2-E002");
        assertThat(codes(Imported.of("GIT", PAYROLL, Files.writeString(folder.resolve("file"), "x"))))
                .containsExactly("SOC2-E002");
    }

    private static List<String> codes(Imported read) {
        return read.receipt().rejected().stream().map(Issue::code).toList();
    }

    @Test
    void whatLeadsOutOfTheFolderIsNotFollowed() throws IOException {
        payroll(true);
        Path git = folder.resolve("payroll");

        Path alternates = Files.writeString(
                Files.createDirectories(git.resolve("objects/info")).resolve("alternates"), "/elsewhere\n");
        assertThat(codes(read(PAYROLL))).containsExactly("SOC2-E006");
        Files.delete(alternates);
        String config = Files.readString(git.resolve("config"));
        Files.writeString(git.resolve("config"), config + "[ Include]\n path = /elsewhere\n");
        assertThat(codes(read(PAYROLL))).containsExactly("SOC2-E006");
        Files.writeString(git.resolve("config"), config);
        Files.createSymbolicLink(git.resolve("objects/ff"), Path.of("/"));
        assertThat(codes(read(PAYROLL))).containsExactly("SOC2-E006");
        Files.delete(git.resolve("objects/ff"));
        assertThat(codes(read(PAYROLL))).isEmpty();
        Path tree = Files.createDirectory(folder.resolve("tree"));
        Files.writeString(tree.resolve(".git"), "gitdir: ../payroll/worktrees/tree\n");
        assertThat(codes(Imported.of("GIT", PAYROLL, tree))).containsExactly("SOC2-E006");
    }

    @Test
    void aHistoryThatIsCutOffOrDamagedIsToldAndMakesThePopulationPartial() throws IOException {
        Map<String, ObjectId> ids = payroll(true);
        Path git = folder.resolve("payroll");

        Files.writeString(git.resolve("shallow"), ids.get("merged").name() + "\n");
        Imported shallow = read(PAYROLL);
        assertThat(codes(shallow)).containsExactly("SOC2-E050");
        assertThat(shallow.rows()).hasSize(3);
        assertThat(shallow.population("change.merged").attribute("complete")).contains(AttributeValue.of(false));
        Files.delete(git.resolve("shallow"));
        String lost = ids.get("squashed").name();
        Files.delete(git.resolve("objects/" + lost.substring(0, 2) + "/" + lost.substring(2)));
        assertThat(codes(read(PAYROLL))).containsExactly("SOC2-E005");
        for (String settings :
                List.of("[core", "[core]\n repositoryformatversion = many\n", "[extensions]\n x = \u0000")) {
            Files.writeString(git.resolve("config"), settings);
            assertThat(codes(read(PAYROLL))).containsExactly("SOC2-E005");
        }
    }

    @Test
    void commitsThatKeepToNoFormAreRefusedOneByOne() throws IOException {
        GitRepositories git = GitRepositories.create(Files.createDirectory(folder.resolve("payroll")), true);
        git.checkOut("main");
        String tree = "tree 4b825dc642cb6eb9a060e54bf8d69288fbee4904\n";
        ObjectId nobody = git.raw("main", tree + "committer C <c@x.example> 1735689600 +0000\n\nx\n");
        ObjectId odd = git.raw(
                "main",
                tree + "parent " + nobody.name() + "\nauthor A <a@x.example> 1735689601 +0000\n"
                        + "committer C <c@x.example> 1735689601 +9999\nencoding no-such thing\n\n\u001fforged\u001e\n");
        git.commit("main", "Big " + "x".repeat(1 << 20), odd);
        git.close();

        Imported live = read(PAYROLL);

        assertThat(codes(live)).containsExactly("SOC2-E050", "SOC2-E003");
        assertThat(live.rows()).extracting(Evidence::id).containsExactly(odd.name());
        assertThat(live.receipt().rejected().get(0).location().path()).isEqualTo(nobody.name());
    }

    @Test
    void hooksAreNotRun() throws IOException {
        payroll(false);
        Path hooks = Files.createDirectories(folder.resolve("payroll/.git/hooks"));
        for (String name : List.of("post-checkout", "pre-auto-gc", "reference-transaction", "fsmonitor-watchman")) {
            Path hook = Files.writeString(hooks.resolve(name), "#!/bin/sh\ntouch " + folder.resolve("ran") + "\n");
            assertThat(hook.toFile().setExecutable(true)).isTrue();
        }

        assertThat(read(PAYROLL).receipt().stored()).isEqualTo(7);
        assertThat(folder.resolve("ran")).doesNotExist();
    }

    /** Settings of a user who must not be asked. */
    private static final class Forbidden extends SystemReader {

        private final SystemReader real;

        Forbidden(SystemReader real) {
            this.real = real;
        }

        private static AssertionError asked() {
            return new AssertionError("settings were asked for");
        }

        @Override
        public StoredConfig getUserConfig() {
            throw asked();
        }

        @Override
        public StoredConfig getJGitConfig() {
            throw asked();
        }

        @Override
        public StoredConfig getSystemConfig() {
            throw asked();
        }

        @Override
        public FileBasedConfig openUserConfig(Config parent, FS fs) {
            throw asked();
        }

        @Override
        public FileBasedConfig openSystemConfig(Config parent, FS fs) {
            throw asked();
        }

        @Override
        public FileBasedConfig openJGitConfig(Config parent, FS fs) {
            throw asked();
        }

        @Override
        public String getenv(String variable) {
            throw asked();
        }

        @Override
        public String getProperty(String key) {
            return real.getProperty(key);
        }

        @Override
        public String getHostname() {
            return real.getHostname();
        }

        @Override
        public long getCurrentTime() {
            return real.getCurrentTime();
        }

        @Override
        public int getTimezone(long when) {
            return real.getTimezone(when);
        }
    }
}
