package dev.soc2.evidence.internal.xml;

/**
 * The name of an element, whatever prefix the document gives its namespace.
 *
 * @param namespace its namespace; empty when it has none
 * @param local its name there
 */
public record XmlName(String namespace, String local) {

    public static XmlName of(String namespace, String local) {
        return new XmlName(namespace, local);
    }

    /** As {@code {namespace}local}, or only the local name when there is no namespace. */
    @Override
    public String toString() {
        return namespace.isEmpty() ? local : "{" + namespace + "}" + local;
    }
}
