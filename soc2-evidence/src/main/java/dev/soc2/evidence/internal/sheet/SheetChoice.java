package dev.soc2.evidence.internal.sheet;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Which sheet of a workbook is read: the one of a name or a number, else the only one.
 *
 * @param name the name on its tab
 * @param number its number, from 1, hidden ones counted
 */
public record SheetChoice(Optional<String> name, OptionalInt number) {

    public static final SheetChoice ONLY = new SheetChoice(Optional.empty(), OptionalInt.empty());

    public static SheetChoice named(String name) {
        return new SheetChoice(Optional.of(name), OptionalInt.empty());
    }

    public static SheetChoice numbered(int number) {
        return new SheetChoice(Optional.empty(), OptionalInt.of(number));
    }

    Optional<SheetEntry> of(List<SheetEntry> sheets) {
        if (name.isPresent()) {
            return sheets.stream()
                    .filter(sheet -> sheet.name().equals(name.get()))
                    .findFirst();
        }
        if (number.isPresent()) {
            int index = number.getAsInt() - 1;
            return index >= 0 && index < sheets.size() ? Optional.of(sheets.get(index)) : Optional.empty();
        }
        return sheets.size() == 1 ? Optional.of(sheets.get(0)) : Optional.empty();
    }

    /** What the query of a population says of it. */
    public String inWords() {
        return name.map(text -> " sheet " + text).orElse(number.isPresent() ? " sheet #" + number.getAsInt() : "");
    }
}
