package dev.soc2.evidence.importing;

import dev.soc2.evidence.EvidenceStore;
import dev.soc2.evidence.format.RawRecord;
import dev.soc2.evidence.internal.file.JsonlFile;
import dev.soc2.evidence.internal.intake.Handling;
import dev.soc2.evidence.internal.intake.Intake;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.issue.Issue;
import java.util.List;
import java.util.Set;

/** Evidence in its own form. Its lines may carry population records; none is added. */
final class JsonlImport extends FileImport {

    private final Handling handling;

    JsonlImport(Handling handling) {
        super(Set.of(".jsonl"));
        this.handling = handling;
    }

    @Override
    Intake begin(EvidenceStore store, String sourceOfPath) {
        return Intake.ofAnything(JsonlFile.IMPORTER, JsonlFile.MEDIA_TYPE, store, handling);
    }

    @Override
    Reading reading(Intake intake, String sourceOfPath) {
        JsonlFile.Taker taker = new JsonlFile.Taker() {
            @Override
            public void accepted(Evidence evidence, RawRecord raw) {
                intake.take(evidence, raw);
            }

            @Override
            public void refused(int line, List<Issue> issues) {
                intake.refuse(issues);
            }
        };
        return (file, advanced) -> new JsonlFile(file).read(advanced, taker);
    }
}
