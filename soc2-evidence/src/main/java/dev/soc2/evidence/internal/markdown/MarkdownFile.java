package dev.soc2.evidence.internal.markdown;

import dev.soc2.evidence.format.ExportFile;
import dev.soc2.evidence.format.Rows;
import dev.soc2.evidence.internal.file.FileSignature;
import dev.soc2.evidence.internal.json.JsonObject;
import dev.soc2.evidence.internal.outcome.ImportCode;
import dev.soc2.model.document.tree.DocumentLimits;
import dev.soc2.model.document.tree.Documents;
import dev.soc2.model.document.tree.Faults;
import dev.soc2.model.document.tree.MapNode;
import dev.soc2.model.document.tree.Node;
import dev.soc2.model.issue.Issue;
import dev.soc2.model.issue.Location;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A Markdown file with YAML front matter, which is one row. The YAML stands between two lines {@code ---}, or, where the
 * format allows it, from the first line to a line {@code ---}.
 */
public final class MarkdownFile {

    private static final int MOST = 1 << 20;
    private static final DocumentLimits LIMITS = DocumentLimits.forLines();

    private final String stem;
    private final JsonObject facts;
    private final Location place;
    private final byte[] raw;

    private MarkdownFile(String stem, JsonObject facts, Location place, byte[] raw) {
        this.stem = stem;
        this.facts = facts;
        this.place = place;
        this.raw = raw;
    }

    /**
     * Reads a file; what cannot be read is refused.
     *
     * @param isOpen whether the first {@code ---} may be missing
     */
    public static Optional<MarkdownFile> read(ExportFile file, Rows rows, boolean isOpen) throws IOException {
        byte[] raw;
        try (InputStream in = file.content()) {
            raw = in.readNBytes(MOST + 1);
        }
        Faults faults = new Faults();
        Optional<MapNode> facts = facts(file.document(), raw, isOpen, faults);
        if (facts.isEmpty() || !faults.isEmpty()) {
            rows.refuse(faults.issues());
            return Optional.empty();
        }
        Location place = Location.of(file.document(), 1, 1);
        return Optional.of(new MarkdownFile(stem(file.document()), JsonObject.of(facts.get()), place, raw));
    }

    private static Optional<MapNode> facts(String document, byte[] raw, boolean isOpen, Faults faults) {
        Location place = Location.of(document, 1, 1);
        Optional<Issue> otherKind =
                FileSignature.refuse(document, Arrays.copyOf(raw, Math.min(raw.length, FileSignature.LENGTH)));
        if (otherKind.isPresent()) {
            faults.add(otherKind.get());
        } else if (raw.length > MOST) {
            faults.add(ImportCode.TOO_LONG.at(
                    place, "the file has more than " + MOST + " bytes", "keep long text in attachments"));
        } else if (startsLine(raw, 0, "+++") || (raw.length > 0 && raw[0] == '{')) {
            String kind = raw[0] == '{' ? "JSON" : "TOML";
            faults.add(ImportCode.OTHER_KIND.at(
                    place,
                    "the front matter is " + kind + ", and YAML is read; nothing of the file was kept",
                    "write it as YAML between two lines ---"));
        } else {
            return yaml(document, raw, isOpen, faults);
        }
        return Optional.empty();
    }

    private static Optional<MapNode> yaml(String document, byte[] raw, boolean isOpen, Faults faults) {
        Location place = Location.of(document, 1, 1);
        boolean fenced = startsLine(raw, 0, "---");
        int end = fenced || isOpen ? end(raw, fenced) : -1;
        if (end < 0) {
            faults.add(
                    fenced
                            ? ImportCode.BROKEN_OFF.at(place, "the front matter does not end", "end it with a line ---")
                            : ImportCode.OTHER_KIND.at(
                                    place,
                                    "the file has no front matter, so that it tells no facts",
                                    "begin it with a line ---, YAML, and a line ---, or keep it out of the folder"));
            return Optional.empty();
        }
        byte[] yaml = Arrays.copyOf(raw, end);
        if (fenced) {
            // As a comment the first line keeps its number, and places are those of the file.
            Arrays.fill(yaml, 0, 3, (byte) '#');
        }
        Optional<Node> node = Documents.readYaml(document, yaml, LIMITS, faults);
        if (node.isPresent() && !(node.get() instanceof MapNode)) {
            faults.add(ImportCode.FIELD.at(
                    place, "the front matter holds no fields", "write it as fields with values, such as title: ..."));
            return Optional.empty();
        }
        return node.map(MapNode.class::cast);
    }

    /** Where the line begins that ends the front matter. */
    private static int end(byte[] raw, boolean fenced) {
        int line = fenced ? next(raw, 0) : 0;
        while (line < raw.length) {
            if (startsLine(raw, line, "---") || (fenced && startsLine(raw, line, "..."))) {
                return line;
            }
            line = next(raw, line);
        }
        return -1;
    }

    private static int next(byte[] raw, int from) {
        int at = from;
        while (at < raw.length && raw[at] != '\n') {
            at++;
        }
        return at + 1;
    }

    /** Whether a line consists of a mark and of nothing but blanks behind it. */
    private static boolean startsLine(byte[] raw, int from, String mark) {
        int end = Math.min(raw.length, next(raw, from) - 1);
        return end - from < 80
                && end >= from
                && new String(raw, from, end - from, StandardCharsets.ISO_8859_1)
                        .stripTrailing()
                        .equals(mark);
    }

    /** The name of the file without folders and ending. */
    public static String stem(String document) {
        String name = document.substring(document.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    public String stem() {
        return stem;
    }

    /** What the front matter says. */
    public JsonObject facts() {
        return facts;
    }

    public Location place() {
        return place;
    }

    /** The whole file, which is the row. */
    public byte[] raw() {
        return raw;
    }

    /** Tells that a fact is missing or cannot be read. */
    public List<Issue> fault(String what, String fix) {
        return List.of(Issue.error(ImportCode.FIELD.code(), place, what, fix));
    }
}
