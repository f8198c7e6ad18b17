package dev.soc2.evidence.internal.table;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * How a CSV file is written.
 *
 * @param skipLines lines before the table
 * @param header whether the first row names the columns; without, they are named 1, 2, 3 and so on
 * @param delimiter stands between cells, an ASCII character
 * @param quote surrounds cells that hold delimiters or line ends, an ASCII character
 * @param charset in which ASCII characters are single bytes that mean nothing else
 */
public record TableShape(int skipLines, boolean header, char delimiter, char quote, Charset charset) {

    public static final TableShape DEFAULT = new TableShape(0, true, ',', '"', StandardCharsets.UTF_8);

    public TableShape {
        Objects.requireNonNull(charset, "charset");
        if (skipLines < 0 || delimiter > 126 || quote > 126 || delimiter == quote) {
            throw new IllegalArgumentException("delimiter and quote are two ASCII characters");
        }
    }
}
