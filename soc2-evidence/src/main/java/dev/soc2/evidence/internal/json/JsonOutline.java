package dev.soc2.evidence.internal.json;

import dev.soc2.evidence.internal.json.JsonScan.Token;
import dev.soc2.model.document.tree.DocumentLimits;
import dev.soc2.model.document.tree.Documents;
import dev.soc2.model.document.tree.Faults;
import dev.soc2.model.document.tree.MapNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;

/** What stands around the rows of an export: its first value, with the arrays of rows emptied. */
final class JsonOutline {

    private final String document;
    private final Set<String> arrays;
    private final ByteWindow window;
    private final JsonScan scan;
    private final ByteArrayOutputStream copy = new ByteArrayOutputStream();

    JsonOutline(String document, Set<String> arrays, InputStream in) {
        this.document = document;
        this.arrays = arrays;
        this.window = new ByteWindow(in, JsonExport.MOST);
        this.scan = new JsonScan(document, window);
    }

    Optional<JsonObject> read() throws IOException {
        try {
            if (scan.next() != Token.START_OBJECT || !object("")) {
                return Optional.empty();
            }
        } catch (BrokenJsonException e) {
            return Optional.empty();
        }
        Faults faults = new Faults();
        return Documents.readJson(document, copy.toByteArray(), DocumentLimits.forDocuments(), faults)
                .filter(node -> faults.isEmpty())
                .map(node -> JsonObject.of((MapNode) node));
    }

    private Token next() throws IOException {
        window.keepFrom(scan.end());
        return scan.next();
    }

    /** Copies the object that the scan is in; false when a text is longer than a row may be, or all of it is. */
    private boolean object(String path) throws IOException {
        write('{');
        boolean isFirst = true;
        while (next() != Token.END_OBJECT) {
            if (!isFirst) {
                write(',');
            }
            isFirst = false;
            String name = path.isEmpty() ? scan.name() : path + "." + scan.name();
            if (!token() || !value(name, next())) {
                return false;
            }
        }
        write('}');
        return true;
    }

    private boolean value(String path, Token token) throws IOException {
        if (token == Token.START_ARRAY) {
            return array(path);
        }
        if (arrays.contains(path) && !isNull(token)) {
            skip(token);
            write('[');
            write(']');
            return true;
        }
        return token == Token.START_OBJECT ? object(path) : token();
    }

    private boolean array(String path) throws IOException {
        boolean areRows = arrays.contains(path);
        boolean isFirst = true;
        write('[');
        for (Token token = next(); token != Token.END_ARRAY; token = next()) {
            if (areRows) {
                skip(token);
                continue;
            }
            if (!isFirst) {
                write(',');
            }
            isFirst = false;
            // A list in a list has the path of the list; rows are members of their array only.
            if (!(token == Token.START_ARRAY ? array(path) : value(path, token))) {
                return false;
            }
        }
        write(']');
        return true;
    }

    private void skip(Token first) throws IOException {
        int depth = first == Token.START_OBJECT || first == Token.START_ARRAY ? 1 : 0;
        while (depth > 0) {
            Token token = next();
            depth += token == Token.START_OBJECT || token == Token.START_ARRAY ? 1 : 0;
            depth -= token == Token.END_OBJECT || token == Token.END_ARRAY ? 1 : 0;
        }
    }

    private boolean token() {
        boolean isShort = window.holds(scan.start()) && copy.size() + scan.end() - scan.start() <= JsonExport.MOST;
        if (isShort) {
            int from = window.index(scan.start());
            copy.write(window.bytes(), from, window.index(scan.end()) - from);
        }
        return isShort;
    }

    /** A text ends in a quote, and of the words only this one ends so. */
    private boolean isNull(Token token) {
        return token == Token.SCALAR && window.bytes()[window.index(scan.end()) - 1] == 'l';
    }

    private void write(char sign) {
        copy.write(sign);
    }
}
