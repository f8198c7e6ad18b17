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

    /** Whether a text has characters beyond the first 65,536, or halves of such. */
    static boolean holdsSurrogates(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (Character.isSurrogate(value.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static TextNode whole(TextNode text, Faults faults) {
        String value = text.value();
        if (!holdsSurrogates(value)) {
            return text;
        }
        int next;
        for (int i = 0; i < value.length(); i = next) {
            int point = value.codePointAt(i);
            next = i + Character.charCount(point);
            if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
                faults.add(
                        DocumentCode.CHARACTER,
                        text,
                        value.codePointCount(0, i),
                        1,
                        "half of a surrogate pair (" + Shown.of(value.substring(i, next)) + ") is not a character",
                        "write the whole character");
                return text;
            }
        }
        return text;
    }
}
