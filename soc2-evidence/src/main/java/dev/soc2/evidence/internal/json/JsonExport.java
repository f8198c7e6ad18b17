package dev.soc2.evidence.internal.json;

import dev.soc2.evidence.format.ExportFile;
import dev.soc2.evidence.format.Rows;
import dev.soc2.evidence.internal.file.FileSignature;
import dev.soc2.model.issue.Issue;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A JSON export read value by value, with memory for one value, whatever the size of the file.
 *
 * <p>Rows are the members of the arrays that are asked for by path, such as {@code Records} or {@code runs.results}
 * (arrays on the way are entered member by member); where a value at the top has none of them, the members of an array
 * at the top, or the value itself, of which a file may hold many, one behind the other. Each row is read again strictly
 * from its own bytes. What is wrong with a row refuses that row; what is wrong between rows ends the file, and what came
 * before stays.
 */
public final class JsonExport {

    /** Most bytes of a row. */
    static final int MOST = 16 << 20;

    private final ExportFile file;
    private final Set<String> arrays;

    /**
     * An export.
     *
     * @param arrays paths of the arrays whose members are rows, from the top of a value, names joined by dots
     */
    public JsonExport(ExportFile file, Set<String> arrays) {
        this.file = file;
        this.arrays = Set.copyOf(arrays);
    }

    /** Reads the rows; what cannot be read is refused. */
    public void read(Rows rows, Consumer<JsonRecord> taker) throws IOException {
        try (BufferedInputStream in = new BufferedInputStream(file.content(), 1 << 16)) {
            Optional<Issue> otherKind = otherKind(in);
            if (otherKind.isPresent()) {
                rows.refuse(List.of(otherKind.get()));
            } else {
                new JsonWalk(file.document(), arrays, in, rows, taker).run();
            }
        }
    }

    /**
     * The first value at the top without the members of the arrays that are asked for; nothing when it is no sound
     * object. What is wrong with the file is for the reading of its rows to tell.
     */
    public Optional<JsonObject> outline() throws IOException {
        try (BufferedInputStream in = new BufferedInputStream(file.content(), 1 << 16)) {
            return otherKind(in).isPresent() ? Optional.empty() : new JsonOutline(file.document(), arrays, in).read();
        }
    }

    private Optional<Issue> otherKind(BufferedInputStream in) throws IOException {
        in.mark(FileSignature.LENGTH);
        byte[] head = in.readNBytes(FileSignature.LENGTH);
        in.reset();
        return FileSignature.refuse(file.document(), head);
    }
}
