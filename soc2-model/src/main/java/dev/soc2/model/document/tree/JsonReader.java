package dev.soc2.model.document.tree;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import dev.soc2.model.issue.Soc2Exception;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads JSON (RFC 8259) strictly, keeping places. */
final class JsonReader {

    // The text was cut at its byte limit before it comes here, and each limit is checked below at its token, with its
    // place. These stand behind, and none may speak first. Names are not shared between documents: a table of them
    // would be state that hostile documents can fill.
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(512)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .build();

    private final Source source;
    private final DocumentLimits limits;
    private final Faults faults;
    private final JsonParser parser;
    private final boolean hasEscapes;
    private int nodes;
    private @Nullable Place open;

    private JsonReader(Source source, DocumentLimits limits, Faults faults, JsonParser parser) {
        this.source = source;
        this.limits = limits;
        this.faults = faults;
        this.parser = parser;
        this.hasEscapes = source.text().indexOf('\\') >= 0;
    }

    static Node read(Source source, DocumentLimits limits, Faults faults) {
        try (JsonParser parser = FACTORY.createParser(source.text())) {
            return new JsonReader(source, limits, faults, parser).document();
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory could not be read", e);
        }
    }

    private Node document() throws IOException {
        try {
            JsonToken first = parser.nextToken();
            if (first == null) {
                throw source.stop(DocumentCode.EMPTY, 0, 1, "the document is empty", "write a JSON value into it");
            }
            Node root = value(first, null, null, 0, 0);
            if (parser.nextToken() != null) {
                throw source.stop(
                        DocumentCode.TRAILING,
                        offset(),
                        1,
                        "the document goes on behind its end",
                        "keep one JSON value in a document");
            }
            return root;
        } catch (JsonProcessingException e) {
            throw refused(e);
        }
    }

    private Node value(JsonToken token, @Nullable Place parent, @Nullable String name, int index, int depth)
            throws IOException {
        Place place = Place.of(source, parent, name, index, offset());
        if (++nodes > limits.nodes()) {
            throw tooMuch(place, "the document has more than " + limits.nodes() + " values");
        }
        return switch (token) {
            case START_OBJECT -> map(place, depth + 1);
            case START_ARRAY -> list(place, depth + 1);
            case VALUE_STRING -> {
                String text = parser.getText();
                checkEscapes();
                yield Texts.value(place, text, TextStyle.JSON, limits, faults);
            }
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Numbers.read(place, parser.getText(), faults);
            case VALUE_TRUE -> new FlagNode(place, true);
            case VALUE_FALSE -> new FlagNode(place, false);
            case VALUE_NULL -> new NullNode(place, 4);
            default -> throw new IllegalStateException("no value begins with " + token);
        };
    }

    private MapNode map(Place place, int depth) throws IOException {
        Place outer = enter(place, depth);
        Map<String, MapNode.Entry> entries = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            checkEscapes();
            TextNode key = Texts.name(place.field(name, offset()), name, TextStyle.JSON, limits, faults);
            Node value = value(parser.nextToken(), place, name, 0, depth);
            faults.putOnce(entries, key, value);
        }
        open = outer;
        return new MapNode(place, entries);
    }

    private ListNode list(Place place, int depth) throws IOException {
        Place outer = enter(place, depth);
        List<Node> items = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            items.add(value(token, place, null, items.size(), depth));
        }
        open = outer;
        return new ListNode(place, items);
    }

    private @Nullable Place enter(Place place, int depth) {
        if (depth > limits.depth()) {
            throw tooMuch(place, "lists and maps are nested deeper than " + limits.depth());
        }
        Place outer = open;
        open = place;
        return outer;
    }

    /** The library takes some letters of other scripts for hexadecimal digits, since it looks at their low bytes only. */
    private void checkEscapes() {
        String text = source.text();
        if (!hasEscapes) {
            return;
        }
        int at = offset() + 1;
        while (at < text.length() && text.charAt(at) != '"') {
            boolean isEscape = text.charAt(at) == '\\';
            boolean isCode = isEscape && at + 1 < text.length() && text.charAt(at + 1) == 'u';
            for (int digit = at + 2; isCode && digit < Math.min(text.length(), at + 6); digit++) {
                if (!isHexadecimal(text.charAt(digit))) {
                    throw source.stop(
                            DocumentCode.SYNTAX,
                            digit,
                            1,
                            "this is not JSON" + found(text, digit),
                            "write four digits from 0 to 9 and a to f behind \\u");
                }
            }
            at += isEscape ? 2 : 1;
        }
    }

    private static boolean isHexadecimal(char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    }

    private int offset() {
        return (int) parser.currentTokenLocation().getCharOffset();
    }

    private Soc2Exception tooMuch(Place place, String what) {
        return source.stop(DocumentCode.LIMIT, place.offset(), 1, what, "split the document");
    }

    private Soc2Exception refused(JsonProcessingException e) {
        String text = source.text();
        int offset =
                e.getLocation() == null ? 0 : (int) Math.max(0, e.getLocation().getCharOffset());
        if (e instanceof StreamConstraintsException) {
            return source.stop(
                    DocumentCode.LIMIT, offset, 1, "the document is larger than it may be", "split the document");
        }
        if (e instanceof JsonEOFException || offset >= text.length()) {
            String fix = open == null
                    ? "complete the value"
                    : "close what is opened in line " + open.location().line() + ", column "
                            + open.location().column();
            return source.stop(
                    DocumentCode.SYNTAX, text.length(), 1, "the document ends in the middle of a value", fix);
        }
        if (String.valueOf(e.getOriginalMessage()).contains("surrogate")) {
            // Newer releases refuse half a character in a name by themselves; older ones leave it to Texts.
            return source.stop(
                    DocumentCode.CHARACTER,
                    Math.max(0, offset - 1),
                    1,
                    "half of a surrogate pair is not a character",
                    "write the whole character");
        }
        int at = wordStart(text, offset);
        return source.stop(DocumentCode.SYNTAX, at, 1, "this is not JSON" + found(text, at), JsonHints.fix(text, at));
    }

    /** Some releases tell the end of a bare word, some its beginning. */
    private static int wordStart(String text, int offset) {
        int start = offset;
        while (start > 0 && text.charAt(offset) >= ' ' && Character.isLetter(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    /** Our own words: those of the library differ from release to release, and quote what may be evidence. */
    private String found(String text, int offset) {
        String character = new String(Character.toChars(text.codePointAt(offset)));
        String quoted = source.quote(character);
        return quoted.startsWith("'") ? ": " + quoted + " cannot stand here" : "";
    }
}
