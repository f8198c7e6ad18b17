package dev.soc2.evidence.internal.ledger;

import dev.soc2.model.document.tree.DocumentCode;
import dev.soc2.model.document.tree.DocumentLimits;
import dev.soc2.model.document.tree.Documents;
import dev.soc2.model.document.tree.Faults;
import dev.soc2.model.document.tree.Fields;
import dev.soc2.model.document.tree.Node;
import dev.soc2.model.document.tree.TextNode;
import dev.soc2.model.document.tree.Value;
import dev.soc2.model.issue.Soc2Exception;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads what {@link JsonLine} wrote. Whatever it did not write is a {@link Soc2Exception}. */
final class JsonFields {

    private final Fields fields;

    private JsonFields(Fields fields) {
        this.fields = fields;
    }

    static JsonFields read(String document, byte[] line) {
        Node node = Documents.readJsonLine(document, 1, line, 0, line.length, DocumentLimits.forLines());
        return of(node, new Faults());
    }

    private static JsonFields of(Node node, Faults faults) {
        Fields fields = Fields.of(node, faults);
        faults.throwIfAny();
        return new JsonFields(fields);
    }

    boolean has(String name) {
        return fields.has(name);
    }

    String text(String name) {
        return text(fields.required(name));
    }

    Optional<String> optionalText(String name) {
        return has(name) ? Optional.of(text(name)) : Optional.empty();
    }

    long number(String name) {
        return got(fields.required(name).wholeNumber());
    }

    int integer(String name) {
        return got(fields.required(name).integer());
    }

    /** A time as {@link Instant#toString()} writes it. */
    Instant instant(String name) {
        Value value = fields.required(name);
        try {
            return Instant.parse(text(value));
        } catch (DateTimeException e) {
            fields.faults()
                    .add(
                            DocumentCode.WRONG_VALUE.code(),
                            value.node().orElseThrow(),
                            "this is not an instant",
                            "restore the entry");
            return got(Optional.empty());
        }
    }

    JsonFields map(String name) {
        return got(fields.required(name).node().map(node -> of(node, fields.faults())));
    }

    Optional<JsonFields> optionalMap(String name) {
        return has(name) ? Optional.of(map(name)) : Optional.empty();
    }

    List<String> texts(String name) {
        return got(fields.required(name).list(value -> Optional.of(text(value))));
    }

    List<Long> numbers(String name) {
        return got(fields.required(name).list(Value::decimal)).stream()
                .map(BigDecimal::longValueExact)
                .toList();
    }

    private String text(Value value) {
        if (value.node().orElse(null) instanceof TextNode text) {
            return text.value();
        }
        return got(value.text());
    }

    private <T> T got(Optional<T> value) {
        fields.faults().throwIfAny();
        return value.orElseThrow(() -> new IllegalStateException("what is missing was told"));
    }
}
