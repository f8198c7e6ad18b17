package dev.soc2.evidence.internal.git;

import dev.soc2.evidence.internal.outcome.ImportCode;
import dev.soc2.model.issue.Issue;
import dev.soc2.model.issue.Location;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Locale;
import java.util.Optional;

/**
 * The folder of a repository, bare or with a work tree. All that git keeps must lie in it: links, borrowed objects and
 * included settings would lead to files that nobody handed over.
 */
final class RepositoryFolder {

    private static final int LONGEST_CONFIG = 1 << 20;

    private final Path gitFolder;
    private final Location place;

    RepositoryFolder(Path path, Location place) {
        Path inside = path.resolve(".git");
        this.gitFolder = Files.exists(inside, LinkOption.NOFOLLOW_LINKS) ? inside : path;
        this.place = place;
    }

    Path gitFolder() {
        return gitFolder;
    }

    /** Whether the history was cut off when the repository was copied. */
    boolean isShallow() {
        return Files.exists(gitFolder.resolve("shallow"));
    }

    /** Why the folder is not read. */
    Optional<Issue> fault() throws IOException {
        if (Files.isRegularFile(gitFolder) && gitFolder.endsWith(".git")) {
            return escape("is a linked work tree, whose history lies elsewhere");
        }
        if (!Files.isDirectory(gitFolder, LinkOption.NOFOLLOW_LINKS)
                || !Files.exists(gitFolder.resolve("HEAD"))
                || !Files.isDirectory(gitFolder.resolve("objects"))) {
            return Optional.of(ImportCode.OTHER_KIND.at(
                    place,
                    "this is no git repository",
                    "name the folder that holds .git, or the folder of a bare repository"));
        }
        if (Files.exists(gitFolder.resolve("commondir"))) {
            return escape("is a linked work tree, whose history lies elsewhere");
        }
        if (Files.exists(gitFolder.resolve("objects/info/alternates"))) {
            return escape("borrows objects from another repository");
        }
        if (hasInclude(gitFolder.resolve("config"))) {
            return escape("has settings that include other files");
        }
        return hasLink() ? escape("holds a link") : Optional.empty();
    }

    private Optional<Issue> escape(String what) {
        return Optional.of(ImportCode.ESCAPE.at(
                place, "the repository " + what, "copy it with git clone --no-hardlinks --bare, and name the copy"));
    }

    private static boolean hasInclude(Path config) throws IOException {
        if (!Files.isRegularFile(config)) {
            return false;
        }
        if (Files.size(config) > LONGEST_CONFIG) {
            return true;
        }
        // Settings may be in any encoding; what is looked for is ASCII.
        return new String(Files.readAllBytes(config), StandardCharsets.ISO_8859_1)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s", "")
                .contains("[include");
    }

    private boolean hasLink() throws IOException {
        Links links = new Links();
        Files.walkFileTree(gitFolder, links);
        return links.found;
    }

    private static final class Links extends SimpleFileVisitor<Path> {

        private boolean found;

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            found |= attributes.isSymbolicLink() || attributes.isOther();
            return found ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
        }
    }
}
