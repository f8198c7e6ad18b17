package dev.soc2.report.internal.html;

import dev.soc2.model.document.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Names what a page may run or be styled by, so that no text of a record can bring anything else. */
final class Policy {

    private Policy() {}

    /** A style sheet or a script by its digest. */
    static String source(String content) {
        return "sha256-" + Base64.getEncoder().encodeToString(Sha256.digest(content.getBytes(StandardCharsets.UTF_8)));
    }
}
