package dev.soc2.evidence.internal.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import dev.soc2.evidence.format.Rows;
import dev.soc2.evidence.internal.file.Recorder;
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
import org.jspecify.annotations.Nullable;

/** One pass over a JSON export, from row to row. */
final class JsonWalk {

    private final String document;
    private final Set<String> arrays;
    private final Rows rows;
    private final Consumer<JsonRecord> taker;
    private final Recorder recorder;
    private final JsonParser parser;
    private final List<Integer> indices = new ArrayList<>();
    private boolean found;

    JsonWalk(String document, Set<String> arrays, InputStream in, Rows rows, Consumer<JsonRecord> taker)
            throws IOException {
        this.document = document;
        this.arrays = arrays;
        this.rows = rows;
        this.taker = taker;
        this.recorder = new Recorder(in, JsonExport.MOST);
        this.parser = JsonExport.factory().createParser((InputStream) recorder);
    }

    void run() throws IOException {
        try (parser) {
            JsonToken token = parser.nextToken();
            if (token == null) {
                refuse(ImportCode.BROKEN_OFF.at(Location.of(document), "the file is empty", "export it again"));
            }
            while (token != null) {
                top(token);
                token = parser.nextToken();
            }
        } catch (JsonEOFException e) {
            refuse(ImportCode.BROKEN_OFF.at(
                    here(e.getLocation()),
                    "the file breaks off in the middle of a value; nothing of that value was kept",
                    "export it again, and see that the export ends"));
        } catch (JsonProcessingException e) {
            refuse(ImportCode.JSON.at(
                    here(e.getLocation()),
                    "this is not JSON; nothing from here to the end of the file was read",
                    "export the file again, or correct it here"));
        }
    }

    private void top(JsonToken token) throws IOException {
        found = false;
        if (token == JsonToken.START_ARRAY) {
            members("");
        } else if (token == JsonToken.START_OBJECT && !arrays.isEmpty()) {
            Row row = new Row("");
            fields("", row);
            if (!found) {
                row.end();
            }
        } else {
            value("", token);
        }
    }

    /** Goes through the fields of an object on the way to the arrays. */
    private void fields(String path, Row top) throws IOException {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = path.isEmpty() ? parser.currentName() : path + "." + parser.currentName();
            JsonToken token = parser.nextToken();
            boolean leads = arrays.stream().anyMatch(array -> array.startsWith(name + "."));
            if (arrays.contains(name)) {
                found = true;
                array(name, token);
            } else if (leads && token == JsonToken.START_OBJECT) {
                fields(name, top);
            } else if (leads && token == JsonToken.START_ARRAY) {
                enter(name, top);
            } else {
                skip(top);
            }
        }
    }

    /** Enters the members of an array on the way. */
    private void enter(String name, Row top) throws IOException {
        int index = 0;
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            indices.add(index++);
            if (token == JsonToken.START_OBJECT) {
                fields(name, top);
            } else {
                skip(top);
            }
            indices.remove(indices.size() - 1);
        }
    }

    /** The rows of an array; something else in its place is one row. */
    private void array(String name, JsonToken token) throws IOException {
        if (token == JsonToken.START_ARRAY) {
            members(name);
        } else if (token != JsonToken.VALUE_NULL) {
            indices.add(0);
            value(name, token);
            indices.remove(indices.size() - 1);
        }
    }

    private void members(String array) throws IOException {
        int index = 0;
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            indices.add(index++);
            value(array, token);
            indices.remove(indices.size() - 1);
        }
    }

    private void value(String array, JsonToken token) throws IOException {
        Row row = new Row(array);
        if (token.isScalarValue()) {
            parser.finishToken();
        } else {
            skip(row);
        }
        row.end();
    }

    /** Passes over the value that the parser is at, and holds no more of it than a row may have. */
    private void skip(Row row) throws IOException {
        int depth = parser.currentToken().isStructStart() ? 1 : 0;
        while (depth > 0) {
            JsonToken next = parser.nextToken();
            if (next == null) {
                throw new JsonEOFException(parser, null, "the input ends");
            }
            depth += next.isStructStart() ? 1 : next.isStructEnd() ? -1 : 0;
            row.advanced();
        }
        parser.finishToken();
        row.advanced();
    }

    private void refuse(Issue issue) {
        rows.refuse(List.of(issue));
    }

    private Location here(@Nullable JsonLocation at) {
        return at == null
                ? Location.of(document)
                : Location.of(document, Math.max(1, at.getLineNr()), Math.max(1, at.getColumnNr()));
    }

    /** A value that begins where the parser is. */
    private final class Row {

        private final String array;
        private final long from = parser.currentTokenLocation().getByteOffset();
        private final int line;
        private boolean isTooLong;

        Row(String array) {
            this.array = array;
            recorder.forget(from);
            this.line = recorder.line();
        }

        void advanced() {
            if (recorder.isFull() || isTooLong || found && array.isEmpty()) {
                isTooLong = true;
                recorder.forget(parser.currentLocation().getByteOffset());
            }
        }

        void end() {
            Location place = Location.of(document, line, 1).withPath(path());
            if (isTooLong) {
                refuse(ImportCode.TOO_LONG.at(
                        place,
                        "the value has more than " + JsonExport.MOST + " bytes; nothing of it was kept",
                        "export it in smaller values"));
                return;
            }
            int start = recorder.index(from);
            int end = recorder.index(parser.currentLocation().getByteOffset());
            Faults faults = new Faults();
            Optional<Node> node = Documents.readJsonPart(
                    document, line, recorder.kept(), start, end, DocumentLimits.forDocuments(), faults);
            if (!faults.isEmpty()) {
                rows.refuse(faults.issues());
            } else if (node.isPresent() && node.get() instanceof MapNode map) {
                taker.accept(new JsonRecord(
                        JsonObject.of(map), array, indices, place, new JsonRecord.Slice(recorder.kept(), start, end)));
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
