package dev.soc2.evidence.internal.xml;

import dev.soc2.evidence.format.ExportFile;
import dev.soc2.evidence.format.Rows;
import dev.soc2.model.issue.Issue;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * An XML export read element by element, with memory for one row, whatever the size of the file.
 *
 * <p>Rows are elements of given names, wherever they stand; of a row in a row the outer one. The bytes of a row are those
 * of the file, from the {@code <} of its start tag to the {@code >} of its end tag. XML 1.0 in UTF-8, US-ASCII or
 * ISO-8859-1 is read. A DOCTYPE and any entity but XML's own five end the file, as does whatever is not well-formed;
 * what came before stays. A row that is too long is refused alone.
 */
public final class XmlExport {

    /** Most bytes of a row, and most characters of an outline. */
    static final int MOST = 16 << 20;

    private final ExportFile file;
    private final Set<XmlName> rows;
    private final Set<XmlName> without;

    /**
     * An export.
     *
     * @param rows names of the elements that are rows
     * @param passedOver names of elements that the outline leaves out, such as definitions that no row needs
     */
    public XmlExport(ExportFile file, Set<XmlName> rows, Set<XmlName> passedOver) {
        this.file = file;
        this.rows = Set.copyOf(rows);
        Set<XmlName> both = new HashSet<>(rows);
        both.addAll(passedOver);
        this.without = Set.copyOf(both);
    }

    /** Reads the rows; what cannot be read is refused. */
    public void read(Rows taken, Consumer<XmlRecord> taker) throws IOException {
        try (BufferedInputStream in = opened()) {
            Optional<Issue> fault =
                    new XmlWalk(file.document(), in).run(new XmlRows(file.document(), rows, taken, taker));
            if (fault.isPresent()) {
                taken.refuse(List.of(fault.get()));
            }
        }
    }

    /**
     * The root without the rows and without what is passed over; of a document that breaks off or is not well-formed, as
     * far as that was read. Nothing when there is no root or the outline is too large. What is wrong with the file is for
     * the reading of its rows to tell.
     */
    public Optional<XmlElement> outline() throws IOException {
        try (BufferedInputStream in = opened()) {
            XmlOutline outline = new XmlOutline(without);
            new XmlWalk(file.document(), in).run(outline);
            return outline.root();
        }
    }

    /** The name of the root, which is known also of a document that breaks off. */
    public Optional<XmlName> root() throws IOException {
        try (BufferedInputStream in = opened()) {
            List<XmlName> first = new ArrayList<>();
            new XmlWalk(file.document(), in).run(element -> {
                first.add(element.name());
                return false;
            });
            return first.stream().findFirst();
        }
    }

    private BufferedInputStream opened() throws IOException {
        return new BufferedInputStream(file.content(), 1 << 16);
    }
}
