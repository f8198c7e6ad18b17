package dev.soc2.evidence.internal.json;

import dev.soc2.evidence.format.Rows;
import dev.soc2.evidence.internal.json.JsonScan.Token;
import dev.soc2.evidence.internal.outcome.ImportCode;
import dev.soc2.model.document.tree.DocumentLimits;
import dev.soc2.model.document.tree.Documents;
import dev.soc2.model.document.tree.Faults;
import dev.soc2.model.document.tree.MapNode;
import dev.soc2.model.document.tree.Node;
import dev.soc2.model.issue.Issue;
import dev.soc2.model.issue.Location;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** One pass over a JSON export, from row to row. */
final class JsonWalk {

    private final String document;
    private final Set<String> arrays;
    private final Rows rows;
    private final Consumer<JsonRecord> taker;
    private final ByteWindow window;
    private final JsonScan scan;
    private final List<Integer> indices = new ArrayList<>();
    private boolean found;
    private boolean otherBytes;

    JsonWalk(String document, Set<String> arrays, InputStream in, Rows rows, Consumer<JsonRecord> taker) {
        this.document = document;
        this.arrays = arrays;
        this.rows = rows;
        this.taker = taker;
        this.window = new ByteWindow(in, JsonExport.MOST);
        this.scan = new JsonScan(document, window);
    }

    void run() throws IOException {
        try {
            Token token = scan.next();
            if (token == Token.END) {
                refuse(ImportCode.BROKEN_OFF.at(Location.of(document), "the file is empty", "export it again"));
            }
            while (token != Token.END) {
                top(token);
                token = scan.next();
            }
        } catch (BrokenJsonException e) {
            rows.refuse(e.issues());
        }
    }

    private void top(Token token) throws IOException {
        found = false;
        otherBytes = false;
        if (token == Token.START_ARRAY) {
            members("");
        } else if (token == Token.START_OBJECT && !arrays.isEmpty()) {
            Row row = new Row("");
            fields("", row);
            checkBetween();
            if (!found) {
                row.end();
            }
        } else {
            value("", token);
        }
    }

    /** Goes through the fields of an object on the way to the arrays. */
    private void fields(String path, Row top) throws IOException {
        while (scan.next() != Token.END_OBJECT) {
            String name = path.isEmpty() ? scan.name() : path + "." + scan.name();
            Token token = scan.next();
            boolean leads = arrays.stream().anyMatch(array -> array.startsWith(name + "."));
            if (arrays.contains(name)) {
                found = true;
                checkBetween();
                array(name, token);
            } else if (leads && token == Token.START_OBJECT) {
                fields(name, top);
            } else if (leads && token == Token.START_ARRAY) {
                enter(name, top);
            } else {
                between(token, top);
            }
        }
    }

    /** Enters the members of an array on the way. */
    private void enter(String name, Row top) throws IOException {
        int index = 0;
        for (Token token = scan.next(); token != Token.END_ARRAY; token = scan.next()) {
            indices.add(index++);
            if (token == Token.START_OBJECT) {
                fields(name, top);
            } else {
                between(token, top);
            }
            indices.remove(indices.size() - 1);
        }
    }

    /** The rows of an array; something else in its place is one row. */
    private void array(String name, Token token) throws IOException {
        if (token == Token.START_ARRAY) {
            members(name);
        } else if (!isNull(token)) {
            indices.add(0);
            value(name, token);
            indices.remove(indices.size() - 1);
        }
    }

    private boolean isNull(Token token) {
        return token == Token.SCALAR && window.bytes()[window.index(scan.end()) - 1] == 'l';
    }

    private void members(String array) throws IOException {
        int index = 0;
        for (Token token = scan.next(); token != Token.END_ARRAY; token = scan.next()) {
            indices.add(index++);
            value(array, token);
            indices.remove(indices.size() - 1);
        }
    }

    private void value(String array, Token token) throws IOException {
        otherBytes |= scan.heldOtherBytes();
        Row row = new Row(array);
        skip(token);
        row.end();
        // Bytes that are no UTF-8 cost the row and no more.
        scan.heldOtherBytes();
    }

    /** Passes over a value that is no row; of what stands before rows nothing is kept once there are some. */
    private void between(Token token, Row top) throws IOException {
        skip(token);
        if (found || top.isTooLong()) {
            window.keepFrom(scan.end());
        }
        checkBetween();
    }

    /** Where there are rows, what stands between them is no row that could be refused for its bytes. */
    private void checkBetween() {
        otherBytes |= scan.heldOtherBytes();
        if (found && otherBytes) {
            throw scan.otherBytes();
        }
    }

    /** Passes over the value that the scan is at. */
    private void skip(Token first) throws IOException {
        int depth = first == Token.START_OBJECT || first == Token.START_ARRAY ? 1 : 0;
        while (depth > 0) {
            switch (scan.next()) {
                case START_OBJECT, START_ARRAY -> depth++;
                case END_OBJECT, END_ARRAY -> depth--;
                default -> {
                    // Names and scalars are passed over.
                }
            }
        }
    }

    private void refuse(Issue issue) {
        rows.refuse(List.of(issue));
    }

    /** A value that begins where the scan is. */
    private final class Row {

        private final String array;
        private final long from = scan.start();
        private final int line;

        Row(String array) {
            this.array = array;
            window.keepFrom(from);
            this.line = window.line();
        }

        boolean isTooLong() {
            return !window.holds(from);
        }

        void end() {
            Location place = Location.of(document, line, 1).withPath(path());
            if (isTooLong()) {
                refuse(ImportCode.TOO_LONG.at(
                        place,
                        "the value has more than " + JsonExport.MOST + " bytes; nothing of it was kept",
                        "export it in smaller values"));
                return;
            }
            byte[] bytes = window.bytes();
            int start = window.index(from);
            int end = window.index(scan.end());
            Faults faults = new Faults();
            Optional<Node> node =
                    Documents.readJsonPart(document, line, bytes, start, end, DocumentLimits.forDocuments(), faults);
            if (!faults.isEmpty()) {
                rows.refuse(faults.issues());
            } else if (node.isPresent() && node.get() instanceof MapNode map) {
                taker.accept(new JsonRecord(
                        JsonObject.of(map), array, indices, place, new JsonRecord.Slice(bytes, start, end)));
            } else {
                refuse(ImportCode.JSON.at(place, "the row is no object", "check that this is an export of this kind"));
            }
        }

        private String path() {
            StringBuilder path = new StringBuilder();
            String[] names = array.split("\\.", -1);
            int first = Math.max(0, indices.size() - names.length);
            for (int i = 0; i < names.length; i++) {
                path.append(path.isEmpty() ? "" : ".").append(names[i]);
                if (first + i < indices.size()) {
                    path.append('[').append(indices.get(first + i)).append(']');
                }
            }
            return path.toString();
        }
    }
}
