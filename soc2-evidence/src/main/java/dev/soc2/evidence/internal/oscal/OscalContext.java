package dev.soc2.evidence.internal.oscal;

import dev.soc2.evidence.format.ExportFile;
import dev.soc2.evidence.internal.json.JsonObject;
import dev.soc2.evidence.internal.xml.XmlElement;
import java.time.Instant;
import java.util.Optional;

/**
 * What the document says of all rows of a result or plan.
 *
 * @param observedAt when the result ended, else began, else when the document was last modified
 * @param result UUID of the result
 * @param resultTitle its title
 */
record OscalContext(Instant observedAt, Optional<String> result, Optional<String> resultTitle) {

    /** Of a result in JSON or YAML; nothing when no time is known. */
    static Optional<OscalContext> of(Optional<JsonObject> result, Optional<JsonObject> root, ExportFile file) {
        return result.flatMap(r -> r.instant("end"))
                .or(() -> result.flatMap(r -> r.instant("start")))
                .or(() -> root.flatMap(r -> r.instant("metadata.last-modified")))
                .or(file::extractedAt)
                .map(at -> new OscalContext(
                        at, result.flatMap(r -> r.text("uuid")), result.flatMap(r -> r.text("title"))));
    }

    /** Of a result in XML. */
    static Optional<OscalContext> of(Optional<XmlElement> result, XmlElement root, ExportFile file) {
        return result.flatMap(r -> r.instant("end"))
                .or(() -> result.flatMap(r -> r.instant("start")))
                .or(() -> root.instant("metadata.last-modified"))
                .or(file::extractedAt)
                .map(at -> new OscalContext(
                        at,
                        result.flatMap(r -> r.attribute("uuid")),
                        result.flatMap(r -> r.element("title")).map(OscalMarkup::line)));
    }
}
