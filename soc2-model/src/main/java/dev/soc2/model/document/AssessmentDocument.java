package dev.soc2.model.document;

import dev.soc2.model.document.tree.JsonWriter;
import dev.soc2.model.result.Assessment;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;

/**
 * The written form of an assessment: {@code assessment.json}, format {@code soc2-assessment/1}.
 *
 * <p>UTF-8, two-space indentation, line feeds, keys in a fixed order, instants in UTC, numbers as integers, rates as
 * text: the same assessment is the same bytes. What does not apply is left out ({@code judged}, {@code knownAt}, the
 * times of an item); there is no null. A Type I has {@code implementedAsOf} and {@code inspections} instead of
 * {@code operating} and {@code tests}, and no {@code operation}. A schema stands under
 * {@code META-INF/soc2/schema/assessment-1.json}.
 *
 * <p>Top level: {@code format}, {@code engagement}, {@code status}, {@code inputs}, {@code controls}, {@code criteria},
 * {@code commitments}, {@code reliance}, {@code suggestedOpinion}, {@code notices}, {@code evidence}. Worth knowing:
 *
 * <ul>
 *   <li>{@code engagement} repeats the boundaries drawn in the engagement file, under its names; {@code description}
 *       lists the description criteria that are answered, without their text.
 *   <li>{@code inputs} holds a summary of every import and the digests of packs and catalogue.
 *   <li>A control carries its wording, whether it is {@code key}, its owner and its reasons; a test its {@code rule}
 *       (kind and words), its {@code policy} and its counts by {@code months}.
 *   <li>{@code population} carries what is missing from its proof and the ids of its records.
 *   <li>{@code items} holds every item that is not conforming, and the conforming ones when they were asked for.
 *   <li>{@code notices} are pairs of code and text.
 *   <li>{@code evidence} is the index of every record cited: its id and the SHA-256 of its {@link EvidenceLines} line.
 * </ul>
 */
public final class AssessmentDocument {

    /** Name and version of the format. */
    public static final String FORMAT = "soc2-assessment/1";

    private AssessmentDocument() {}

    /**
     * Writes an assessment. The stream is flushed and stays open.
     *
     * @param assessment the assessment
     * @param out takes UTF-8 bytes
     * @throws java.io.UncheckedIOException if the stream fails
     */
    public static void write(Assessment assessment, OutputStream out) {
        try (JsonWriter json = new JsonWriter(out)) {
            new AssessmentWriter(json).write(assessment);
        }
    }

    /**
     * The bytes of an assessment.
     *
     * @param assessment the assessment
     * @return UTF-8 bytes, ending in a line feed
     */
    public static byte[] bytes(Assessment assessment) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 16);
        write(assessment, out);
        return out.toByteArray();
    }
}
