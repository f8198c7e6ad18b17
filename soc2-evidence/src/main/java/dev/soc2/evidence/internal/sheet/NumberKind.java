package dev.soc2.evidence.internal.sheet;

import java.util.regex.Pattern;

/** What the number of a cell is, which nothing but its format tells. */
enum NumberKind {
    NUMBER,
    DAY,
    TIME_OF_DAY,
    DAY_AND_TIME;

    private static final Pattern NO_FIELDS = Pattern.compile("\"[^\"]*\"?|\\\\.|_.|\\*.|\\[[^\\]]*+\\]|AM/PM|A/P");
    private static final Pattern ELAPSED = Pattern.compile("(?i)\\[(h+|m+|s+)\\]");

    /** The kind that a format code gives; elapsed hours, minutes and seconds stay numbers. */
    static NumberKind of(String code) {
        String first = code.split(";", 2)[0];
        String fields = NO_FIELDS.matcher(first).replaceAll("");
        if (ELAPSED.matcher(first).find() || fields.equalsIgnoreCase("General")) {
            return NUMBER;
        }
        boolean hasTime = contains(fields, "hs");
        boolean hasDay = contains(fields, "yd") || (contains(fields, "m") && !hasTime);
        if (hasDay) {
            return hasTime ? DAY_AND_TIME : DAY;
        }
        return hasTime ? TIME_OF_DAY : NUMBER;
    }

    /** The kind of a format that is known by its number alone (ECMA-376 part 1, 18.8.30). */
    static NumberKind of(int builtIn) {
        if (builtIn == 22) {
            return DAY_AND_TIME;
        }
        if ((builtIn >= 18 && builtIn <= 21) || builtIn == 45 || builtIn == 47) {
            return TIME_OF_DAY;
        }
        boolean isDay = (builtIn >= 14 && builtIn <= 17)
                || (builtIn >= 27 && builtIn <= 31)
                || builtIn == 36
                || (builtIn >= 50 && builtIn <= 54)
                || builtIn == 57
                || builtIn == 58;
        if (isDay) {
            return DAY;
        }
        return (builtIn >= 32 && builtIn <= 35) || builtIn == 55 || builtIn == 56 ? TIME_OF_DAY : NUMBER;
    }

    private static boolean contains(String fields, String letters) {
        return fields.chars().anyMatch(c -> letters.indexOf(Character.toLowerCase(c)) >= 0);
    }
}
