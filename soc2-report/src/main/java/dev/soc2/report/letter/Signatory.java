package dev.soc2.report.letter;

/**
 * Who is to sign a letter.
 *
 * @param name the person
 * @param title what the person is in the organisation
 */
public record Signatory(String name, String title) {

    /** Checks the invariants. */
    public Signatory {
        if (name.isBlank() || title.isBlank()) {
            throw new IllegalArgumentException("somebody signs in some function, got '" + name + "', '" + title + "'");
        }
    }
}
