package dev.soc2.report.internal.io;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/** A file that is written beside its place and then moved there: whole, or as it was before. */
public final class WholeFile {

    private static final int LEFTOVERS = 1_000;

    private WholeFile() {}

    /** Writes what the content writes; folders are created. Answers size and digest. */
    public static Written write(Path file, Consumer<OutputStream> content) {
        try {
            Path target = file.toAbsolutePath();
            Path folder = target.getParent();
            if (folder == null || Files.isDirectory(target)) {
                throw new IOException(file + " is a folder; name a file");
            }
            Files.createDirectories(folder);
            Path draft = draft(target);
            try {
                Written written;
                try (OutputStream out = new BufferedOutputStream(
                        Files.newOutputStream(draft, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING))) {
                    Digesting digesting = new Digesting(out);
                    content.accept(digesting);
                    digesting.flush();
                    written = new Written(digesting.count(), digesting.sha256());
                }
                move(draft, target);
                return written;
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Named by counting, not by chance, and created with the permissions that any other file would have. */
    private static Path draft(Path target) throws IOException {
        for (int i = 0; ; i++) {
            Path draft = target.resolveSibling("." + target.getFileName() + "." + i + ".tmp");
            try {
                return Files.createFile(draft);
            } catch (FileAlreadyExistsException e) {
                if (i == LEFTOVERS) {
                    throw e;
                }
            }
        }
    }

    private static void move(Path draft, Path target) throws IOException {
        try {
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
