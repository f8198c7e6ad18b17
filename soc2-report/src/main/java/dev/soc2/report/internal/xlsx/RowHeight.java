package dev.soc2.report.internal.xlsx;

/**
 * How high a row has to be for its longest text, in points. Not every program that shows a workbook works that out by
 * itself, and texts then lie over each other.
 */
final class RowHeight {

    private static final int LINE = 15;

    /** The highest row that the format knows has 409 points. */
    private static final int MOST_LINES = 27;

    private int lines = 1;

    /** A text that is wrapped into a column of so many characters. */
    void holds(String text, int width) {
        lines = Math.min(MOST_LINES, Math.max(lines, lines(text, width)));
    }

    boolean isMoreThanOneLine() {
        return lines > 1;
    }

    int points() {
        return lines * LINE;
    }

    /** Lines that break at blanks, and inside of words that are longer than a line. */
    private static int lines(String text, int width) {
        int lines = 1;
        int used = 0;
        int word = 0;
        for (int i = 0; i <= text.length() && lines < MOST_LINES; i++) {
            char c = i < text.length() ? text.charAt(i) : ' ';
            if (c != ' ' && c != '\n') {
                word++;
                continue;
            }
            if (used > 0 && used + 1 + word > width) {
                lines++;
                used = 0;
            }
            int there = used == 0 ? word : used + 1 + word;
            lines += there > width ? (there - 1) / width : 0;
            used = there > width ? (there - 1) % width + 1 : there;
            word = 0;
            if (c == '\n') {
                lines++;
                used = 0;
            }
        }
        return lines;
    }
}
