package dev.soc2.evidence.internal.file;

import dev.soc2.evidence.internal.outcome.ImportCode;
import dev.soc2.model.issue.Issue;
import dev.soc2.model.issue.Location;
import dev.soc2.model.issue.Soc2Exception;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * The files of a folder, in the order of their paths' UTF-8 bytes, so that every file system gives the same order.
 *
 * <p>A link is followed only to a plain file inside the folder. Any other link is refused, as a folder that is handed
 * over must not reach beyond itself.
 */
public final class FileTree {

    private static final int MOST_FILES = 100_000;
    private static final int DEEPEST = 32;
    private static final Comparator<InputFile> ORDER =
            Comparator.comparing(file -> file.document().getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

    private FileTree() {}

    /**
     * The file itself, or the files below a folder whose names have one of the endings.
     *
     * @param document name of the file or folder in messages
     * @param endings such as {@code .jsonl}, in lower case
     */
    public static List<InputFile> of(Path path, String document, Set<String> endings) {
        if (Files.isRegularFile(path)) {
            return List.of(new InputFile(path, document));
        }
        if (!Files.isDirectory(path)) {
            throw new Soc2Exception(ImportCode.UNREADABLE.at(
                    Location.of(document), "there is no such file or folder", "check the path"));
        }
        Walk walk = new Walk(path, document, endings);
        try {
            Files.walkFileTree(path, EnumSet.noneOf(FileVisitOption.class), DEEPEST + 1, walk);
        } catch (IOException | UncheckedIOException e) {
            throw new Soc2Exception(
                    ImportCode.UNREADABLE.at(
                            Location.of(document), "the folder cannot be read", "check that it may be read"),
                    e);
        }
        if (!walk.issues.isEmpty()) {
            throw new Soc2Exception(walk.issues);
        }
        walk.files.sort(ORDER);
        return List.copyOf(walk.files);
    }

    /** A relative path with {@code /} between its parts on every system. */
    public static String slashed(Path path) {
        return StreamSupport.stream(path.spliterator(), false)
                .map(Path::toString)
                .collect(Collectors.joining("/"));
    }

    private static final class Walk extends SimpleFileVisitor<Path> {

        private final Path root;
        private final String document;
        private final Set<String> endings;
        private final List<InputFile> files = new ArrayList<>();
        private final List<Issue> issues = new ArrayList<>();

        Walk(Path root, String document, Set<String> endings) {
            this.root = root;
            this.document = document;
            this.endings = endings;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            String name = name(file);
            if (attributes.isDirectory()) {
                return stop(name, "folders are nested deeper than " + DEEPEST);
            }
            String lower = name.toLowerCase(Locale.ROOT);
            if (attributes.isSymbolicLink() && !leadsToFileInside(file)) {
                issues.add(ImportCode.ESCAPE.at(
                        Location.of(name),
                        "the link does not lead to a file inside the folder",
                        "put the file itself into the folder"));
            } else if (endings.stream().anyMatch(lower::endsWith)) {
                files.add(new InputFile(file, name));
            }
            return files.size() > MOST_FILES
                    ? stop(document, "there are more than " + MOST_FILES + " files")
                    : FileVisitResult.CONTINUE;
        }

        private FileVisitResult stop(String name, String what) {
            issues.add(ImportCode.TOO_MANY_FILES.at(Location.of(name), what, "import the folder in parts"));
            return FileVisitResult.TERMINATE;
        }

        private boolean leadsToFileInside(Path link) throws IOException {
            return Files.isRegularFile(link) && link.toRealPath().startsWith(root.toRealPath());
        }

        private String name(Path file) {
            return document + "/" + slashed(root.relativize(file));
        }
    }
}
