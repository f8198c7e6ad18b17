package dev.soc2.evidence.internal.oscal;

import dev.soc2.model.evidence.AttributeValue;
import dev.soc2.model.issue.Location;
import java.util.Map;

/**
 * One observation, finding, risk or item of a plan, by the names that OSCAL's JSON gives its fields, whatever notation it
 * was read from.
 *
 * @param kind what it is
 * @param fields all of its fields
 * @param place where it stands
 */
record OscalRow(Kind kind, Map<String, AttributeValue> fields, Location place) {

    OscalRow {
        fields = Map.copyOf(fields);
    }

    enum Kind {
        OBSERVATION("observations"),
        FINDING("findings"),
        RISK("risks"),
        POAM_ITEM("poam-items");

        private final String group;

        Kind(String group) {
            this.group = group;
        }

        /** The array of JSON that holds them. */
        String group() {
            return group;
        }
    }
}
