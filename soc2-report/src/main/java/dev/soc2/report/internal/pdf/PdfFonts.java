package dev.soc2.report.internal.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** The two faces that come along, and what can be said with them. They stay open until a document is written. */
record PdfFonts(TrueTypeFont regular, TrueTypeFont bold, CmapLookup glyphs, CmapLookup boldGlyphs)
        implements AutoCloseable {

    static PdfFonts bundled() {
        try {
            TrueTypeFont regular = face("DejaVuSansCondensed.ttf");
            TrueTypeFont bold = face("DejaVuSansCondensed-Bold.ttf");
            return new PdfFonts(regular, bold, regular.getUnicodeCmapLookup(), bold.getUnicodeCmapLookup());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TrueTypeFont face(String name) throws IOException {
        TrueTypeFont face = new TTFParser().parse(new RandomAccessReadBuffer(resource(name)));
        // With ligatures, whoever searches for "configuration" would not find it everywhere.
        face.setEnableGsub(false);
        return face;
    }

    static byte[] resource(String name) {
        try (InputStream in = Objects.requireNonNull(PdfFonts.class.getResourceAsStream(name), name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
            boolean shown = isShown(c);
            if (shown) {
                out.append(named ? "]" : "").appendCodePoint(c);
            } else {
                out.append(named ? " " : "[").append(String.format(Locale.ROOT, "U+%04X", c));
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

    @Override
    public void close() {
        try {
            regular.close();
            bold.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
