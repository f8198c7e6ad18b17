package dev.soc2.report.internal.console;

/** Text for terminals that know ASCII only: marks of our own get a plain form, what others wrote is escaped. */
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
