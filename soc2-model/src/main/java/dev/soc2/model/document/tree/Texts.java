package dev.soc2.model.document.tree;

/** What every text must be: short enough, and made of whole characters. */
final class Texts {

    private Texts() {}

    static TextNode value(Place place, String value, TextStyle style, DocumentLimits limits, Faults faults) {
        refuseLong(place, value, limits.textLength(), "a text");
        return whole(new TextNode(place, value, style), faults);
    }

    static TextNode name(Place place, String value, TextStyle style, DocumentLimits limits, Faults faults) {
        refuseLong(place, value, limits.nameLength(), "the name of a field");
        return whole(new TextNode(place, value, style), faults);
    }

    private static void refuseLong(Place place, String value, int most, String what) {
        if (value.length() > most) {
            throw place.source()
                    .stop(
                            DocumentCode.LIMIT,
                            place.offset(),
                            1,
                            what + " has " + value.length() + " characters, and " + most + " are the most",
                            "shorten it, or keep it in an attachment");
        }
    }

    private static TextNode whole(TextNode text, Faults faults) {
        String value = text.value();
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (!Character.isSurrogate(c)) {
                continue;
            }
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < value.length()
                    && Character.isLowSurrogate(value.charAt(i + 1));
            if (!pair) {
                int offset = value.codePointCount(0, i);
                faults.add(
                        DocumentCode.CHARACTER,
                        text,
                        offset,
                        1,
                        "half of a surrogate pair (" + Shown.of(String.valueOf(c)) + ") is not a character",
                        "write the whole character");
                return text;
            }
            i++;
        }
        return text;
    }
}
