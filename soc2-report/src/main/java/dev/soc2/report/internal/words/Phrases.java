package dev.soc2.report.internal.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;

/**
 * Texts of one room in one language. They stand as {@code <bundle>.properties} (English) and
 * {@code <bundle>_<language>.properties} in UTF-8 beside the class that asks; {@code {0}} is the first value put into a
 * text. The machine's own locale never plays a part, as it would in {@link ResourceBundle#getBundle(String)}.
 */
public final class Phrases {

    /** Languages beside English; each has every bundle. */
    public static final List<String> LANGUAGES = List.of("de");

    private final String bundle;
    private final ResourceBundle texts;
    private final Optional<ResourceBundle> own;

    private Phrases(String bundle, ResourceBundle texts, Optional<ResourceBundle> own) {
        this.bundle = bundle;
        this.texts = texts;
        this.own = own;
    }

    /** Texts of a bundle; a text of the host, under {@code <bundle>.<key>}, goes first. */
    public static Phrases of(Class<?> room, String bundle, Locale locale, Optional<ResourceBundle> own) {
        String language = locale.getLanguage();
        String file = LANGUAGES.contains(language) ? bundle + "_" + language : bundle;
        return new Phrases(bundle, read(room, file + ".properties"), own);
    }

    private static ResourceBundle read(Class<?> room, String file) {
        try (InputStream bytes = Objects.requireNonNull(room.getResourceAsStream(file), file);
                Reader text = new InputStreamReader(bytes, StandardCharsets.UTF_8)) {
            return new PropertyResourceBundle(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A text; its values stand where it says {@code {0}}, {@code {1}} and so on. */
    public String text(String key, Object... values) {
        String name = bundle + "." + key;
        String text = own.filter(words -> words.containsKey(name))
                .map(words -> words.getString(name))
                .orElseGet(() -> texts.getString(key));
        return values.length == 0 ? text : filled(text, values);
    }

    /** A text with a number, {@code {0}}: from {@code <key>.one} for one, from {@code <key>.other} for all others. */
    public String count(String key, long n) {
        return text(key + (n == 1 ? ".one" : ".other"), Figures.grouped(n));
    }

    /** A part of a text: words, with the place -1, or the value that stands at a place. */
    public record Piece(String text, int place) {}

    /** A text taken apart at its places, for a format that puts markup around the values. */
    public List<Piece> pieces(String key, Object... values) {
        List<Piece> pieces = new ArrayList<>();
        String text = text(key);
        int from = 0;
        for (int at = 0; at < text.length(); at++) {
            int place = place(text, at);
            if (place >= 0 && place < values.length) {
                pieces.add(new Piece(text.substring(from, at), -1));
                pieces.add(new Piece(String.valueOf(values[place]), place));
                from = at + 3;
            }
        }
        pieces.add(new Piece(text.substring(from), -1));
        return List.copyOf(pieces);
    }

    private static int place(String text, int at) {
        return text.charAt(at) == '{' && text.indexOf('}', at) == at + 2
                ? Character.digit(text.charAt(at + 1), 10)
                : -1;
    }

    // One pass, so that a value that reads {1} stays what it is.
    private static String filled(String text, Object... values) {
        StringBuilder out = new StringBuilder(text.length() + 32);
        int at = 0;
        while (at < text.length()) {
            int index = place(text, at);
            if (index >= 0 && index < values.length) {
                out.append(values[index]);
                at += 3;
            } else {
                out.append(text.charAt(at++));
            }
        }
        return out.toString();
    }
}
