package dev.soc2.evidence.internal.findings;

import dev.soc2.model.evidence.Evidence;
import java.time.Instant;
import java.util.Optional;

/**
 * A vulnerability of a component of an asset, whichever tool tells it.
 *
 * @param vulnerability its name, such as a CVE id
 * @param severity how severe it is
 * @param component the package that has it
 * @param installedVersion version of the package that is there
 * @param fixedVersion version in which it is mended
 * @param purl the package as package URL
 * @param path where it lies
 */
public record Found(
        String vulnerability,
        Optional<String> severity,
        Optional<String> component,
        Optional<String> installedVersion,
        Optional<String> fixedVersion,
        Optional<String> purl,
        Optional<String> path) {

    public static final String TYPE = "vuln.found";
    public static final String ASSESSED = "vuln.assessed";

    /** A vulnerability of something that is no package. */
    public static Found of(String vulnerability, Optional<String> severity) {
        Optional<String> nothing = Optional.empty();
        return new Found(vulnerability, severity, nothing, nothing, nothing, nothing, nothing);
    }

    /** The part of an id that tells the package and where it lies. */
    public String part() {
        return purl.orElseGet(() -> component.orElse("") + "@" + installedVersion.orElse("")) + "#" + path.orElse("");
    }

    /** A record about it. */
    public Draft as(String type, String id, String asset, Instant occurred, String source) {
        return new Draft(Evidence.of(id, type, asset, occurred, source))
                .text("vulnerability", vulnerability)
                .text("severity", severity)
                .text("component", component)
                .text("installedVersion", installedVersion)
                .text("fixedVersion", fixedVersion)
                .text("purl", purl)
                .text("path", path);
    }
}
