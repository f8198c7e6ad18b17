package dev.soc2.model.result;

import dev.soc2.model.evidence.SourceCheckpoint;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Everything that an assessment rests on; the same inputs give the same bytes.
 *
 * @param evidenceCount distinct records that a rule asked for and that were visible at the two instants
 * @param evidenceDigest sum modulo 2^256 of the SHA-256 digests of their written forms, 64 hexadecimal digits; free of
 *     order, so it detects mistakes, while proofs come from a ledger
 * @param checkpoint the state of the log that the evidence was read from; empty when it came from no log
 * @param imports what imports did
 * @param packs rule packs, sorted
 * @param catalog the criteria catalogue
 * @param engineVersion version of the engine
 * @param tzdbVersion version of the time zone rules
 * @param asOf the instant that the assessment pretends to run at
 * @param knownAt the instant up to which records count as known; empty: everything in the source
 */
public record AssessmentInputs(
        long evidenceCount,
        String evidenceDigest,
        Optional<SourceCheckpoint> checkpoint,
        List<ImportSummary> imports,
        List<PackDigest> packs,
        PackDigest catalog,
        String engineVersion,
        String tzdbVersion,
        Instant asOf,
        Optional<Instant> knownAt) {

    /** Checks the invariants and sorts. */
    public AssessmentInputs {
        Objects.requireNonNull(evidenceDigest, "evidenceDigest");
        Objects.requireNonNull(checkpoint, "checkpoint");
        Objects.requireNonNull(catalog, "catalog");
        Objects.requireNonNull(asOf, "asOf");
        imports = List.copyOf(imports.stream().sorted().toList());
        packs = List.copyOf(packs.stream().sorted().toList());
    }

    /**
     * Rows that imports refused.
     *
     * @return the sum over all imports
     */
    public long rejected() {
        return imports.stream().mapToLong(ImportSummary::rejected).sum();
    }
}
