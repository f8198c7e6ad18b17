package dev.soc2.evidence.internal.policies;

import dev.soc2.evidence.format.EvidenceFormat;
import dev.soc2.evidence.format.ExportFile;
import dev.soc2.evidence.format.ExportReader;
import dev.soc2.evidence.format.ExportReading;
import dev.soc2.evidence.format.FormatOptions;
import dev.soc2.evidence.format.Rows;
import dev.soc2.evidence.internal.json.JsonExport;
import dev.soc2.evidence.internal.markdown.MarkdownFile;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Policies as Markdown with front matter, and the history of their files as JSON Lines. */
public final class PoliciesFormat implements EvidenceFormat {

    @Override
    public String name() {
        return "POLICIES";
    }

    @Override
    public Set<String> endings() {
        return Set.of(".md", ".markdown", ".jsonl");
    }

    @Override
    public Optional<ExportReader> open(FormatOptions options) {
        return Optional.of(new Reader(PolicyOptions.of(options)));
    }

    private record Reader(PolicyOptions options) implements ExportReader {

        @Override
        public Set<String> types() {
            Set<String> types = new TreeSet<>(Set.of("policy.changed", "policy.retired"));
            options.fields().keySet().forEach(event -> types.add("policy." + event));
            return types;
        }

        /** A file tells what it tells; that it tells nothing of an approval is no proof that there was none. */
        @Override
        public Set<String> wholeOf() {
            return Set.of();
        }

        @Override
        public String query() {
            return options.query();
        }

        @Override
        public String mediaType() {
            return "text/markdown";
        }

        @Override
        public ExportReading begin(Rows rows) {
            return file -> read(file, rows);
        }

        private void read(ExportFile file, Rows rows) throws IOException {
            String name = file.document().toLowerCase(Locale.ROOT);
            if (name.endsWith(".jsonl")) {
                PolicyHistory history = new PolicyHistory(options, file, rows);
                new JsonExport(file, Set.of()).read(rows, history::row);
            } else if (MarkdownFile.stem(name).equals("readme")) {
                rows.leaveOut();
            } else {
                Optional<MarkdownFile> markdown = MarkdownFile.read(file, rows, true);
                markdown.ifPresent(row -> new PolicyFile(options, file, rows).row(row));
            }
        }
    }
}
