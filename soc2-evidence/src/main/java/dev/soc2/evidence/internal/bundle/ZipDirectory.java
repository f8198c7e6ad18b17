package dev.soc2.evidence.internal.bundle;

import dev.soc2.evidence.internal.store.LedgerCode;
import dev.soc2.evidence.ledger.LedgerException;
import dev.soc2.model.issue.Location;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Looks at the directory of a ZIP file before anything of it is unpacked, and refuses by name what no bundle holds: a
 * path that leads elsewhere, a link, a folder, an encrypted file, two files of one name, and a file that would grow
 * beyond all measure.
 */
final class ZipDirectory {

    /** A file may unpack to so many times its size, once it is large enough to do harm. */
    private static final long MOST_GROWTH = 250;

    private static final long HARMLESS = 64L << 20;

    /** All files together. */
    private static final long MOST_BYTES = 1L << 40;

    private static final int MOST_FILES = 8_000_000;

    private static final int END = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int END_64 = 0x06064b50;
    private static final int LOCATOR_64 = 0x07064b50;
    private static final int LOCATOR_LENGTH = 20;
    private static final int END_64_LENGTH = 56;
    private static final int HEADER = 0x02014b50;
    private static final int HEADER_LENGTH = 46;
    private static final int LONGEST_COMMENT = 0xffff;
    private static final long IN_EXTRA = 0xffffffffL;
    private static final int WINDOW = 1 << 20;

    private final FileChannel channel;
    private final String name;
    private final Set<String> seen = new HashSet<>();
    private ByteBuffer window = ByteBuffer.allocate(0);
    private long windowAt;
    private long total;

    private ZipDirectory(FileChannel channel, String name) {
        this.channel = channel;
        this.name = name;
    }

