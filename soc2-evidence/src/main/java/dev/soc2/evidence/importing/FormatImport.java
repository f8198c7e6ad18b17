package dev.soc2.evidence.importing;

import dev.soc2.evidence.EvidenceStore;
import dev.soc2.evidence.format.EvidenceFormat;
import dev.soc2.evidence.format.ExportReader;
import dev.soc2.evidence.format.ExportReading;
import dev.soc2.evidence.internal.file.InputFile;
import dev.soc2.evidence.internal.file.ReadExport;
import dev.soc2.evidence.internal.intake.Extraction;
import dev.soc2.evidence.internal.intake.Intake;
import dev.soc2.evidence.internal.intake.Window;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongConsumer;

/** Exports of a format that a reader of its own knows. */
final class FormatImport extends FileImport {

    private final EvidenceFormat format;
    private final ExportReader reader;
    private final Optional<String> source;
    private final Optional<Window> window;
    private final Optional<Instant> extractedAt;

    FormatImport(
            EvidenceFormat format,
            ExportReader reader,
            Optional<String> source,
            Optional<Window> window,
            Optional<Instant> extractedAt) {
        super(format.name(), format.endings());
        this.format = format;
        this.reader = reader;
        this.source = source;
        this.window = window;
        this.extractedAt = extractedAt;
    }

    @Override
    Intake begin(EvidenceStore store, String sourceOfPath) {
        if (reader.types().isEmpty()) {
            return Intake.ofAnything(format.name(), reader.mediaType(), store);
        }
        String query = reader.query().isEmpty() ? format.name() : format.name() + " " + reader.query();
        Extraction extraction = new Extraction(source.orElse(sourceOfPath), query, window, extractedAt);
        return Intake.of(format.name(), reader.mediaType(), store, extraction, reader.types(), reader.wholeOf());
    }

    @Override
    Reading reading(Intake intake, String sourceOfPath) {
        ExportReading reading = reader.begin(intake);
        return new Reading() {
            @Override
            public String read(InputFile file, LongConsumer advanced) {
                return ReadExport.of(file, source.orElse(sourceOfPath), extractedAt, advanced)
                        .read(reading);
            }

            @Override
            public void end() {
                reading.end();
            }
        };
    }
}
