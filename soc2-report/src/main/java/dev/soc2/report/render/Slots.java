package dev.soc2.report.render;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a house puts into the named places of the report in HTML and PDF.
 *
 * @param content the pieces by place: {@link #HEADER}, {@link #FOOTER}, or the anchor of a section
 */
public record Slots(Map<String, SafeHtml> content) {

    /** The place on top. */
    public static final String HEADER = "header";

    /** The place at the end. */
    public static final String FOOTER = "footer";

    /** Anchors of the sections, in the order of the page. */
    public static final List<String> SECTIONS = List.of(
            "verdict",
            "decisions",
            "next",
            "coverage",
            "exceptions",
            "undetermined",
            "criteria",
            "controls",
            "scope",
            "verify",
            "glossary");

    /** Nothing anywhere. */
    public static final Slots NONE = new Slots(Map.of());

    /** Checks the names of the places. */
    public Slots {
        content = Collections.unmodifiableMap(new TreeMap<>(Map.copyOf(content)));
        for (String place : content.keySet()) {
            if (!place.equals(HEADER) && !place.equals(FOOTER) && !SECTIONS.contains(place)) {
                throw new IllegalArgumentException(
                        "no place is called '" + place + "'; there are header, footer and before " + SECTIONS);
            }
        }
    }

    /**
     * With a piece in a place; one that was there gives way.
     *
     * @param place the place
     * @param html the piece
     * @return a copy
     */
    public Slots with(String place, SafeHtml html) {
        Map<String, SafeHtml> more = new TreeMap<>(content);
        more.put(place, html);
        return new Slots(more);
    }

    /**
     * With a piece before a section.
     *
     * @param section its anchor
     * @param html the piece
     * @return a copy
     * @throws IllegalArgumentException if there is no such section
     */
    public Slots before(String section, SafeHtml html) {
        if (!SECTIONS.contains(section)) {
            throw new IllegalArgumentException("no section is called '" + section + "'; there are " + SECTIONS);
        }
        return with(section, html);
    }

    /**
     * What stands in a place.
     *
     * @param place the place
     * @return its markup; empty when nothing stands there
     */
    public String html(String place) {
        SafeHtml html = content.get(place);
        return html == null ? "" : html.html();
    }
}
