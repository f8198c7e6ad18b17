package dev.soc2.evidence.internal.bundle;

import dev.soc2.evidence.internal.tiles.TileSink;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/**
 * A folder that is filled beside its place and then moved there: whoever finds it there finds it whole, also after a
 * failure of power. Each file is synced when it was written, each folder when it has all its names.
 */
final class DurableFolder implements TileSink {

    private final Path root;

    DurableFolder(Path root) throws IOException {
        this.root = root;
        delete(root);
        Files.createDirectories(root);
    }

    Path root() {
        return root;
    }

    /** What writes one file. */
    interface Content {
        void to(OutputStream out) throws IOException;
    }

    boolean has(String path) {
        return Files.exists(root.resolve(path));
    }

    @Override
    public void take(String path, byte[] bytes) throws IOException {
        write(path, out -> out.write(bytes));
    }

    void write(String path, Content content) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                OutputStream out = Channels.newOutputStream(channel)) {
            content.to(out);
            channel.force(true);
        }
    }

    /** A file that is written a little at a time; closing it syncs it. */
    Appending append(String path) throws IOException {
        return new Appending(
                FileChannel.open(root.resolve(path), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
    }

    /** A file that grows while others are written. */
    static final class Appending implements AutoCloseable {

        private static final int BUFFER = 1 << 16;

        private final FileChannel channel;
        private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);

        private Appending(FileChannel channel) {
            this.channel = channel;
        }

        void write(byte[] bytes) throws IOException {
            int at = 0;
            while (at < bytes.length) {
                int count = Math.min(buffer.remaining(), bytes.length - at);
                buffer.put(bytes, at, count);
                at += count;
                if (!buffer.hasRemaining()) {
                    flush();
                }
            }
        }

        private void flush() throws IOException {
            buffer.flip();
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            buffer.clear();
        }

        @Override
        public void close() throws IOException {
            try (channel) {
                flush();
                channel.force(true);
            }
        }
    }

    /** Moves the folder to its place, where nothing may be. */
    void moveTo(Path place) throws IOException {
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException fault) throws IOException {
                sync(folder);
                return FileVisitResult.CONTINUE;
            }
        });
        move(root, place);
    }

    /** Moves a file or folder that is durable itself, and waits until its new name is. */
    static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        sync(to.toAbsolutePath().getParent());
    }

    static void sync(@Nullable Path folder) throws IOException {
        if (folder == null) {
            return;
        }
        FileChannel channel;
        try {
            channel = FileChannel.open(folder, StandardOpenOption.READ);
        } catch (IOException e) {
            // Windows opens no folder, and writes names through.
            return;
        }
        try (channel) {
            channel.force(true);
        }
    }

    static void delete(Path folder) throws IOException {
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path inside, @Nullable IOException fault) throws IOException {
                    Files.delete(inside);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (NoSuchFileException e) {
            // Nothing was left from before.
        }
    }
}
