package dev.soc2.model.document;

import dev.soc2.model.criteria.CriteriaCatalog;
import dev.soc2.model.document.tree.Fields;
import dev.soc2.model.document.tree.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The criteria catalogue of an engagement file: a file of its folder, else the one that comes with the library. */
final class EngagementCriteria {

    private final Optional<Path> folder;

    private EngagementCriteria(Optional<Path> folder) {
        this.folder = folder;
    }

    static EngagementCriteria in(Path folder) {
        return new EngagementCriteria(Optional.of(folder));
    }

    static EngagementCriteria without() {
        return new EngagementCriteria(Optional.empty());
    }

    /** The catalogue; where it is at fault, which is told, the one that comes with the library. */
    CriteriaCatalog read(Fields fields) {
        CriteriaCatalog builtIn = CriteriaDocument.builtIn();
        return read(fields.optional("criteria"), EngagementDocument.reading(fields.faults(), builtIn))
                .orElse(builtIn);
    }

    private Optional<CriteriaCatalog> read(Value value, EngagementReading reading) {
        Optional<String> path = EngagementPaths.path(value, reading);
        if (path.isPresent() && folder.isEmpty()) {
            reading.tell(
                    EngagementCode.CRITERIA,
                    value,
                    "this document has no folder in which a criteria catalogue could stand",
                    "read the engagement folder, or leave 'criteria' out");
            return Optional.empty();
        }
        return path.map(file -> folder.orElseThrow().resolve(file))
                .filter(file -> staysInside(file, value, reading))
                .flatMap(file -> catalog(file, reading));
    }

    private boolean staysInside(Path file, Value value, EngagementReading reading) {
        try {
            if (!Files.exists(file)
                    || file.toRealPath().startsWith(folder.orElseThrow().toRealPath())) {
                return true;
            }
        } catch (IOException e) {
            // A file whose place cannot be told is refused as one that lies elsewhere.
            return refuse(value, reading);
        }
        return refuse(value, reading);
    }

    private static boolean refuse(Value value, EngagementReading reading) {
        reading.tell(
                EngagementCode.PATH,
                value,
                "the path leaves the engagement folder through a link",
                "put the catalogue into the folder");
        return false;
    }

    /** Its faults are told with those of the engagement file. */
    private static Optional<CriteriaCatalog> catalog(Path file, EngagementReading reading) {
        try {
            return Optional.of(CriteriaDocument.read(file));
        } catch (DocumentException refused) {
            reading.faults().addAll(refused.issues());
            return Optional.empty();
        }
    }
}
