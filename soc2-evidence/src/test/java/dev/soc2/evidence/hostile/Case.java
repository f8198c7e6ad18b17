package dev.soc2.evidence.hostile;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * One case of the corpus.
 *
 * @param name what it is
 * @param door where it knocks
 * @param file name of the file
 * @param content writes the file, or whatever the door opens
 * @param kept ids of the records that are taken all the same
 * @param codes the codes of all refusals, in order
 */
record Case(String name, Door door, String file, Content content, List<String> kept, List<String> codes) {

    Case {
        kept = List.copyOf(kept);
        codes = List.copyOf(codes);
    }

    /** Lays out what a door opens. */
    @FunctionalInterface
    interface Content {
        void lay(Path path) throws IOException;
    }

    /** Writes a file piece by piece. */
    @FunctionalInterface
    interface Written {
        void to(OutputStream out) throws IOException;
    }

    /** A case with a file; codes without their {@code SOC2-}, separated by blanks. */
    static Case of(String name, Door door, String file, byte[] bytes, String kept, String codes) {
        // All cases are held while the corpus is run, in a small machine.
        byte[] packed = Bytes.gzip(bytes);
        return new Case(
                name,
                door,
                file,
                path -> {
                    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
                        Files.copy(in, path);
                    }
                },
                words(kept, ""),
                words(codes, "SOC2-"));
    }

    static Case of(String name, Door door, String file, String text, String kept, String codes) {
        return of(name, door, file, text.getBytes(StandardCharsets.UTF_8), kept, codes);
    }

    /** A case with a file that is too large to be held while it is read. */
    static Case large(String name, Door door, String file, Written content, String kept, String codes) {
        return new Case(
                name,
                door,
                file,
                path -> {
                    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(path), 1 << 16)) {
                        content.to(out);
                    }
                },
                words(kept, ""),
                words(codes, "SOC2-"));
    }

    /** Lays it out in a folder of its own. */
    void lay(Path folder) throws IOException {
        content.lay(folder.resolve(file));
    }

    /** Lets it in. */
    Outcome open(Path folder) throws IOException {
        try {
            return door.open(folder.resolve(file));
        } catch (OutOfMemoryError e) {
            throw new AssertionError("took more memory than the machine has", e);
        }
    }

    static void repeat(OutputStream out, String text, int times) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < times; i++) {
            out.write(bytes);
        }
    }

    static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> words(String words, String before) {
        return words.isBlank()
                ? List.of()
                : Arrays.stream(words.split(" ")).map(word -> before + word).toList();
    }

    @Override
    public String toString() {
        return name;
    }
}
