package dev.soc2.model.document.tree;

import java.time.LocalDate;
import java.time.Month;
import java.time.Year;

/** Times in the form that nearly all evidence has, read without the machinery that other forms need. */
public final class PlainTimes {

    /** Another form, or no time at all. */
    public static final long NOT_PLAIN = Long.MIN_VALUE;

    private static final String PLAIN = "0000-00-00T00:00:00Z";

    private PlainTimes() {}

    /**
     * The short way for the form that nearly all evidence has, {@code 2025-03-01T09:30:00Z}: seconds since 1970, or
     * {@link #NOT_PLAIN} for everything that the parser of the platform should judge.
     *
     * @param text a time as text
     * @return the second, or {@link #NOT_PLAIN}
     */
    public static long wholeSecond(String text) {
        if (text.length() != PLAIN.length()) {
            return NOT_PLAIN;
        }
        for (int i = 0; i < PLAIN.length(); i++) {
            char wanted = PLAIN.charAt(i);
            char c = text.charAt(i);
            if (wanted == '0' ? c < '0' || c > '9' : c != wanted) {
                return NOT_PLAIN;
            }
        }
        int year = digits(text, 0, 4);
        int month = digits(text, 5, 7);
        int day = digits(text, 8, 10);
        int hour = digits(text, 11, 13);
        int minute = digits(text, 14, 16);
        int second = digits(text, 17, 19);
        boolean dayExists =
                month >= 1 && month <= 12 && day >= 1 && day <= Month.of(month).length(Year.isLeap(year));
        if (!dayExists || hour > 23 || minute > 59 || second > 59) {
            return NOT_PLAIN;
        }
        long days = LocalDate.of(year, month, day).toEpochDay();
        return ((days * 24 + hour) * 60 + minute) * 60 + second;
    }

    private static int digits(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }
}
