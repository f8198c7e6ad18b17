package dev.soc2.report.internal.pdf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** The two faces that come along, and what can be said with them. */
final class PdfFonts {

    private final byte[] regular;
    private final byte[] bold;
    private final CmapLookup glyphs;
    private final CmapLookup boldGlyphs;

    private PdfFonts(byte[] regular, byte[] bold) throws IOException {
        this.regular = regular;
        this.bold = bold;
        this.glyphs = glyphs(regular);
        this.boldGlyphs = glyphs(bold);
    }

    static PdfFonts bundled() {
        try {
            return new PdfFonts(resource("DejaVuSansCondensed.ttf"), resource("DejaVuSansCondensed-Bold.ttf"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] resource(String name) {
        try (InputStream in = Objects.requireNonNull(PdfFonts.class.getResourceAsStream(name), name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CmapLookup glyphs(byte[] font) throws IOException {
        try (TrueTypeFont face = new TTFParser(true).parse(new RandomAccessReadBuffer(font))) {
            return face.getUnicodeCmapLookup();
        }
    }

    InputStream regular() {
        return new ByteArrayInputStream(regular);
    }

    InputStream bold() {
        return new ByteArrayInputStream(bold);
    }

    /**
     * The text in characters that both faces have. Others are named by their code points, {@code [U+65E5 U+672C]}, and so
     * are those of scripts that run from right to left: set one by one they would read backwards.
     */
    String printable(String text) {
        if (text.chars().allMatch(c -> c < 0x7F)) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length() + 16);
        boolean named = false;
        for (int c : text.codePoints().toArray()) {
            boolean shown = c == '\n' || c == '\t' || isShown(c);
            if (!shown) {
                out.append(named ? " " : "[").append(String.format(Locale.ROOT, "U+%04X", c));
            } else {
                out.append(named ? "]" : "").appendCodePoint(c);
            }
            named = !shown;
        }
        return out.append(named ? "]" : "").toString();
    }

    private boolean isShown(int c) {
        return switch (Character.getDirectionality(c)) {
            case Character.DIRECTIONALITY_RIGHT_TO_LEFT, Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC -> false;
            default -> c < 0x7F || (glyphs.getGlyphId(c) > 0 && boldGlyphs.getGlyphId(c) > 0);
        };
    }
}
