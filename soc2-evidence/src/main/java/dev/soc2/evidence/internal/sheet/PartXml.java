package dev.soc2.evidence.internal.sheet;

import dev.soc2.evidence.internal.archive.ArchiveException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The elements of one part of a workbook, read forward by the platform's parser with everything external shut off. */
final class PartXml implements AutoCloseable {

    private static final int DEEPEST = 64;

    private final String document;
    private final InputStream in;
    private final XMLStreamReader xml;
    private int depth;

    PartXml(String document, InputStream in) {
        this.document = document;
        this.in = in;
        try {
            XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
            factory.setProperty(XMLInputFactory.IS_COALESCING, true);
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setXMLResolver((publicId, systemId, base, namespace) -> {
                throw new XMLStreamException("nothing external is read");
            });
            xml = factory.createXMLStreamReader(in, "UTF-8");
        } catch (XMLStreamException e) {
            throw broken();
        }
    }

    /** Comes to the next start of an element; false at the end of the part. */
    boolean nextElement() {
        while (advance()) {
            if (xml.isStartElement()) {
                return true;
            }
        }
        return false;
    }

    /** Comes to the next start of an element inside the element that has this depth; false at that one's end. */
    boolean nextInside(int outer) {
        while (advance()) {
            if (xml.isStartElement()) {
                return true;
            }
            if (xml.isEndElement() && depth < outer) {
                return false;
            }
        }
        return false;
    }

    /** How deep the element is that was begun last, from 1. */
    int depth() {
        return depth;
    }

    String name() {
        return xml.getLocalName();
    }

    /** An attribute by its local name, as the two editions of the format have different namespaces. */
    Optional<String> attribute(String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return Optional.of(xml.getAttributeValue(i));
            }
        }
        return Optional.empty();
    }

    boolean flag(String name) {
        return attribute(name)
                .filter(text -> text.equals("1") || text.equals("true"))
                .isPresent();
    }

    /** The text of the element that was begun, without that of elements in it; at most so many characters and one. */
    String text(int most) {
        StringBuilder text = new StringBuilder();
        int outer = depth;
        while (depth >= outer && advance()) {
            if (xml.isCharacters() && depth == outer && text.length() <= most) {
                text.append(xml.getText(), 0, Math.min(xml.getTextLength(), most + 1 - text.length()));
            }
        }
        return text.toString();
    }

    private boolean advance() {
        try {
            if (!xml.hasNext()) {
                return false;
            }
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT && ++depth > DEEPEST) {
                throw broken();
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            } else if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw broken();
            }
            return true;
        } catch (XMLStreamException e) {
            // The parser wraps what the bytes beneath it throw.
            for (Throwable cause = e.getNestedException(); cause != null; cause = cause.getCause()) {
                if (cause instanceof ArchiveException refused) {
                    throw refused;
                }
            }
            throw broken();
        }
    }

    private ArchiveException broken() {
        return new ArchiveException(
                document,
                "a part of it is not the XML that it should be",
                "open it in a spreadsheet program, and save it again");
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
