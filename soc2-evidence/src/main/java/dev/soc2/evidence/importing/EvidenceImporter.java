package dev.soc2.evidence.importing;

import dev.soc2.model.evidence.EvidenceSink;
import dev.soc2.model.evidence.ImportReceipt;
import dev.soc2.model.issue.Soc2Exception;
import java.nio.file.Path;

/**
 * Turns the rows of a file into evidence. The built-in ones come from {@link Importers}; whoever reads another kind of
 * export implements this interface.
 *
 * <p>Nothing is lost: each row is stored, a duplicate, rejected with a reason, or shown to be out of scope, and the
 * receipt counts all four. Records accepted before a fault stay accepted. Runs on the caller's thread.
 */
public interface EvidenceImporter {

    /**
     * Reads a file, or the files of its kind below a folder.
     *
     * @param sink takes the records; a {@link dev.soc2.evidence.EvidenceStore} also gets the receipt
     * @param path the file or folder
     * @param progress is told how far the reading is
     * @return what was read, stored and rejected
     * @throws Soc2Exception if the file is missing or cannot be read, or a link leads out of the folder
     */
    ImportReceipt importInto(EvidenceSink sink, Path path, ImportProgress progress);

    /**
     * Reads a file, or the files of its kind below a folder.
     *
     * @param sink takes the records; a {@link dev.soc2.evidence.EvidenceStore} also gets the receipt
     * @param path the file or folder
     * @return what was read, stored and rejected
     * @throws Soc2Exception if the file is missing or cannot be read, or a link leads out of the folder
     */
    default ImportReceipt importInto(EvidenceSink sink, Path path) {
        return importInto(sink, path, ImportProgress.NONE);
    }
}
