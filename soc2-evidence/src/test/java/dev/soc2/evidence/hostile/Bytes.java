package dev.soc2.evidence.hostile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes archives and other things that are no text. */
final class Bytes {

    private Bytes() {}

    static byte[] gzip(byte[] content) {
        return made(out -> {
            try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
                gzip.write(content);
            }
        });
    }

    /** A small file that unpacks to many megabytes of one sign. */
    static byte[] gzipBomb(int megabytes, char sign) {
        byte[] block = String.valueOf(sign).repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
        return made(out -> {
            try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
                for (int i = 0; i < megabytes; i++) {
                    gzip.write(block);
                }
            }
        });
    }

    static byte[] zip(String name, byte[] content) {
        return made(out -> {
            try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(content);
                zip.closeEntry();
            }
        });
    }

    static byte[] zipBomb(String name, int megabytes) {
        byte[] block = new byte[1 << 20];
        return made(out -> {
            try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
                zip.putNextEntry(new ZipEntry(name));
                for (int i = 0; i < megabytes; i++) {
                    zip.write(block);
                }
                zip.closeEntry();
            }
        });
    }

    static byte[] zipOfMany(int entries) {
        return made(out -> {
            try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
                for (int i = 0; i < entries; i++) {
                    zip.putNextEntry(new ZipEntry("f" + i));
                    zip.closeEntry();
                }
            }
        });
    }

    static byte[] nested(byte[] archive, int times) {
        byte[] nested = archive;
        for (int i = 0; i < times; i++) {
            nested = zip("inner" + i + ".zip", nested);
        }
        return nested;
    }

    /** A zip whose headers tell another size than its content has. */
    static byte[] lying(byte[] zip, int size) {
        byte[] copy = zip.clone();
        for (int i = 0; i + 30 < copy.length; i++) {
            boolean local = at(copy, i, 'P', 'K', 3, 4);
            boolean central = at(copy, i, 'P', 'K', 1, 2);
            if (local || central) {
                put(copy, i + (local ? 22 : 24), size);
            }
        }
        return copy;
    }

    private static boolean at(byte[] bytes, int from, int... wanted) {
        for (int i = 0; i < wanted.length; i++) {
            if ((bytes[from + i] & 0xFF) != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    private static void put(byte[] bytes, int from, int value) {
        for (int i = 0; i < 4; i++) {
            bytes[from + i] = (byte) (value >>> (8 * i));
        }
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private interface Written {
        void to(OutputStream out) throws IOException;
    }

    private static byte[] made(Written content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            content.to(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
