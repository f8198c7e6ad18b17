package dev.soc2.evidence.internal.xml;

import dev.soc2.evidence.internal.outcome.ImportCode;
import dev.soc2.model.issue.Issue;
import dev.soc2.model.issue.Location;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** One pass over a document, from tag to tag, with the JDK's own parser, whatever other parsers are installed. */
final class XmlWalk {

    private static final int NAMES = 50_000;

    private final String document;
    private final BufferedInputStream in;
    private final Set<String> names = new HashSet<>();
    private @Nullable Issue fault;

    XmlWalk(String document, BufferedInputStream in) {
        this.document = document;
        this.in = in;
    }

    /** Sees what the document is made of. */
    interface Visitor {

        /** An element begins; false ends the pass. */
        boolean start(XmlStart element);

        default void text(String text) {}

        /** The element that began last ends. */
        default void end(XmlTag tag) {}

        /** Something was passed over. */
        default void passed() {}

        /** Lets the visitor put itself between the file and the parser, once, at the beginning. */
        default InputStream over(InputStream in) {
            return in;
        }
    }

    /** The fault that ended the pass before the document ended; nothing when there was none. */
    Optional<Issue> run(Visitor visitor) throws IOException {
        XmlProlog prolog = XmlProlog.of(document, in);
        Optional<Charset> encoding = prolog.encoding();
        if (encoding.isEmpty()) {
            return prolog.refusal();
        }
        InputStream bytes = visitor.over(in);
        bytes.readNBytes(prolog.mark());
        XmlTags tags = new XmlTags(document, encoding.get().equals(StandardCharsets.UTF_8), prolog.mark());
        XmlSource source = new XmlSource(document, bytes, encoding.get(), tags);
        try {
            XMLStreamReader parser = factory().createXMLStreamReader(source);
            try {
                new Pass(parser, tags, visitor).run();
            } finally {
                parser.close();
            }
        } catch (XMLStreamException e) {
            if (source.failure().isPresent()) {
                throw source.failure().get();
            }
            fault = fault == null ? source.stopped().orElseGet(() -> malformed(e, source, tags)) : fault;
        }
        return Optional.ofNullable(fault);
    }

    private Issue malformed(XMLStreamException e, XmlSource source, XmlTags tags) {
        Location place = e.getLocation() == null
                ? Location.of(document)
                : Location.of(
                        document,
                        Math.max(1, e.getLocation().getLineNumber()),
                        Math.max(1, e.getLocation().getColumnNumber()));
        int line = e.getLocation() == null ? 1 : e.getLocation().getLineNumber();
        boolean isInLastMarkup = tags.isInMarkup() && source.isUsedUp() && line >= tags.line();
        if (isInLastMarkup && tags.stop().isPresent()) {
            return tags.stop().get();
        }
        if (isInLastMarkup || source.isAtEnd() && !tags.isClosed()) {
            return ImportCode.BROKEN_OFF.at(
                    place,
                    "the file breaks off in the middle of an element; nothing of that element was kept",
                    "export it again, and see that the export ends");
        }
        return ImportCode.XML.at(
                place,
                "this is not well-formed XML; nothing from here to the end of the file was read",
                "export the file again, or correct it here");
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_VALIDATING, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing outside of the document is read");
        });
        return factory;
    }

    /** The parser's events with the tags that they stand for. */
    private final class Pass {

        private final XMLStreamReader parser;
        private final XmlTags tags;
        private final Visitor visitor;
        private @Nullable XmlTag empty;
        private int number;

        Pass(XMLStreamReader parser, XmlTags tags, Visitor visitor) {
            this.parser = parser;
            this.tags = tags;
            this.visitor = visitor;
        }

        void run() throws XMLStreamException {
            while (fault == null && parser.hasNext()) {
                switch (next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        if (!visitor.start(started())) {
                            return;
                        }
                    }
                    case XMLStreamConstants.END_ELEMENT -> visitor.end(ended());
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                        visitor.text(parser.getText());
                    case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                        throw new XMLStreamException("declarations end before the parser", parser.getLocation());
                    default -> visitor.passed();
                }
            }
        }

        private int next() throws XMLStreamException {
            try {
                return parser.next();
            } catch (RuntimeException e) {
                // Some faults leave the parser as exceptions of its own insides.
                throw new XMLStreamException("the parser fails", parser.getLocation(), e);
            }
        }

        private XmlStart started() throws XMLStreamException {
            XmlTag tag = tag(true);
            empty = tag.kind() == XmlTag.Kind.EMPTY ? tag : null;
            TreeMap<String, String> attributes = new TreeMap<>();
            for (int i = 0; i < parser.getAttributeCount(); i++) {
                String name = name(parser.getAttributeNamespace(i), parser.getAttributeLocalName(i))
                        .toString();
                known(name);
                attributes.put(name, parser.getAttributeValue(i));
            }
            XmlName name = name(parser.getNamespaceURI(), parser.getLocalName());
            known(name.local());
            if (names.size() > NAMES && fault == null) {
                fault = ImportCode.TOO_LONG.at(
                        Location.of(document, tag.line(), tag.column()),
                        "the document has more than " + NAMES + " different names; nothing from here to the end of the"
                                + " file was read",
                        "check that this is an export of this kind");
            }
            return new XmlStart(name, number++, attributes, tag);
        }

        private void known(String name) {
            names.add(name);
        }

        private XmlTag ended() throws XMLStreamException {
            XmlTag tag = empty == null ? tag(false) : empty;
            empty = null;
            return tag;
        }

        /** The tag of the event that the parser is at. */
        private XmlTag tag(boolean starts) throws XMLStreamException {
            return tags.next()
                    .filter(tag -> starts == (tag.kind() != XmlTag.Kind.END))
                    .orElseThrow(() -> new XMLStreamException("tags and events part", parser.getLocation()));
        }

        private static XmlName name(@Nullable String namespace, String local) {
            return XmlName.of(namespace == null ? "" : namespace, local);
        }
    }
}
