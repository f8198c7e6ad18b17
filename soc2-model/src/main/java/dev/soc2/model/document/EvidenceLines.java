package dev.soc2.model.document;

import dev.soc2.model.document.tree.JsonText;
import dev.soc2.model.evidence.AttributeValue;
import dev.soc2.model.evidence.Evidence;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;

/**
 * The written form of evidence: JSON Lines, one record a line.
 *
 * <p>What is written is canonical, so that equal records have equal bytes: fields in a fixed order, attributes sorted
 * by name, no blanks, instants in UTC, numbers in plain digits without trailing zeros, times that equal their default
 * left out. The digest of a record is the SHA-256 of this line without its line end; a file that holds such lines can be
 * checked with any SHA-256 program.
 */
public final class EvidenceLines {

    /** Room for most records, so that few are moved while they are written. */
    private static final int USUAL = 1_536;

    private EvidenceLines() {}

    /**
     * The line of a record.
     *
     * @param evidence the record
     * @return UTF-8 bytes without a line end
     */
    public static byte[] write(Evidence evidence) {
        StringBuilder out = new StringBuilder(USUAL);
        out.append("{\"id\":");
        JsonText.quote(evidence.id(), out);
        field("type", evidence.type(), out);
        field("subject", evidence.subject(), out);
        field("occurredAt", evidence.occurredAt(), out);
        if (!evidence.observedAt().equals(evidence.occurredAt())) {
            field("observedAt", evidence.observedAt(), out);
        }
        if (!evidence.recordedAt().equals(evidence.observedAt())) {
            field("recordedAt", evidence.recordedAt(), out);
        }
        field("source", evidence.source(), out);
        evidence.actor().ifPresent(actor -> field("actor", actor, out));
        if (!evidence.attributes().isEmpty()) {
            out.append(",\"attributes\":");
            map(evidence.attributes(), out);
        }
        if (!evidence.attachments().isEmpty()) {
            attachments(evidence, out);
        }
        evidence.supersedes().ifPresent(replaced -> field("supersedes", replaced, out));
        return out.append('}').toString().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The digest of a record.
     *
     * @param evidence the record
     * @return SHA-256 of its line, 64 lower-case hexadecimal digits
     */
    public static String sha256(Evidence evidence) {
        return Sha256.hex(write(evidence));
    }

    private static void field(String name, String value, StringBuilder out) {
        out.append(",\"").append(name).append("\":");
        JsonText.quote(value, out);
    }

    private static void field(String name, Instant value, StringBuilder out) {
        out.append(",\"").append(name).append("\":\"");
        InstantText.append(value, out);
        out.append('"');
    }

    private static void attachments(Evidence evidence, StringBuilder out) {
        out.append(",\"attachments\":[");
        String separator = "";
        for (var attachment : evidence.attachments()) {
            out.append(separator).append("{\"name\":");
            JsonText.quote(attachment.name(), out);
            field("mediaType", attachment.mediaType(), out);
            out.append(",\"size\":").append(attachment.size());
            field("sha256", attachment.sha256(), out);
            out.append('}');
            separator = ",";
        }
        out.append(']');
    }

    private static void map(Map<String, AttributeValue> values, StringBuilder out) {
        out.append('{');
        int start = out.length();
        // No entry set, which each map would keep once it was asked for it.
        values.forEach((name, value) -> {
            out.append(out.length() == start ? "" : ",");
            JsonText.quote(name, out);
            out.append(':');
            value(value, out);
        });
        out.append('}');
    }

    private static void value(AttributeValue value, StringBuilder out) {
        if (value instanceof AttributeValue.TextValue text) {
            JsonText.quote(text.value(), out);
        } else if (value instanceof AttributeValue.NumberValue number) {
            out.append(number.value().toPlainString());
        } else if (value instanceof AttributeValue.FlagValue flag) {
            out.append(flag.value());
        } else if (value instanceof AttributeValue.ListValue list) {
            out.append('[');
            String separator = "";
            for (AttributeValue member : list.values()) {
                out.append(separator);
                value(member, out);
                separator = ",";
            }
            out.append(']');
        } else if (value instanceof AttributeValue.MapValue map) {
            map(map.values(), out);
        }
    }
}
