package dev.soc2.report.internal.ci;

import dev.soc2.model.document.Sha256;
import dev.soc2.model.result.ItemResult;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What makes two findings of different runs the same: test, item, outcome and reason, whatever the words say. */
public final class FindingFingerprint {

    private FindingFingerprint() {}

    /** 32 hexadecimal digits. */
    public static String of(String rule, Optional<ItemResult> item) {
        String written = rule
                + item.map(found -> "\n" + found.id() + "\n" + found.outcome() + "\n" + found.reason())
                        .orElse("");
        return Sha256.hex(written.getBytes(StandardCharsets.UTF_8)).substring(0, 32);
    }
}
