package dev.soc2.evidence.internal.sheet;

import dev.soc2.evidence.internal.archive.Archive;
import dev.soc2.evidence.internal.archive.ArchiveException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A workbook: its sheets, the texts that they share, and which of their numbers are dates. */
final class Workbook {

    private final String document;
    private final Archive archive;
    private final List<SheetEntry> sheets = new ArrayList<>();
    private boolean from1904;
    private SharedTexts texts = SharedTexts.NONE;
    private NumberKinds kinds = NumberKinds.NONE;

    /** Reads all but the sheets themselves. */
    Workbook(String document, byte[] bytes) {
        this.document = document;
        archive = Archive.of(document, bytes);
        new PartCheck(document, archive).check();
        String main = relations("").entrySet().stream()
                .filter(relation -> relation.getValue().kind().equals("officeDocument"))
                .map(relation -> relation.getValue().part())
                .findFirst()
                .orElseThrow(() -> missing("workbook"));
        Map<String, Relation> relations = relations(main);
        refuseMacros();
        read(main, relations);
        part(relations, "sharedStrings").ifPresent(part -> {
            try (PartXml xml = open(part)) {
                texts = SharedTexts.read(document, xml);
            }
        });
        part(relations, "styles").ifPresent(part -> {
            try (PartXml xml = open(part)) {
                kinds = NumberKinds.read(xml);
            }
        });
    }

    private record Relation(String kind, String part) {}

    List<SheetEntry> sheets() {
        return List.copyOf(sheets);
    }

    CellReader cells() {
        return new CellReader(texts, kinds, from1904);
    }

    long externalLinks() {
        return archive.names().stream()
                .filter(name -> name.matches("xl/externalLinks/[^/]+\\.xml"))
                .count();
    }

    PartXml open(String part) {
        return new PartXml(document, archive.open(part).orElseThrow(() -> missing("part")));
    }

    private void refuseMacros() {
        try (PartXml xml = open("[Content_Types].xml")) {
            while (xml.nextElement()) {
                String type = xml.attribute("ContentType").orElse("").toLowerCase(Locale.ROOT);
                if (type.contains("macroenabled") || type.contains("vbaproject")) {
                    throw PartCheck.macros(document);
                }
            }
        }
    }

    private void read(String main, Map<String, Relation> relations) {
        try (PartXml xml = open(main)) {
            while (xml.nextElement()) {
                if (xml.name().equals("workbookPr")) {
                    from1904 = xml.flag("date1904");
                } else if (xml.name().equals("sheet")) {
                    Relation relation = xml.attribute("id").map(relations::get).orElse(null);
                    // Charts and dialogues have tabs as well; they hold no rows.
                    if (relation != null && relation.kind().equals("worksheet")) {
                        sheets.add(new SheetEntry(
                                xml.attribute("name").orElse(""),
                                relation.part(),
                                xml.attribute("state")
                                        .filter(state -> !state.equals("visible"))
                                        .isPresent()));
                    }
                }
            }
        }
        if (sheets.isEmpty()) {
            throw missing("sheet");
        }
    }

    private static Optional<String> part(Map<String, Relation> relations, String kind) {
        return relations.values().stream()
                .filter(relation -> relation.kind().equals(kind))
                .map(Relation::part)
                .findFirst();
    }

    /** The relations of a part, or of the whole package; those that lead out of it are never followed. */
    private Map<String, Relation> relations(String part) {
        String folder = part.substring(0, part.lastIndexOf('/') + 1);
        String name = part.substring(folder.length());
        Map<String, Relation> relations = new TreeMap<>();
        String list = folder + "_rels/" + name + ".rels";
        if (!archive.has(list)) {
            throw missing("list of parts");
        }
        try (PartXml xml = open(list)) {
            while (xml.nextElement()) {
                boolean isOutside = xml.attribute("TargetMode")
                        .filter("External"::equalsIgnoreCase)
                        .isPresent();
                String id = xml.attribute("Id").orElse("");
                String target = xml.attribute("Target").orElse("");
                if (xml.name().equals("Relationship") && !isOutside && !id.isEmpty()) {
                    String kind = xml.attribute("Type").orElse("");
                    relations.put(
                            id, new Relation(kind.substring(kind.lastIndexOf('/') + 1), resolved(folder, target)));
                }
            }
        }
        return relations;
    }

    /** A name that the archive does not have, such as one with {@code ..} left in it, is a part that is missing. */
    private static String resolved(String folder, String target) {
        String path = target.startsWith("/") ? target.substring(1) : folder + target;
        List<String> parts = new ArrayList<>();
        for (String part : path.split("/", -1)) {
            if (part.equals("..") && !parts.isEmpty()) {
                parts.remove(parts.size() - 1);
            } else if (!part.equals(".")) {
                parts.add(part);
            }
        }
        return String.join("/", parts);
    }

    private ArchiveException missing(String what) {
        return new ArchiveException(document, "it is no workbook: it lacks a " + what, "export it as .xlsx");
    }
}
