package dev.soc2.evidence.internal.sheet;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes values of cells, by their types and styles. A formula is its stored value; nothing is ever computed. */
final class CellReader {

    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");
    private static final Pattern PLAIN = Pattern.compile("-?[0-9]{1,30}(\\.[0-9]{1,30})?");
    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]{1,30}(\\.[0-9]{1,30})?([eE][-+]?[0-9]{1,3})?");
    private static final Pattern ERROR = Pattern.compile("#[A-Z0-9/]{1,20}[!?]?");
    private static final Pattern DAY_OR_TIME =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]{1,9})?)?Z?)?");

    private final SharedTexts texts;
    private final NumberKinds kinds;
    private final boolean from1904;

    CellReader(SharedTexts texts, NumberKinds kinds, boolean from1904) {
        this.texts = texts;
        this.kinds = kinds;
        this.from1904 = from1904;
    }

    /** The value of a cell that has none inline. */
    SheetCell read(String type, int style, String value, boolean isFormula) {
        if (value.isEmpty()) {
            return isFormula && !type.equals("str")
                    ? SheetCell.broken(
                            "",
                            "the formula has no stored value",
                            "open the workbook in a spreadsheet program and save it, or store values")
                    : SheetCell.EMPTY;
        }
        return switch (type) {
            case "s" -> texts.get(value).map(CellReader::text).orElseGet(CellReader::unreadable);
            case "str" -> text(value);
            case "b" -> flag(value);
            case "e" ->
                SheetCell.broken(
                        value,
                        "the cell holds the error " + (ERROR.matcher(value).matches() ? value : "of a formula"),
                        "mend the formula at its source");
            case "d" -> DAY_OR_TIME.matcher(value).matches() ? SheetCell.dated(value) : unreadable();
            case "n" -> number(value, style);
            default -> unreadable();
        };
    }

    /** A text, in which some characters stand escaped by their numbers (ECMA-376 part 1, 22.9.2.19). */
    static SheetCell text(String stored) {
        if (stored.length() > SheetCell.LONGEST) {
            return SheetCell.broken(
                    "",
                    "the cell holds more than " + SheetCell.LONGEST + " characters",
                    "keep long content in attachments");
        }
        String text = ESCAPED.matcher(stored)
                .replaceAll(escape ->
                        Matcher.quoteReplacement(Character.toString((char) Integer.parseInt(escape.group(1), 16))));
        boolean isSound = text.codePoints()
                .noneMatch(c -> (c < ' ' && c != '\t' && c != '\n' && c != '\r')
                        || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
        return isSound
                ? SheetCell.of(text)
                : SheetCell.broken("", "the cell holds a control character or half a character", "remove it");
    }

    private static SheetCell flag(String value) {
        return switch (value) {
            case "1", "true" -> SheetCell.of("true");
            case "0", "false" -> SheetCell.of("false");
            default -> unreadable();
        };
    }

    private SheetCell number(String value, int style) {
        if (!NUMBER.matcher(value).matches()) {
            return unreadable();
        }
        NumberKind kind = kinds.of(style);
        if (kind == NumberKind.NUMBER) {
            return SheetCell.of(PLAIN.matcher(value).matches() ? value : plain(value));
        }
        Optional<String> iso = SerialTime.iso(new BigDecimal(value), kind, from1904);
        return iso.map(SheetCell::dated)
                .orElseGet(() -> SheetCell.broken(
                        value,
                        "the cell is formatted as a date, and its number is no date",
                        "correct it at its source"));
    }

    private static String plain(String value) {
        BigDecimal number = new BigDecimal(value);
        return number.stripTrailingZeros().toPlainString();
    }

    private static SheetCell unreadable() {
        return SheetCell.broken(
                "", "the cell is not what its type says", "save the workbook again with a spreadsheet program");
    }
}
