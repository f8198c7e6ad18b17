package dev.soc2.model.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.model.evidence.Attachment;
import dev.soc2.model.evidence.AttributeValue;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.EvidenceBuilder;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class EvidenceLineProperties {

    @Property(tries = 500)
    void whatIsWrittenIsReadBackEqualAndWrittenAgainAsTheSameBytes(@ForAll("records") Evidence record) {
        byte[] line = EvidenceLines.write(record);

        Evidence back = new EvidenceLineReader("a.jsonl", "JSONL").read(1, line).match(evidence -> evidence, issues -> {
            throw new AssertionError(issues.toString());
        });

        assertThat(back).isEqualTo(record);
        assertThat(EvidenceLines.write(back)).isEqualTo(line);
        assertThat(back.provenance().orElseThrow().sha256()).isEqualTo(EvidenceLines.sha256(record));
    }

    @Property(tries = 500)
    void anyBytesAreAcceptedOrRefusedWithAReason(@ForAll byte[] bytes) {
        EvidenceLine line = new EvidenceLineReader("a.jsonl", "JSONL").read(1, bytes);

        assertThat(line.<Boolean>match(evidence -> true, issues -> !issues.isEmpty()))
                .isTrue();
    }

    @Property(tries = 300)
    void aLineThatIsCutAnywhereIsNoRecord(@ForAll("records") Evidence record, @ForAll int seed) {
        byte[] line = EvidenceLines.write(record);
        int cut = Math.floorMod(seed, line.length);

        EvidenceLine read = new EvidenceLineReader("a.jsonl", "JSONL").read(1, line, 0, cut);

        assertThat(read).isInstanceOf(EvidenceLine.Refused.class);
    }

    @Property(tries = 500)
    void aScanShowsWhatARecordSays(@ForAll("records") Evidence first, @ForAll("records") Evidence second) {
        EvidenceLineScan scan = new EvidenceLineScan("store", "LEDGER");
        for (Evidence record : List.of(first, second, first)) {
            byte[] line = EvidenceLines.write(record);
            byte[] buffer = new byte[line.length + 7];
            System.arraycopy(line, 0, buffer, 3, line.length);

            scan.show(1, buffer, 3, 3 + line.length);

            assertShows(scan, record);
            assertThat(scan.digest()).isEqualTo(Sha256.digest(line));
            assertThat(scan.evidence()).isEqualTo(record);
            assertShows(scan, record);
        }
    }

    @Property(tries = 1_000)
    void aLineThatWasTamperedWithIsShownAsItReadsOrRefused(
            @ForAll("records") Evidence record, @ForAll int where, @ForAll byte with) {
        byte[] line = EvidenceLines.write(record);
        line[Math.floorMod(where, line.length)] = with;
        EvidenceLineScan scan = new EvidenceLineScan("store", "LEDGER");

        new EvidenceLineReader("store", "LEDGER")
                .read(1, line)
                .match(
                        evidence -> {
                            scan.show(1, line, 0, line.length);
                            assertShows(scan, evidence);
                            return true;
                        },
                        issues -> false);
    }

    private static void assertShows(EvidenceLineScan scan, Evidence record) {
        assertThat(scan.id()).isEqualTo(record.id());
        assertThat(scan.type()).isEqualTo(record.type());
        assertThat(scan.subject()).isEqualTo(record.subject());
        assertThat(scan.source()).isEqualTo(record.source());
        assertThat(scan.actor()).isEqualTo(record.actor());
        assertThat(scan.supersedes()).isEqualTo(record.supersedes());
        assertThat(scan.occurredAt()).isEqualTo(record.occurredAt());
        assertThat(scan.observedAt()).isEqualTo(record.observedAt());
        assertThat(scan.recordedAt()).isEqualTo(record.recordedAt());
        record.attributes()
                .forEach((name, value) -> assertThat(scan.attribute(name)).contains(value));
        assertThat(scan.attribute("no such attribute")).isEmpty();
    }

    @Provide
    Arbitrary<Evidence> records() {
        return Combinators.combine(names(), types(), names(), instants(), names(), attributes(), extras())
                .as((id, type, subject, time, source, attributes, extras) -> {
                    EvidenceBuilder record = Evidence.of(id, type, subject, time, source);
                    attributes.forEach(record::with);
                    extras.observedAt().ifPresent(record::observedAt);
                    extras.recordedAt().ifPresent(record::recordedAt);
                    extras.actor().ifPresent(record::actor);
                    extras.supersedes().filter(other -> !other.equals(id)).ifPresent(record::supersedes);
                    extras.attachments().forEach(record::attachment);
                    return record.build();
                });
    }

    private record Extras(
            Optional<Instant> observedAt,
            Optional<Instant> recordedAt,
            Optional<String> actor,
            Optional<String> supersedes,
            List<Attachment> attachments) {}

    private Arbitrary<Extras> extras() {
        return Combinators.combine(
                        instants().optional(),
                        instants().optional(),
                        names().optional(),
                        names().optional(),
                        attachments().list().ofMaxSize(2))
                .as(Extras::new);
    }

    private Arbitrary<Attachment> attachments() {
        Arbitrary<String> digests =
                Arbitraries.strings().withChars("0123456789abcdef").ofLength(64);
        Arbitrary<String> fileNames =
                Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(20);
        return Combinators.combine(fileNames, texts(), Arbitraries.longs().greaterOrEqual(0), digests)
                .as(Attachment::new);
    }

    private Arbitrary<String> names() {
        return texts().filter(text -> !text.isBlank());
    }

    /** Any whole characters, control characters and those beyond the first plane included; no half ones. */
    private Arbitrary<String> texts() {
        Arbitrary<Integer> points = Arbitraries.oneOf(
                Arbitraries.integers().between(0, 0x7f),
                Arbitraries.integers().between(0, 0xd7ff),
                Arbitraries.integers().between(0xe000, 0x10ffff));
        return points.list().ofMaxSize(12).map(list -> {
            StringBuilder text = new StringBuilder();
            list.forEach(text::appendCodePoint);
            return text.toString();
        });
    }

    private Arbitrary<String> types() {
        return Arbitraries.of("hr.terminated", "a", "iam.account.disabled", "x-y_z.1");
    }

    private Arbitrary<Instant> instants() {
        return Combinators.combine(
                        Arbitraries.longs()
                                .between(Evidence.EARLIEST.getEpochSecond(), Evidence.LATEST.getEpochSecond() - 1),
                        Arbitraries.integers().between(0, 999_999_999))
                .as(Instant::ofEpochSecond);
    }

    private Arbitrary<Map<String, AttributeValue>> attributes() {
        return Arbitraries.maps(texts(), values(2)).ofMaxSize(4);
    }

    private Arbitrary<AttributeValue> values(int depth) {
        Arbitrary<AttributeValue> text = texts().map(AttributeValue::of);
        Arbitrary<AttributeValue> flag = Arbitraries.of(true, false).map(AttributeValue::of);
        // At most 90 digits: the reader takes numbers of up to 100 characters.
        Arbitrary<AttributeValue> number = Combinators.combine(
                        Arbitraries.bigIntegers().between(BigInteger.TEN.pow(40).negate(), BigInteger.TEN.pow(40)),
                        Arbitraries.integers().between(-40, 40))
                .as((digits, scale) -> AttributeValue.of(new BigDecimal(digits, scale)));
        if (depth == 0) {
            return Arbitraries.oneOf(text, flag, number);
        }
        return Arbitraries.oneOf(
                text,
                flag,
                number,
                values(depth - 1).list().ofMaxSize(3).map(AttributeValue::of),
                Arbitraries.maps(texts(), values(depth - 1)).ofMaxSize(3).map(AttributeValue::of));
    }
}
