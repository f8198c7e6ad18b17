package dev.soc2.evidence.internal.intake;

import dev.soc2.model.document.EvidenceLines;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.EvidenceBuilder;
import dev.soc2.model.evidence.EvidenceTypes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What an import really read of its source. It is COMPLETE over the declared window, as far as that lies before the
 * extraction; PARTIAL when a row was refused or the import was cancelled; DOWN when no row could be read.
 */
final class CoverageRecord {

    private final Extraction extraction;
    private final Set<String> types;

    CoverageRecord(Extraction extraction, Set<String> types) {
        this.extraction = extraction;
        this.types = new TreeSet<>(types);
    }

    Optional<Evidence> of(boolean isWhole, boolean isEmpty, Optional<Instant> observed) {
        Optional<Instant> extracted = extraction.extractedAt().or(() -> observed);
        return extraction
                .window()
                .map(window -> record(window, isWhole ? "COMPLETE" : isEmpty ? "DOWN" : "PARTIAL", extracted));
    }

    private Evidence record(Window window, String status, Optional<Instant> extracted) {
        Optional<Instant> early = extracted.filter(at -> at.isBefore(window.end()) && at.isAfter(window.start()));
        String to = early.map(Instant::toString).orElse(window.to());
        String content = EvidenceLines.sha256(
                record("coverage", window, to, status, extracted).build());
        String source = extraction.source();
        String id = "coverage:" + source.substring(0, Math.min(source.length(), 200)) + ":" + content.substring(0, 12);
        return record(id, window, to, status, extracted).build();
    }

    private EvidenceBuilder record(String id, Window window, String to, String status, Optional<Instant> extracted) {
        return Evidence.of(
                        id,
                        EvidenceTypes.SOURCE_COVERAGE,
                        extraction.source(),
                        extracted.orElse(window.end()),
                        extraction.source())
                .with("source", extraction.source())
                .with("types", List.copyOf(types))
                .with("from", window.from())
                .with("to", to)
                .with("status", status);
    }
}
