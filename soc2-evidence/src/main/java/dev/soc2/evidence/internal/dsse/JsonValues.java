package dev.soc2.evidence.internal.dsse;

import dev.soc2.model.document.tree.JsonText;
import dev.soc2.model.evidence.AttributeValue;
import dev.soc2.model.evidence.AttributeValue.FlagValue;
import dev.soc2.model.evidence.AttributeValue.ListValue;
import dev.soc2.model.evidence.AttributeValue.MapValue;
import dev.soc2.model.evidence.AttributeValue.NumberValue;
import dev.soc2.model.evidence.AttributeValue.TextValue;
import java.util.Iterator;
import java.util.Map;

/** Values as JSON on one line: members in their order, nothing escaped that need not be. */
public final class JsonValues {

    private JsonValues() {}

    public static void write(AttributeValue value, StringBuilder out) {
        if (value instanceof TextValue text) {
            JsonText.quote(text.value(), out);
        } else if (value instanceof NumberValue number) {
            out.append(number.value().toPlainString());
        } else if (value instanceof FlagValue flag) {
            out.append(flag.value());
        } else if (value instanceof ListValue list) {
            out.append('[');
            for (Iterator<AttributeValue> members = list.values().iterator(); members.hasNext(); ) {
                write(members.next(), out);
                out.append(members.hasNext() ? "," : "");
            }
            out.append(']');
        } else if (value instanceof MapValue map) {
            write(map.values(), out);
        }
    }

    public static void write(Map<String, ? extends AttributeValue> members, StringBuilder out) {
        String before = "{";
        for (Map.Entry<String, ? extends AttributeValue> member : members.entrySet()) {
            out.append(before);
            JsonText.quote(member.getKey(), out);
            out.append(':');
            write(member.getValue(), out);
            before = ",";
        }
        out.append(members.isEmpty() ? "{}" : "}");
    }
}
