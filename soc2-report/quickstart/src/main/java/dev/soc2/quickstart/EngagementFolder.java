package dev.soc2.quickstart;

import dev.soc2.evidence.EvidenceStore;
import dev.soc2.evidence.importing.Importers;
import dev.soc2.model.document.EngagementFile;
import dev.soc2.model.engagement.Engagement;
import dev.soc2.model.engagement.Identities;
import dev.soc2.model.evidence.EvidenceSource;
import dev.soc2.model.issue.Issue;
import dev.soc2.model.issue.Soc2Exception;
import dev.soc2.model.result.Assessment;
import dev.soc2.rules.Assessor;
import dev.soc2.rules.rule.RulePack;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** An engagement folder, from its files to an assessment. The faults of all its files are reported together. */
final class EngagementFolder {

    private static final Duration QUARTER = Duration.ofDays(91);

    private final List<Issue> faults = new ArrayList<>();
    private final List<Issue> refused = new ArrayList<>();

    /**
     * An assessed folder.
     *
     * @param assessor what it was assessed by
     * @param assessment the assessment of what could be read
     * @param refused lines of evidence that were refused; the assessment counts them
     */
    record Assessed(Assessor assessor, Assessment assessment, List<Issue> refused) {
        Assessed {
            refused = List.copyOf(refused);
        }

        /** The same engagement as it stood a quarter earlier; there is none when the period was too young. */
        Optional<Assessment> before(EvidenceSource evidence) {
            Instant earlier = assessment.inputs().asOf().minus(QUARTER);
            return assessment
                    .engagement()
                    .period()
                    .filter(period -> earlier.isAfter(period.start()))
                    .map(period -> assessor.assess(
                            assessment.engagement().toBuilder().asOf(earlier).build(), evidence));
        }
    }

    private EngagementFolder() {}

    /** Assesses from a ledger, which is made anew in a folder of ledgers. */
    static Assessed assess(Path folder, Path ledgers, Progress progress) {
        EngagementFile file = EngagementFile.read(folder);
        try (DemoLedger ledger = DemoLedger.anew(ledgers, file.engagement())) {
            return new EngagementFolder().run(file, folder, ledger.evidence(), progress);
        }
    }

    /** Assesses from any store that records can be read back from. */
    static <S extends EvidenceStore & EvidenceSource> Assessed assess(Path folder, S store, Progress progress) {
        return new EngagementFolder().run(EngagementFile.read(folder), folder, store, progress);
    }

    private <S extends EvidenceStore & EvidenceSource> Assessed run(
            EngagementFile file, Path folder, S evidence, Progress progress) {
        List<RulePack> packs = new ArrayList<>();
        file.packs()
                .forEach(reference -> read(() -> Packs.find(reference, folder, file.criteria()))
                        .ifPresent(packs::add));
        Identities identities = file.identities()
                .flatMap(path -> read(() -> Importers.identities(folder.resolve(path))))
                .orElse(file.engagement().identities());
        read(() -> Importers.importAll(
                        file.evidence(), folder, file.engagement().zone(), evidence, progress))
                .ifPresent(receipts -> receipts.forEach(r -> refused.addAll(r.rejected())));
        if (!faults.isEmpty()) {
            faults.addAll(refused);
            throw new Soc2Exception(faults);
        }
        Engagement engagement =
                file.engagement().toBuilder().identities(identities).build();
        Assessor assessor = Assessor.with(packs).against(file.criteria());
        return new Assessed(assessor, assessor.listening(progress).assess(engagement, evidence), refused);
    }

    private <T> Optional<T> read(Supplier<T> reader) {
        try {
            return Optional.of(reader.get());
        } catch (Soc2Exception badInput) {
            faults.addAll(badInput.issues());
            return Optional.empty();
        }
    }
}
