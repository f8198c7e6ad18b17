package dev.soc2.evidence.internal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
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

    private static final int MOST = 16 << 20;

    private final String document;
    private final Set<String> arrays;
    private final InputStream in;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    JsonOutline(String document, Set<String> arrays, InputStream in) {
        this.document = document;
        this.arrays = arrays;
        this.in = in;
    }

    Optional<JsonObject> read() throws IOException {
        try (JsonParser parser = JsonExport.factory().createParser(in);
                JsonGenerator copy = JsonExport.factory().createGenerator(bytes)) {
            if (parser.nextToken() != JsonToken.START_OBJECT || !copied(parser, copy, "")) {
                return Optional.empty();
            }
            copy.flush();
            Faults faults = new Faults();
            return Documents.readJson(document, bytes.toByteArray(), DocumentLimits.forDocuments(), faults)
                    .filter(node -> faults.isEmpty())
                    .map(node -> JsonObject.of((MapNode) node));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** Copies the value that the parser is at; false when it is longer than an outline may be. */
    private boolean copied(JsonParser parser, JsonGenerator copy, String path) throws IOException {
        if (bytes.size() > MOST) {
            return false;
        }
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            copy.writeStartObject();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                copy.writeFieldName(name);
                parser.nextToken();
                if (!copied(parser, copy, path.isEmpty() ? name : path + "." + name)) {
                    return false;
                }
            }
            copy.writeEndObject();
            return true;
        }
        if (arrays.contains(path) && token != JsonToken.VALUE_NULL) {
            parser.skipChildren();
            copy.writeStartArray();
            copy.writeEndArray();
            return true;
        }
        if (token == JsonToken.START_ARRAY) {
            copy.writeStartArray();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                if (!copied(parser, copy, path)) {
                    return false;
                }
            }
            copy.writeEndArray();
            return true;
        }
        copy.copyCurrentEventExact(parser);
        return true;
    }
}
