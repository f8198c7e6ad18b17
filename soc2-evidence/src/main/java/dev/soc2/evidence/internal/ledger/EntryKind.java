package dev.soc2.evidence.internal.ledger;

import java.util.Arrays;

/** What an entry of a log is, with the number that stands in the tables: numbers are never used again. */
enum EntryKind {
    EVIDENCE(0),
    IMPORT(1),
    CUSTODY(2);

    static final String FIELD = "kind";

    private final int number;

    EntryKind(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    static EntryKind of(long number) {
        return Arrays.stream(values())
                .filter(kind -> kind.number == number)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no kind of entry is " + number));
    }
}
