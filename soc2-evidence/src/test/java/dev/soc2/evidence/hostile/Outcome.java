package dev.soc2.evidence.hostile;

import dev.soc2.evidence.InMemoryEvidence;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.EvidenceTypes;
import dev.soc2.model.evidence.ImportReceipt;
import dev.soc2.model.issue.Issue;
import java.util.List;
import java.util.Optional;

/**
 * What came of some input.
 *
 * @param records the records that it made, population records left out
 * @param issues why it, or rows of it, were refused
 * @param receipt what an import counted
 */
record Outcome(List<Evidence> records, List<Issue> issues, Optional<ImportReceipt> receipt) {

    Outcome {
        records = List.copyOf(records);
        issues = List.copyOf(issues);
    }

    static Outcome of(InMemoryEvidence evidence, ImportReceipt receipt) {
        return new Outcome(rows(evidence), receipt.rejected(), Optional.of(receipt));
    }

    static Outcome refused(InMemoryEvidence evidence, List<Issue> issues) {
        return new Outcome(rows(evidence), issues, Optional.empty());
    }

    static Outcome refused(List<Issue> issues) {
        return new Outcome(List.of(), issues, Optional.empty());
    }

    static Outcome accepted() {
        return new Outcome(List.of(), List.of(), Optional.empty());
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
