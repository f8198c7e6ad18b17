package dev.soc2.evidence.internal.xml;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What stands around the rows of a document. */
final class XmlOutline implements XmlWalk.Visitor {

    private final Set<XmlName> without;
    private @Nullable XmlTree tree = new XmlTree(XmlExport.MOST);
    private int passing;

    XmlOutline(Set<XmlName> without) {
        this.without = without;
    }

    @Override
    public boolean start(XmlStart element) {
        if (passing > 0 || without.contains(element.name())) {
            passing++;
        } else if (tree != null) {
            tree.start(element.name(), element.number(), element.attributes());
        }
        return isSmall();
    }

    @Override
    public void text(String text) {
        if (passing == 0 && tree != null && isSmall()) {
            tree.text(text);
        }
    }

    @Override
    public void end(XmlTag tag) {
        if (passing > 0) {
            passing--;
        } else if (tree != null) {
            tree.end();
        }
    }

    private boolean isSmall() {
        if (tree != null && tree.excess().isPresent()) {
            tree = null;
        }
        return tree != null;
    }

    Optional<XmlElement> root() {
        if (tree == null) {
            return Optional.empty();
        }
        tree.endAll();
        return tree.whole();
    }
}
