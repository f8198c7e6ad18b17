package dev.soc2.evidence.internal.sheet;

import dev.soc2.evidence.internal.archive.ArchiveException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The texts that cells name by number. All of them are held at once, within a limit, as any cell may name any.
 *
 * @param texts texts as stored, without their formats and readings
 */
record SharedTexts(List<String> texts) {

    static final SharedTexts NONE = new SharedTexts(List.of());

    private static final int MOST_TEXTS = 2_000_000;
    private static final long MOST_CHARACTERS = 1L << 25;

    static SharedTexts read(String document, PartXml xml) {
        List<String> texts = new ArrayList<>();
        long characters = 0;
        while (xml.nextElement()) {
            if (xml.name().equals("si")) {
                String text = rich(xml);
                characters += text.length();
                texts.add(text);
                if (texts.size() > MOST_TEXTS || characters > MOST_CHARACTERS) {
                    throw new ArchiveException(
                            document,
                            "its cells share more than " + MOST_TEXTS + " texts or " + MOST_CHARACTERS + " characters",
                            "export less at once, or export CSV");
                }
            }
        }
        return new SharedTexts(texts);
    }

    /** The runs of a text, one behind the other; how they are pronounced is no part of it. */
    static String rich(PartXml xml) {
        StringBuilder text = new StringBuilder();
        int outer = xml.depth();
        int phonetic = Integer.MAX_VALUE;
        while (xml.nextInside(outer)) {
            if (xml.depth() <= phonetic) {
                phonetic = xml.name().equals("rPh") ? xml.depth() : Integer.MAX_VALUE;
            }
            if (xml.name().equals("t") && phonetic == Integer.MAX_VALUE && text.length() <= SheetCell.LONGEST) {
                text.append(xml.text(SheetCell.LONGEST));
            }
        }
        return text.toString();
    }

    Optional<String> get(String number) {
        try {
            int index = Integer.parseInt(number);
            return index >= 0 && index < texts.size() ? Optional.of(texts.get(index)) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
