package dev.soc2.evidence.internal.ledger;

import dev.soc2.model.evidence.AttributeValue;
import dev.soc2.model.evidence.Evidence;
import java.math.BigDecimal;

/**
 * Whether a record is so plain that its line is read back for certain. Of any other the line is read before it is
 * stored: a number of more than 100 digits, say, can be written and not be read.
 */
final class PlainRecord {

    private static final int PLAIN_NAME = 200;
    private static final int PLAIN_DIGITS = 50;

    private PlainRecord() {}

    static boolean is(Evidence evidence) {
        // Not entry by entry: the map would wrap each of them.
        for (String name : evidence.attributes().keySet()) {
            if (!isPlain(name)) {
                return false;
            }
        }
        for (AttributeValue value : evidence.attributes().values()) {
            if (!isPlain(value)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPlain(AttributeValue value) {
        if (value instanceof AttributeValue.NumberValue number) {
            return isPlain(number.value());
        }
        if (value instanceof AttributeValue.ListValue list) {
            return list.values().stream().allMatch(AttributeValue.TextValue.class::isInstance);
        }
        return value instanceof AttributeValue.TextValue || value instanceof AttributeValue.FlagValue;
    }

    private static boolean isPlain(BigDecimal number) {
        return number.precision() <= PLAIN_DIGITS && Math.abs(number.scale()) <= PLAIN_DIGITS / 2;
    }

    private static boolean isPlain(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) < ' ' || name.charAt(i) >= 0x7f) {
                return false;
            }
        }
        return name.length() <= PLAIN_NAME;
    }
}
