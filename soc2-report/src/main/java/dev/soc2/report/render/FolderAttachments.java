package dev.soc2.report.render;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The files below a folder, by their path from there. */
record FolderAttachments(Path folder) implements Attachments {

    @Override
    public List<String> names() {
        if (!Files.isDirectory(folder)) {
            throw new UncheckedIOException(new IOException(folder + " is no folder"));
        }
        List<String> names = new ArrayList<>();
        try {
            collect(folder.toRealPath(), names);
            return List.copyOf(names);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void collect(Path top, List<String> names) throws IOException {
        try (Stream<Path> walk = Files.walk(top)) {
            for (Path path : (Iterable<Path>) walk::iterator) {
                if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
                    names.add(name(top.relativize(path)));
                } else if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                    throw new IOException(path + " is a link or no file; hand in what it stands for");
                }
            }
        }
    }

    @Override
    public InputStream open(String name) throws IOException {
        Path inside = folder.toRealPath();
        Path file = inside.resolve(name).normalize();
        if (!file.startsWith(inside)) {
            throw new IOException("'" + name + "' does not lie in " + folder);
        }
        return Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS);
    }

    private static String name(Path relative) {
        return String.join(
                "/",
                StreamSupport.stream(relative.spliterator(), false)
                        .map(Path::toString)
                        .toList());
    }
}
