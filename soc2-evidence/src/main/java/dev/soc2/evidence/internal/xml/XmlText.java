package dev.soc2.evidence.internal.xml;

/**
 * A run of text, references and CDATA sections resolved.
 *
 * @param text the characters
 */
public record XmlText(String text) implements XmlNode {}
