package dev.soc2.evidence.internal.xml;

/** What stands in an element: text or another element. Comments and processing instructions are passed over. */
public sealed interface XmlNode permits XmlText, XmlElement {}
