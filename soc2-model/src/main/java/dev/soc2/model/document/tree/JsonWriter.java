package dev.soc2.model.document.tree;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.function.Consumer;

/**
 * Indented JSON, written piece by piece: holds one buffer, whatever the size of the document. Closing flushes the stream
 * and leaves it open.
 */
public final class JsonWriter implements AutoCloseable {

    private static final int FULL = 1 << 15;

    private final OutputStream out;
    private final StringBuilder buffer = new StringBuilder(FULL + (FULL >> 2));
    private int depth;
    private boolean first = true;

    /**
     * A writer of one document.
     *
     * @param out takes it, as UTF-8
     */
    public JsonWriter(OutputStream out) {
        this.out = out;
    }

    /**
     * The document, which is an object.
     *
     * @param members writes its members
     */
    public void document(Runnable members) {
        nest('{', '}', members);
        buffer.append('\n');
    }

    /**
     * A member that is an object.
     *
     * @param key its name
     * @param members writes the members of the object
     */
    public void object(String key, Runnable members) {
        key(key);
        nest('{', '}', members);
    }

    /**
     * A member that is a list of objects.
     *
     * @param key its name
     * @param values what the objects are made of, in order
     * @param members writes the members of one object
     * @param <T> type of the values
     */
    public <T> void objects(String key, Collection<T> values, Consumer<T> members) {
        key(key);
        nest(
                '[',
                ']',
                () -> values.forEach(value -> {
                    next();
                    nest('{', '}', () -> members.accept(value));
                }));
    }

    /**
     * A member that is a list of texts.
     *
     * @param key its name
     * @param values the texts, in order
     */
    public void texts(String key, Collection<String> values) {
        key(key);
        nest(
                '[',
                ']',
                () -> values.forEach(value -> {
                    next();
                    JsonText.quote(value, buffer);
                }));
    }

    /**
     * A member that is a text.
     *
     * @param key its name
     * @param value the text
     */
    public void text(String key, String value) {
        key(key);
        JsonText.quote(value, buffer);
    }

    /**
     * A member that is a whole number.
     *
     * @param key its name
     * @param value the number
     */
    public void number(String key, long value) {
        key(key);
        buffer.append(value);
    }

    /**
     * A member that is true or false.
     *
     * @param key its name
     * @param value the flag
     */
    public void flag(String key, boolean value) {
        key(key);
        buffer.append(value);
    }

    /**
     * A member whose value is written already.
     *
     * @param key its name
     * @param json compact JSON
     */
    public void written(String key, String json) {
        key(key);
        buffer.append(json);
    }

    private void key(String key) {
        next();
        JsonText.quote(key, buffer);
        buffer.append(": ");
    }

    private void next() {
        // Between values no surrogate pair can be cut in two.
        if (buffer.length() > FULL) {
            drain();
        }
        buffer.append(first ? "\n" : ",\n").append("  ".repeat(depth));
        first = false;
    }

    private void nest(char open, char close, Runnable members) {
        buffer.append(open);
        depth++;
        first = true;
        members.run();
        depth--;
        if (!first) {
            buffer.append('\n').append("  ".repeat(depth));
        }
        first = false;
        buffer.append(close);
    }

    private void drain() {
        try {
            out.write(buffer.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        buffer.setLength(0);
    }

    @Override
    public void close() {
        drain();
        try {
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
