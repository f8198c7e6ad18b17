package dev.soc2.rules.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.model.document.AssessmentDocument;
import dev.soc2.model.document.EvidenceLines;
import dev.soc2.model.engagement.Engagement;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.result.Assessment;
import dev.soc2.model.result.AssessmentInputs;
import java.math.BigInteger;
import java.time.Instant;
import java.time.zone.ZoneRulesProvider;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The laws of the whole: order, partition, idempotence, time travel, replay. */
class EngineLawsProperties {

    private static final int TRIES = 1_000;

    @Provide
    Arbitrary<List<Evidence>> records() {
        return LawScenes.records();
    }

    @Property(seed = "20251122", tries = TRIES)
    void theOrderOfRecordsDoesNotMatter(@ForAll("records") List<Evidence> records, @ForAll Random random) {
        List<Evidence> shuffled = new ArrayList<>(records);
        Collections.shuffle(shuffled, random);

        assertThat(AssessmentDocument.bytes(LawScenes.assess(shuffled)))
                .isEqualTo(AssessmentDocument.bytes(LawScenes.assess(records)));
    }

    @Property(seed = "20251122", tries = TRIES)
    void partsMergeIntoTheWhole(@ForAll("records") List<Evidence> records, @ForAll Random random) {
        List<List<Evidence>> parts = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        records.forEach(record -> parts.get(random.nextInt(3)).add(record));

        assertThat(LawScenes.assess(LawScenes.YEAR, parts)).isEqualTo(LawScenes.assess(records));
    }

    @Property(seed = "20251122", tries = TRIES)
    void recordsReadWhereTheyLieAreTheSameRecords(@ForAll("records") List<Evidence> records) {
        assertThat(AssessmentDocument.bytes(LawScenes.scanned(records)))
                .isEqualTo(AssessmentDocument.bytes(LawScenes.assess(records)));
    }

    @Property(seed = "20251122", tries = TRIES)
    void aRecordTwiceIsARecordOnce(@ForAll("records") List<Evidence> records) {
        List<Evidence> twice = new ArrayList<>(records);
        twice.addAll(records);

        assertThat(LawScenes.assess(twice)).isEqualTo(LawScenes.assess(records));
    }

    @Property(seed = "20251122", tries = TRIES)
    void whatWasNotKnownOrHadNotHappenedHasNoInfluence(@ForAll("records") List<Evidence> records) {
        Instant asOf = Instant.parse("2025-08-01T00:00:00Z");
        Instant knownAt = Instant.parse("2025-08-05T00:00:00Z");
        Engagement early =
                LawScenes.YEAR.toBuilder().asOf(asOf).knownAt(knownAt).build();
        List<Evidence> visible = records.stream()
                .filter(r -> !r.occurredAt().isAfter(asOf) && !r.recordedAt().isAfter(knownAt))
                .toList();

        assertThat(LawScenes.assess(early, List.of(records))).isEqualTo(LawScenes.assess(early, List.of(visible)));
    }

    @Property(seed = "20251122", tries = TRIES)
    void theSameInputsGiveTheSameBytesAndTheBytesNameTheInputs(@ForAll("records") List<Evidence> records) {
        Instant asOf = LawScenes.YEAR.asOf().orElseThrow();
        BigInteger sum = records.stream()
                .filter(r -> !r.occurredAt().isAfter(asOf))
                .map(r -> new BigInteger(EvidenceLines.sha256(r), 16))
                .reduce(BigInteger.ZERO, BigInteger::add)
                .mod(BigInteger.TWO.pow(256));

        Assessment assessment = LawScenes.assess(records);
        AssessmentInputs inputs = assessment.inputs();

        assertThat(AssessmentDocument.bytes(LawScenes.assess(List.copyOf(records))))
                .isEqualTo(AssessmentDocument.bytes(assessment));
        assertThat(new BigInteger(1, HexFormat.of().parseHex(inputs.evidenceDigest())))
                .isEqualTo(sum);
        assertThat(inputs.packs()).extracting(pack -> pack.id()).containsExactly("laws");
        assertThat(inputs.packs().get(0).sha256()).matches("(sha256:)?[0-9a-f]{64}");
        assertThat(inputs.engineVersion()).isNotBlank();
        assertThat(inputs.tzdbVersion())
                .isEqualTo(ZoneRulesProvider.getVersions("UTC").lastEntry().getKey());
        assertThat(inputs.asOf()).isEqualTo(asOf);
    }
}
