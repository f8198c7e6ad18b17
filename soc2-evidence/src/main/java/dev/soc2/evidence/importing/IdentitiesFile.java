package dev.soc2.evidence.importing;

import dev.soc2.evidence.internal.csv.AliasTable;
import dev.soc2.evidence.internal.file.FileReading;
import dev.soc2.evidence.internal.file.FileTree;
import dev.soc2.evidence.internal.file.InputFile;
import dev.soc2.model.engagement.Identities;
import dev.soc2.model.issue.Soc2Exception;
import java.nio.file.Path;
import java.util.Set;

/** A file of accounts and the persons they belong to. */
final class IdentitiesFile {

    private IdentitiesFile() {}

    static Identities read(Path csv) {
        AliasTable table = new AliasTable(csv.toString());
        try {
            for (InputFile file : FileTree.of(csv, csv.toString(), Set.of(".csv"))) {
                FileReading.read(file, count -> {}, table::read);
            }
        } catch (Soc2Exception e) {
            throw new ImportException(e.issues());
        }
        table.faults().throwIfAny(ImportException::new);
        return new Identities(table.personByAlias());
    }
}
