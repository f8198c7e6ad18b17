package dev.soc2.evidence.proof;

import java.util.Optional;

/** Sizes and places in text: decimal digits without leading zeroes. */
final class Counts {

    private static final int DIGITS = 19;

    private Counts() {}

    /** The number; nothing if the text is none, or one above 2^63 - 1. */
    static Optional<Long> parse(String text) {
        if (!text.matches("0|[1-9][0-9]*") || text.length() > DIGITS) {
            return Optional.empty();
        }
        try {
            return Optional.of(Long.parseLong(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
