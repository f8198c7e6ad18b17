package dev.soc2.evidence.internal.git;

import dev.soc2.evidence.format.EvidenceFormat;
import dev.soc2.evidence.format.ExportReader;
import dev.soc2.evidence.format.FormatOptions;
import java.util.Optional;
import java.util.Set;

/** Git histories, as {@code git log} or an exporter writes them. */
public final class GitLogFormat implements EvidenceFormat {

    @Override
    public String name() {
        return "GIT_LOG";
    }

    @Override
    public Set<String> endings() {
        return Set.of(".jsonl", ".log", ".txt");
    }

    @Override
    public Optional<ExportReader> open(FormatOptions options) {
        return Optional.of(new GitLogReader(ChangeRules.of(options)));
    }
}
