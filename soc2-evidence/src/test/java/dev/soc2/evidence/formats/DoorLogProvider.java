package dev.soc2.evidence.formats;

import dev.soc2.evidence.format.EvidenceFormat;
import dev.soc2.evidence.format.ExportFile;
import dev.soc2.evidence.format.ExportReader;
import dev.soc2.evidence.format.ExportReading;
import dev.soc2.evidence.format.FormatOptions;
import dev.soc2.evidence.format.Rows;
import dev.soc2.evidence.spi.EvidenceFormatProvider;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.issue.Issue;
import dev.soc2.model.issue.Location;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A format of somebody else's: the log of a door, one line {@code time badge door} for each opening. */
public final class DoorLogProvider implements EvidenceFormatProvider {

    @Override
    public List<EvidenceFormat> formats() {
        return List.of(new DoorLog());
    }

    private static final class DoorLog implements EvidenceFormat {

        @Override
        public String name() {
            return "DOOR_LOG";
        }

        @Override
        public Set<String> endings() {
            return Set.of(".door");
        }

        @Override
        public Optional<ExportReader> open(FormatOptions options) {
            boolean records = options.flag("openings").orElse(true);
            return Optional.of(new ExportReader() {
                @Override
                public Set<String> types() {
                    return Set.of("door.opened");
                }

                @Override
                public String mediaType() {
                    return "text/plain";
                }

                @Override
                public ExportReading begin(Rows rows) {
                    return file -> read(file, rows, records);
                }
            });
        }

        private static void read(ExportFile file, Rows rows, boolean records) throws IOException {
            try (BufferedReader in =
                    new BufferedReader(new InputStreamReader(file.content(), StandardCharsets.UTF_8))) {
                int number = 0;
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    row(line, file, Location.of(file.document(), ++number, 1), rows, records);
                }
            }
        }

        private static void row(String line, ExportFile file, Location place, Rows rows, boolean records) {
            String[] words = line.split(" ", -1);
            try {
                if (words.length == 3 && records) {
                    rows.take(
                            List.of(Evidence.of(line, "door.opened", words[1], Instant.parse(words[0]), file.source())
                                    .with("door", words[2])),
                            place,
                            line.getBytes(StandardCharsets.UTF_8));
                } else if (words.length == 3) {
                    rows.leaveOut();
                } else {
                    rows.refuse(List.of(Issue.error("DOOR-001", place, "the line has not three words", "log again")));
                }
            } catch (DateTimeException e) {
                rows.refuse(List.of(Issue.error("DOOR-002", place, "there is no time in the line", "log again")));
            }
        }
    }
}
