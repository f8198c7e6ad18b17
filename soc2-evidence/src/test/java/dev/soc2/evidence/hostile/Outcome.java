package dev.soc2.evidence.hostile;

import dev.soc2.evidence.InMemoryEvidence;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.EvidenceTypes;
import dev.soc2.model.evidence.ImportReceipt;
import dev.soc2.model.issue.Issue;
import java.util.List;

/**
 * What came of some input.
 *
 * @param records the records that it made, population records left out
 * @param issues why it, or rows of it, were refused
 * @param receipts what an import counted
 */
record Outcome(List<Evidence> records, List<Issue> issues, List<ImportReceipt> receipts) {

    Outcome {
        records = List.copyOf(records);
        issues = List.copyOf(issues);
        receipts = List.copyOf(receipts);
    }

    static Outcome of(InMemoryEvidence evidence, List<ImportReceipt> receipts) {
        List<Issue> issues = receipts.stream()
                .flatMap(receipt -> receipt.rejected().stream())
                .toList();
        return new Outcome(rows(evidence), issues, receipts);
    }

    static Outcome of(InMemoryEvidence evidence, ImportReceipt receipt) {
        return of(evidence, List.of(receipt));
    }

    static Outcome refused(InMemoryEvidence evidence, List<Issue> issues) {
        return new Outcome(rows(evidence), issues, List.of());
    }

    static Outcome refused(List<Issue> issues) {
        return new Outcome(List.of(), issues, List.of());
    }

    static Outcome accepted() {
        return new Outcome(List.of(), List.of(), List.of());
    }

    List<String> ids() {
        return records.stream().map(Evidence::id).sorted().toList();
    }

    List<String> codes() {
        return issues.stream().map(Issue::code).toList();
    }

    private static List<Evidence> rows(InMemoryEvidence evidence) {
        return evidence.records().stream()
                .filter(record -> !record.type().equals(EvidenceTypes.POPULATION))
                .toList();
    }
}
