package dev.soc2.report.internal.words;

/** Targets of links, made from ids: the same id gives the same anchor, and two ids never share one. */
public final class Anchors {

    private Anchors() {}

    /** A control in "Tests and results". */
    public static String control(String id) {
        return "c-" + safe(id);
    }

    /** A control in "Exceptions". */
    public static String exception(String id) {
        return "x-" + safe(id);
    }

    /** A control in "Undetermined". */
    public static String undetermined(String id) {
        return "u-" + safe(id);
    }

    /** A criterion in the index. */
    public static String criterion(String id) {
        return "cr-" + safe(id);
    }

    /** A series of criteria in the index. */
    public static String series(String series) {
        return "s-" + safe(series);
    }

    /** A month of a series. */
    public static String month(String series, String column) {
        return "m-" + safe(series) + "-" + safe(column);
    }

    private static String safe(String id) {
        StringBuilder out = new StringBuilder(id.length());
        id.codePoints().forEach(c -> {
            if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || "._-".indexOf(c) >= 0) {
                out.append((char) c);
            } else {
                out.append('~').append(Integer.toHexString(c)).append('~');
            }
        });
        return out.toString();
    }
}
