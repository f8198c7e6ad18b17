package dev.soc2.report.letter;

/** How a letter is written. */
public enum LetterFormat {
    /** A document of a word processor, Office Open XML. */
    DOCX,
    /** One page that opens without network. */
    HTML,
    /** GitHub flavoured Markdown. */
    MARKDOWN,
    /** PDF/A-3a and PDF/UA-1; needs {@code io.github.openhtmltopdf:openhtmltopdf-pdfbox}, which does not come along. */
    PDF
}
