package dev.soc2.evidence.internal.outcome;

import dev.soc2.model.issue.Issue;
import dev.soc2.model.issue.Location;

/** The faults that importing can bring to light, with their stable codes. A code keeps its meaning once released. */
public enum ImportCode {
    /** A file or folder is missing or cannot be read. */
    UNREADABLE("SOC2-E001"),
    /** The file is of another kind than it should be, such as an archive or UTF-16 text. */
    OTHER_KIND("SOC2-E002"),
    /** A row or line is longer than it may be. */
    TOO_LONG("SOC2-E003"),
    /** A record has the id of another one and other content. */
    CONFLICT("SOC2-E004"),
    /** The file ends in the middle of a line or record. */
    BROKEN_OFF("SOC2-E005"),
    /** A path or link leads out of its folder. */
    ESCAPE("SOC2-E006"),
    /** There are more files, or deeper folders, than are read. */
    TOO_MANY_FILES("SOC2-E007"),
    /** A file changed after it was opened. */
    CHANGED("SOC2-E008"),
    /** A packed file is damaged, or unpacks to more than it may. */
    PACKED("SOC2-E009"),
    /** The quotes of a CSV row do not fit together. */
    QUOTES("SOC2-E020"),
    /** A CSV row has another number of cells than its header. */
    CELLS("SOC2-E021"),
    /** A cell cannot be read as what the mapping wants. */
    CELL("SOC2-E022"),
    /** A cell holds a value that the mapping does not map. */
    UNMAPPED("SOC2-E023"),
    /** A required cell is empty. */
    REQUIRED("SOC2-E024"),
    /** The header of a CSV file does not fit the mapping. */
    HEADER("SOC2-E025"),
    /** A row holds bytes or characters that it must not hold. */
    CHARACTERS("SOC2-E026"),
    /** Values that are right in themselves make no record. */
    RECORD("SOC2-E027"),
    /** A file that should be JSON is none, or a row of it is not what the format wants. */
    JSON("SOC2-E028"),
    /** A row lacks what every record of its kind needs, or holds it in a form that cannot be read. */
    FIELD("SOC2-E029"),
    /** A part of a CSV mapping cannot be used. */
    MAPPING("SOC2-E030"),
    /** A file that should be XML is none, or a row of it is not what the format wants. */
    XML("SOC2-E035"),
    /** An XML document has a DOCTYPE, or uses an entity. */
    DOCTYPE("SOC2-E036"),
    /** An evidence entry names a format that is not known. */
    FORMAT("SOC2-E040"),
    /** An evidence entry has an option that its format does not know. */
    OPTION("SOC2-E041"),
    /** An option of an evidence entry has a value that cannot be used. */
    OPTION_VALUE("SOC2-E042"),
    /** A commit of a git history cannot be read. */
    COMMIT("SOC2-E050"),
    /** A line of an identities file cannot be used. */
    IDENTITY("SOC2-E060"),
    /** An archive or office document is damaged, encrypted, holds macros, or exceeds a limit when it is unpacked. */
    ARCHIVE("SOC2-E070"),
    /** A workbook has no such sheet, or a row of a sheet is not what a row is. */
    SHEET("SOC2-E071"),
    /** An import was cancelled; what was accepted stays. */
    CANCELLED("SOC2-E080");

    private final String code;

    ImportCode(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public Issue at(Location place, String what, String fix) {
        return Issue.error(code, place, what, fix);
    }
}
