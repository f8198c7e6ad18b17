package dev.soc2.evidence.internal.notices;

import dev.soc2.evidence.format.EvidenceFormat;
import dev.soc2.evidence.format.ExportFile;
import dev.soc2.evidence.format.ExportReader;
import dev.soc2.evidence.format.ExportReading;
import dev.soc2.evidence.format.FormatOptions;
import dev.soc2.evidence.format.Rows;
import dev.soc2.evidence.internal.markdown.MarkdownFile;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Notices of a status page as Markdown with front matter, in the form of cState. */
public final class IncidentNoticesFormat implements EvidenceFormat {

    @Override
    public String name() {
        return "INCIDENT_NOTICES";
    }

    @Override
    public Set<String> endings() {
        return Set.of(".md", ".markdown");
    }

    @Override
    public Optional<ExportReader> open(FormatOptions options) {
        return Optional.of(
                new Reader(options.names("maintenance").orElse(List.of("maintenance")), options.zone("zone")));
    }

    private record Reader(List<String> maintenance, Optional<ZoneId> zone) implements ExportReader {

        @Override
        public Set<String> types() {
            return Set.of(Notice.DETECTED, Notice.RESOLVED, Notice.MAINTENANCE);
        }

        @Override
        public String query() {
            return "maintenance=" + maintenance + " zone="
                    + zone.map(ZoneId::getId).orElse("");
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
            Optional<MarkdownFile> markdown = MarkdownFile.read(file, rows, false);
            if (markdown.isEmpty()) {
                return;
            }
            MarkdownFile row = markdown.get();
            Optional<Notice> notice = Notice.of(row, file.source(), zone, file.extractedAt());
            if (notice.isEmpty()) {
                rows.refuse(row.fault(
                        "the notice has no time in 'date', or one without an offset, and no zone is declared",
                        "write it as 2025-01-31T15:54:00Z, or declare the zone of such times"));
                return;
            }
            boolean planned = notice.get().isMaintenance(maintenance);
            rows.take(planned ? notice.get().maintenance() : notice.get().incident(), row.place(), row.raw());
        }
    }
}
