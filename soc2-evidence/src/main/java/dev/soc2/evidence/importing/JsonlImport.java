package dev.soc2.evidence.importing;

import dev.soc2.evidence.EvidenceStore;
import dev.soc2.evidence.internal.file.InputFile;
import dev.soc2.evidence.internal.file.JsonlFile;
import dev.soc2.evidence.internal.intake.Intake;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.issue.Issue;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;

/** Evidence in its own form. Its lines may carry population records; none is added. */
final class JsonlImport extends FileImport {

    JsonlImport() {
        super(JsonlFile.IMPORTER, Set.of(".jsonl"));
    }

    @Override
    Intake begin(EvidenceStore store, String sourceOfPath) {
        return Intake.ofAnything(store);
    }

    @Override
    String read(InputFile file, String sourceOfPath, LongConsumer advanced, Intake intake) {
        return new JsonlFile(file).read(advanced, new JsonlFile.Taker() {
            @Override
            public void accepted(Evidence evidence) {
                intake.take(evidence);
            }

            @Override
            public void refused(int line, List<Issue> issues) {
                intake.refuse(issues);
            }
        });
    }
}
