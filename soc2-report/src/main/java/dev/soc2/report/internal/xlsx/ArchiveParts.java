package dev.soc2.report.internal.xlsx;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The parts of an archive that was just made in memory, found through its central directory: the platform's stream reader
 * does not know the 64-bit descriptors behind its parts, and its file reader wants a file.
 */
final class ArchiveParts {

    private static final int END = 0x06054b50;
    private static final int ENTRY = 0x02014b50;
    private static final int END_SIZE = 22;
    private static final int ENTRY_SIZE = 46;
    private static final int LOCAL_SIZE = 30;
    private static final int STORED = 0;

    private ArchiveParts() {}

    /** Hands over each part, inflated, in the order of the directory. */
    static void of(byte[] archive, BiConsumer<String, byte[]> taker) {
        ByteBuffer zip = ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN);
        int end = archive.length - END_SIZE;
        while (end >= 0 && zip.getInt(end) != END) {
            end--;
        }
        if (end < 0) {
            throw new IllegalStateException("the workbook has no directory");
        }
        Map<String, byte[]> parts = new LinkedHashMap<>();
        int at = zip.getInt(end + 16);
        for (int i = zip.getShort(end + 10) & 0xFFFF; i > 0; i--) {
            if (zip.getInt(at) != ENTRY) {
                throw new IllegalStateException("the directory of the workbook is broken");
            }
            int name = zip.getShort(at + 28) & 0xFFFF;
            int local = zip.getInt(at + 42);
            int data = local + LOCAL_SIZE + (zip.getShort(local + 26) & 0xFFFF) + (zip.getShort(local + 28) & 0xFFFF);
            int size = zip.getInt(at + 20);
            parts.put(
                    new String(archive, at + ENTRY_SIZE, name, StandardCharsets.UTF_8),
                    part(archive, data, size, zip.getShort(at + 10)));
            at += ENTRY_SIZE + name + (zip.getShort(at + 30) & 0xFFFF) + (zip.getShort(at + 32) & 0xFFFF);
        }
        parts.forEach(taker);
    }

    private static byte[] part(byte[] archive, int data, int size, int method) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(size * 4);
        if (method == STORED) {
            out.write(archive, data, size);
            return out.toByteArray();
        }
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(archive, data, size);
            byte[] buffer = new byte[1 << 16];
            while (!inflater.finished()) {
                int count = inflater.inflate(buffer);
                if (count == 0 && inflater.needsInput()) {
                    throw new IllegalStateException("a part of the workbook is cut off");
                }
                out.write(buffer, 0, count);
            }
            return out.toByteArray();
        } catch (DataFormatException e) {
            throw new IllegalStateException("a part of the workbook is broken", e);
        } finally {
            inflater.end();
        }
    }
}
