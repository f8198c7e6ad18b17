package dev.soc2.evidence.internal.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What numbers are, by the style of their cells.
 *
 * @param ofStyles kind by number of the cell's style
 */
record NumberKinds(List<NumberKind> ofStyles) {

    static final NumberKinds NONE = new NumberKinds(List.of());

    NumberKinds {
        ofStyles = List.copyOf(ofStyles);
    }

    static NumberKinds read(PartXml xml) {
        Map<Integer, NumberKind> custom = new HashMap<>();
        List<NumberKind> ofStyles = new ArrayList<>();
        int styles = Integer.MAX_VALUE;
        while (xml.nextElement()) {
            if (xml.depth() <= styles) {
                styles = xml.name().equals("cellXfs") ? xml.depth() : Integer.MAX_VALUE;
            } else if (xml.name().equals("xf")) {
                int format = number(xml, "numFmtId");
                NumberKind own = custom.get(format);
                ofStyles.add(own == null ? NumberKind.of(format) : own);
            }
            if (xml.name().equals("numFmt")) {
                xml.attribute("formatCode").ifPresent(code -> custom.put(number(xml, "numFmtId"), NumberKind.of(code)));
            }
        }
        return new NumberKinds(ofStyles);
    }

    NumberKind of(int style) {
        return style >= 0 && style < ofStyles.size() ? ofStyles.get(style) : NumberKind.NUMBER;
    }

    static int number(PartXml xml, String attribute) {
        try {
            return xml.attribute(attribute).map(Integer::parseInt).orElse(0);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
