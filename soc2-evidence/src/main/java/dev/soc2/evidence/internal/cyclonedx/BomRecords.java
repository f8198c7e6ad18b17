package dev.soc2.evidence.internal.cyclonedx;

import dev.soc2.evidence.format.ExportFile;
import dev.soc2.evidence.internal.findings.Draft;
import dev.soc2.evidence.internal.findings.Found;
import dev.soc2.evidence.internal.findings.Outcome;
import dev.soc2.evidence.internal.findings.RecordId;
import dev.soc2.evidence.internal.findings.RowFaults;
import dev.soc2.evidence.internal.findings.Words;
import dev.soc2.model.evidence.EvidenceBuilder;
import dev.soc2.model.issue.Location;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Records of vulnerabilities. One without an analysis was found; one with an analysis was assessed, and, in a document
 * that lists its components, was found as well, unless the analysis rules it out.
 */
final class BomRecords {

    private static final Set<String> RULED_OUT =
            Set.of("NOT_AFFECTED", "FALSE_POSITIVE", "RESOLVED", "RESOLVED_WITH_PEDIGREE");

    private final Bom bom;
    private final ExportFile file;

    BomRecords(Bom bom, ExportFile file) {
        this.bom = bom;
        this.file = file;
    }

    Outcome of(BomVulnerability vulnerability, Location place) {
        RowFaults faults = new RowFaults(place);
        faults.need(vulnerability.id(), "the vulnerability has no id", "export vulnerabilities with their id");
        Optional<Instant> seen = faults.need(
                bom.made().or(file::extractedAt),
                "the document does not tell when it was made (metadata.timestamp)",
                "export it with its metadata, or declare 'extractedAt' for this export");
        faults.limit(2L * vulnerability.affects().size(), "affected components");
        return faults.orElse(() -> records(vulnerability, seen.orElseThrow()));
    }

    private List<EvidenceBuilder> records(BomVulnerability vulnerability, Instant seen) {
        Map<String, EvidenceBuilder> records = new LinkedHashMap<>();
        List<BomVulnerability.Affected> affects = vulnerability.affects().isEmpty()
                ? List.of(new BomVulnerability.Affected(bom.product().orElseGet(file::source), List.of(), false))
                : vulnerability.affects();
        for (BomVulnerability.Affected each : affects) {
            if (isFound(vulnerability, each)) {
                Draft found = draft(Found.TYPE, vulnerability, each, seen, seen)
                        .texts("affectedVersions", each.versions())
                        .text("recommendation", vulnerability.recommendation());
                records.putIfAbsent(id(Found.TYPE, vulnerability, each, seen), found.record());
            }
            vulnerability.analysis().ifPresent(analysis -> {
                Instant decided = analysis.updated().orElse(seen);
                Draft assessed = draft(Found.ASSESSED, vulnerability, each, decided, seen)
                        .text("state", Words.upper(analysis.state()))
                        .text("justification", analysis.justification().map(Words::upper))
                        .texts(
                                "responses",
                                analysis.responses().stream().map(Words::upper).toList());
                records.putIfAbsent(id(Found.ASSESSED, vulnerability, each, seen), assessed.record());
            });
        }
        return List.copyOf(records.values());
    }

    private boolean isFound(BomVulnerability vulnerability, BomVulnerability.Affected affected) {
        if (vulnerability.analysis().isEmpty()) {
            return true;
        }
        return bom.isInventory()
                && !affected.isSpared()
                && !RULED_OUT.contains(
                        Words.upper(vulnerability.analysis().get().state()));
    }

    private String id(String type, BomVulnerability vulnerability, BomVulnerability.Affected affected, Instant seen) {
        return RecordId.of(file.source(), type, bom.serial(), vulnerability.id().orElseThrow(), affected.ref(), seen);
    }

    private Draft draft(
            String type, BomVulnerability vulnerability, BomVulnerability.Affected affected, Instant at, Instant seen) {
        Bom.Component component = bom.component(affected.ref());
        Found found = new Found(
                vulnerability.id().orElseThrow(),
                vulnerability.severity(),
                component.name(),
                component.version(),
                Optional.empty(),
                component.purl(),
                Optional.empty());
        return found.as(type, id(type, vulnerability, affected, seen), affected.ref(), at, file.source())
                .observedAt(seen)
                .text("product", bom.product())
                .texts("aliases", vulnerability.aliases())
                .instant("publishedAt", vulnerability.published());
    }
}
