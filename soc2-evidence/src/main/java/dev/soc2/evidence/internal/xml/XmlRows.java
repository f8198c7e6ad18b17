package dev.soc2.evidence.internal.xml;

import dev.soc2.evidence.format.Rows;
import dev.soc2.evidence.internal.file.Recorder;
import dev.soc2.evidence.internal.outcome.ImportCode;
import dev.soc2.model.issue.Location;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Cuts the rows out of a document. A row in a row is a part of the outer one. */
final class XmlRows implements XmlWalk.Visitor {

    /** More bytes than are read before the parser tells of them. */
    private static final int AHEAD = 1 << 17;

    private final String document;
    private final Set<XmlName> wanted;
    private final Rows rows;
    private final Consumer<XmlRecord> taker;
    private final List<Integer> around = new ArrayList<>();
    private @Nullable Recorder recorder;
    private @Nullable Row row;

    XmlRows(String document, Set<XmlName> wanted, Rows rows, Consumer<XmlRecord> taker) {
        this.document = document;
        this.wanted = wanted;
        this.rows = rows;
        this.taker = taker;
    }

    @Override
    public InputStream over(InputStream in) {
        Recorder over = new Recorder(in, XmlExport.MOST);
        recorder = over;
        return over;
    }

    private Recorder kept() {
        if (recorder == null) {
            throw new IllegalStateException("a pass begins with its recorder");
        }
        return recorder;
    }

    @Override
    public boolean start(XmlStart element) {
        if (row == null && wanted.contains(element.name())) {
            kept().forget(element.tag().from());
            row = new Row(element.tag());
        }
        if (row == null) {
            around.add(element.number());
            kept().forget(element.tag().to());
        } else {
            row.start(element);
        }
        return true;
    }

    @Override
    public void text(String text) {
        if (row == null) {
            kept().forgetAllBut(AHEAD);
        } else {
            row.text(text);
        }
    }

    @Override
    public void passed() {
        text("");
    }

    @Override
    public void end(XmlTag tag) {
        if (row == null) {
            around.remove(around.size() - 1);
        } else if (row.ended(tag)) {
            row = null;
        }
        if (row == null) {
            kept().forget(tag.to());
        }
    }

    private final class Row {

        private final XmlTag first;
        private final Location place;
        private @Nullable XmlTree tree = new XmlTree(XmlExport.MOST);
        private String excess = "";
        private int depth;

        Row(XmlTag first) {
            this.first = first;
            this.place = Location.of(document, first.line(), first.column());
        }

        void start(XmlStart element) {
            depth++;
            if (tree != null) {
                tree.start(element.name(), element.number(), element.attributes());
            }
            check();
        }

        void text(String text) {
            if (tree != null) {
                tree.text(text);
            }
            check();
        }

        private void check() {
            if (tree != null) {
                tree.excess().ifPresent(much -> excess = much);
                excess = kept().isFull() ? "more than " + XmlExport.MOST + " bytes" : excess;
                tree = excess.isEmpty() ? tree : null;
            }
            if (tree == null) {
                kept().forgetAllBut(AHEAD);
            }
        }

        /** Whether the row itself has ended. */
        boolean ended(XmlTag tag) {
            depth--;
            if (tree != null) {
                tree.end();
            }
            check();
            if (depth > 0) {
                return false;
            }
            if (tree == null) {
                rows.refuse(List.of(ImportCode.TOO_LONG.at(
                        place,
                        "the element has " + excess + "; nothing of it was kept",
                        "export it in smaller elements")));
                return true;
            }
            XmlElement value = tree.whole().orElseThrow();
            byte[] bytes = kept().kept();
            taker.accept(new XmlRecord(
                    value,
                    around,
                    place,
                    new XmlRecord.Slice(bytes, kept().index(first.from()), kept().index(tag.to()))));
            return true;
        }
    }
}
