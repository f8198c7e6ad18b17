package dev.soc2.evidence.internal.bundle;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Packs a folder into one ZIP file: the same folder gives the same bytes. */
final class BundleArchive {

    /** The first time that a ZIP file can tell; real times would make every file another one. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    /** Longer files are stored as they are, so that nobody takes one that packs well for a bomb. */
    private static final long LONGEST_PACKED = 16L << 20;

    private static final int BUFFER = 1 << 16;

    private BundleArchive() {}

    static void pack(Path folder, Path archive) throws IOException {
        try (FolderFiles files = new FolderFiles(folder);
                FileChannel channel = FileChannel.open(
                        archive,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE);
                ZipOutputStream zip = new ZipOutputStream(
                        new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER), StandardCharsets.UTF_8)) {
            files.walk((path, content) -> add(files, path, zip));
            zip.finish();
            zip.flush();
            channel.force(true);
        }
    }

    private static void add(FolderFiles files, String path, ZipOutputStream zip) throws IOException {
        ZipEntry entry = new ZipEntry(path);
        entry.setTimeLocal(TIME);
        long size = files.size(path).orElseThrow(() -> new IOException("the file went away: " + path));
        if (size > LONGEST_PACKED) {
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(size);
            entry.setCompressedSize(size);
            entry.setCrc(crc(files, path));
        }
        zip.putNextEntry(entry);
        try (InputStream in = there(files, path)) {
            in.transferTo(zip);
        }
        zip.closeEntry();
    }

    private static long crc(FolderFiles files, String path) throws IOException {
        try (CheckedInputStream in = new CheckedInputStream(there(files, path), new CRC32())) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
            return in.getChecksum().getValue();
        }
    }

    private static InputStream there(FolderFiles files, String path) throws IOException {
        return files.open(path).orElseThrow(() -> new IOException("the file went away: " + path));
    }
}
