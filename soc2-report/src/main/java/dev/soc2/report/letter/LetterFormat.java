package dev.soc2.report.letter;

/** How a letter is written. */
public enum LetterFormat {
    /** A document of a word processor, Office Open XML. */
    DOCX,
    /** One page that opens without network. */
    HTML,
    /** GitHub flavoured Markdown. */
    MARKDOWN
}
