package dev.soc2.report.internal.console;

/**
 * Text for terminals that know ASCII only: marks of our own, and the letters of German, get their customary plain form;
 * what else others wrote is escaped.
 */
final class Ascii {

    private Ascii() {}

    static String of(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '·' -> out.append('|');
                case '–' -> out.append('-');
                case '×' -> out.append('x');
                case '…' -> out.append("...");
                case '’' -> out.append('\'');
                case 0x202F -> out.append(' ');
                case 'ä' -> out.append("ae");
                case 'ö' -> out.append("oe");
                case 'ü' -> out.append("ue");
                case 'Ä' -> out.append("Ae");
                case 'Ö' -> out.append("Oe");
                case 'Ü' -> out.append("Ue");
                case 'ß' -> out.append("ss");
                default -> {
                    if (c < 0x80) {
                        out.append((char) c);
                    } else {
                        out.append("[U+").append(hex(c)).append(']');
                    }
                }
            }
        });
        return out.toString();
    }

    private static String hex(int c) {
        String digits = Integer.toHexString(c).toUpperCase(java.util.Locale.ROOT);
        return "0".repeat(Math.max(0, 4 - digits.length())) + digits;
    }
}
