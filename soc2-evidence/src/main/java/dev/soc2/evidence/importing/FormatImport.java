package dev.soc2.evidence.importing;

import dev.soc2.evidence.EvidenceStore;
import dev.soc2.evidence.format.EvidenceFormat;
import dev.soc2.evidence.format.ExportReader;
import dev.soc2.evidence.format.ExportReading;
import dev.soc2.evidence.internal.file.InputFile;
import dev.soc2.evidence.internal.file.ReadExport;
import dev.soc2.evidence.internal.intake.Intake;
import java.util.function.LongConsumer;

/** Exports of a format that a reader of its own knows. */
final class FormatImport extends FileImport {

    private final EvidenceFormat format;
    private final ExportReader reader;
    private final CommonOptions common;

    FormatImport(EvidenceFormat format, ExportReader reader, CommonOptions common) {
        super(format.endings());
        this.format = format;
        this.reader = reader;
        this.common = common.orExtractedAt(reader.exportedAt());
    }

    @Override
    Intake begin(EvidenceStore store, String sourceOfPath) {
        if (reader.types().isEmpty()) {
            return Intake.ofAnything(format.name(), reader.mediaType(), store, common.handling());
        }
        String query = reader.query().isEmpty() ? format.name() : format.name() + " " + reader.query();
        return Intake.of(
                format.name(),
                reader.mediaType(),
                store,
                common.extraction(sourceOfPath, query),
                reader.types(),
                reader.wholeOf(),
                common.handling());
    }

    @Override
    Reading reading(Intake intake, String sourceOfPath) {
        ExportReading reading = reader.begin(intake);
        return new Reading() {
            @Override
            public String read(InputFile file, LongConsumer advanced) {
                return ReadExport.of(file, common.source().orElse(sourceOfPath), common.extractedAt(), advanced)
                        .read(reading);
            }

            @Override
            public void end() {
                reading.end();
            }
        };
    }
}