    static void requireHarmless(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            new ZipDirectory(channel, file.toString()).read();
        } catch (EOFException e) {
            throw refused(file.toString(), "the file ends within its own directory");
        }
    }

    private void read() throws IOException {
        long end = end();
        long count = at(end, END_LENGTH).getShort(10) & 0xffff;
        long start = at(end, END_LENGTH).getInt(16) & IN_EXTRA;
        if (end >= LOCATOR_LENGTH && at(end - LOCATOR_LENGTH, LOCATOR_LENGTH).getInt(0) == LOCATOR_64) {
            long end64 = at(end - LOCATOR_LENGTH, LOCATOR_LENGTH).getLong(8);
            if (end64 < 0 || end64 > end || at(end64, END_64_LENGTH).getInt(0) != END_64) {
                throw refused(name, "the file is no sound ZIP file");
            }
            count = at(end64, END_64_LENGTH).getLong(32);
            start = at(end64, END_64_LENGTH).getLong(48);
        }
        if (count < 0 || count > MOST_FILES) {
            throw refused(name, "the file says that it holds " + count + " files, and " + MOST_FILES + " are the most");
        }
        long position = start;
        for (long i = 0; i < count; i++) {
            position = header(position, end);
        }
    }

    private long header(long position, long end) throws IOException {
        if (position < 0 || position > end - HEADER_LENGTH) {
            throw refused(name, "the directory of the file leads out of it");
        }
        ByteBuffer header = at(position, HEADER_LENGTH);
        if (header.getInt(0) != HEADER) {
            throw refused(name, "the directory of the file is broken off");
        }
        int nameLength = header.getShort(28) & 0xffff;
        int extraLength = header.getShort(30) & 0xffff;
        int commentLength = header.getShort(32) & 0xffff;
        boolean encrypted = (header.getShort(8) & 1) != 0;
        boolean unix = header.get(5) == 3;
        int kind = unix ? header.getInt(38) >>> 28 : 0;
        long packed = header.getInt(20) & IN_EXTRA;
        long size = header.getInt(24) & IN_EXTRA;
        String path = text(at(position + HEADER_LENGTH, nameLength), nameLength);
        if (size == IN_EXTRA || packed == IN_EXTRA) {
            ByteBuffer extra = at(position + HEADER_LENGTH + nameLength, extraLength);
            long[] sizes = sizes64(extra, extraLength, size, packed);
            size = sizes[0];
            packed = sizes[1];
        }
        // 010 is a regular file, 0 says nothing.
        require(path, kind == 0 || kind == 8, "is a link, a folder or a device");
        require(path, !encrypted, "is encrypted");
        require(path, BundleLayout.isKnown(path), "has a path that no file of a bundle has");
        require(path, seen.add(path.toLowerCase(Locale.ROOT)), "is there twice");
        require(
                path,
                size >= 0 && packed >= 0 && (size <= HARMLESS || size / MOST_GROWTH <= packed),
                "would unpack to " + size + " bytes from " + packed);
        total += size;
        require(path, total <= MOST_BYTES, "and the files before it would unpack to " + total + " bytes");
        return position + HEADER_LENGTH + nameLength + extraLength + commentLength;
    }

    private static long[] sizes64(ByteBuffer extra, int length, long size, long packed) throws IOException {
        int at = 0;
        while (at + 4 <= length) {
            int id = extra.getShort(at) & 0xffff;
            int bytes = extra.getShort(at + 2) & 0xffff;
            int from = at + 4;
            if (from + bytes > length) {
                break;
            }
            if (id == 1) {
                long newSize = size;
                long newPacked = packed;
                if (size == IN_EXTRA && from + 8 <= length) {
                    newSize = extra.getLong(from);
                    from += 8;
                }
                if (packed == IN_EXTRA && from + 8 <= length) {
                    newPacked = extra.getLong(from);
                }
                return new long[] {newSize, newPacked};
            }
            at = from + bytes;
        }
        throw new EOFException();
    }

    private long end() throws IOException {
        long size = channel.size();
        for (long at = size - END_LENGTH; at >= Math.max(0, size - END_LENGTH - LONGEST_COMMENT); at--) {
            ByteBuffer end = at(at, END_LENGTH);
            if (end.getInt(0) == END && (end.getShort(20) & 0xffff) == size - at - END_LENGTH) {
                return at;
            }
        }
        throw new LedgerException(LedgerCode.BUNDLE.at(
                name, "this is neither a folder nor a ZIP file", "name the folder or the file of a bundle"));
    }

    /** A part of the file, which starts at index 0 of what is answered. */
    private ByteBuffer at(long position, int length) throws IOException {
        if (position < windowAt || position + length > windowAt + window.limit()) {
            long from =
                    Math.max(0, position + length >= channel.size() - END_LENGTH ? channel.size() - WINDOW : position);
            from = Math.min(from, position);
            window = ByteBuffer.allocate((int) Math.min(Math.max(WINDOW, length), channel.size() - from));
            windowAt = from;
            while (window.hasRemaining() && channel.read(window, from + window.position()) > 0) {
                // Goes on until the window is full.
            }
            window.flip();
        }
        int offset = (int) (position - windowAt);
        if (offset < 0 || offset + length > window.limit()) {
            throw new EOFException();
        }
        return window.slice(offset, length).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static String text(ByteBuffer bytes, int length) {
        byte[] text = new byte[length];
        bytes.get(0, text);
        return new String(text, StandardCharsets.UTF_8);
    }

    private void require(String path, boolean harmless, String what) {
        if (!harmless) {
            throw new LedgerException(LedgerCode.HOSTILE.at(
                    Location.of(name).withPath(BundleFindings.shown(path)),
                    "the file " + BundleFindings.shown(path) + " " + what,
                    "do not unpack it: ask for the bundle again, from somebody you know"));
        }
    }

    private static LedgerException refused(String name, String what) {
        return new LedgerException(LedgerCode.HOSTILE.at(
                name, what, "do not unpack it: ask for the bundle again, from somebody you know"));
    }
}
