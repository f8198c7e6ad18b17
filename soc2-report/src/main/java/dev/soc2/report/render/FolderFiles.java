package dev.soc2.report.render;

import dev.soc2.model.document.Sha256;
import dev.soc2.report.internal.io.WholeFile;
import dev.soc2.report.internal.io.Written;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The files of a report in a folder. */
final class FolderFiles implements ReportFiles {

    private final Path folder;
    private final FileNames names = new FileNames();
    private final Map<String, String> digests = new TreeMap<>();
    private long bytes;

    FolderFiles(Path folder) {
        this.folder = folder;
    }

    @Override
    public void file(String name, Consumer<OutputStream> content) {
        names.add(name);
        Written written = WholeFile.write(folder.resolve(name), content);
        digests.put(name, written.sha256());
        bytes += written.bytes();
    }

    /** The digest of all: that of the list of digests as {@code sha256sum} writes it. */
    RenderResult result() {
        StringBuilder list = new StringBuilder();
        digests.forEach(
                (name, sha256) -> list.append(sha256).append("  ").append(name).append('\n'));
        return new RenderResult(bytes, Sha256.hex(list.toString().getBytes(StandardCharsets.UTF_8)), List.of());
    }
}
