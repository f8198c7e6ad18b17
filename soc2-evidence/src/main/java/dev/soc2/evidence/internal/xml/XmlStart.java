package dev.soc2.evidence.internal.xml;

import java.util.Map;

/**
 * The beginning of an element.
 *
 * @param name its name
 * @param number which start tag of the document it is, from 0
 * @param attributes its attributes
 * @param tag where it stands
 */
record XmlStart(XmlName name, int number, Map<String, String> attributes, XmlTag tag) {}
