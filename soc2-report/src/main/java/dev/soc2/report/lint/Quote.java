package dev.soc2.report.lint;

/** A text as a finding cites it: one line, not too long. */
final class Quote {

    private static final int LONGEST = 120;

    private Quote() {}

    static String of(String text) {
        String line = text.strip().replaceAll("[\\p{Z}\\p{C}]+", " ");
        int shown = line.codePointCount(0, line.length());
        return "'" + (shown <= LONGEST ? line : line.substring(0, line.offsetByCodePoints(0, LONGEST)) + "…") + "'";
    }
}
