package dev.soc2.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.soc2.evidence.format.RawRecord;
import dev.soc2.evidence.ledger.CustodyAction;
import dev.soc2.evidence.ledger.CustodyRecord;
import dev.soc2.evidence.ledger.LedgerException;
import dev.soc2.evidence.ledger.LedgerOptions;
import dev.soc2.evidence.ledger.LedgerVerification;
import dev.soc2.evidence.proof.Checkpoint;
import dev.soc2.evidence.proof.SignedNote;
import dev.soc2.evidence.proof.SigningKey;
import dev.soc2.evidence.proof.VerifierKey;
import dev.soc2.model.document.EvidenceLines;
import dev.soc2.model.document.Sha256;
import dev.soc2.model.evidence.Attachment;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.EvidenceBuilder;
import dev.soc2.model.evidence.EvidenceQuery;
import dev.soc2.model.evidence.EvidenceSource;
import dev.soc2.model.evidence.ImportReceipt;
import dev.soc2.model.evidence.Provenance;
import dev.soc2.model.issue.Issue;
import dev.soc2.model.issue.Location;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a ledger promises, wherever it is kept. */
abstract class EvidenceLedgerContract {

    static final Instant DAY = Instant.parse("2026-02-10T08:00:00Z");

    final Ticking clock = new Ticking();

    @TempDir
    Path folder;

    /** Opens the ledger of this test, and the same one again when it was closed. */
    abstract EvidenceLedger open(LedgerOptions options);

    final LedgerOptions options() {
        return LedgerOptions.defaults().clock(clock).executor(ForkJoinPool.commonPool());
    }

    final EvidenceLedger open() {
        return open(options());
    }

    static EvidenceBuilder record(String id) {
        return Evidence.of(id, "hr.hired", "person-1", DAY, "hris").with("team", "payments");
    }

    static EvidenceQuery hired() {
        return new EvidenceQuery(Map.of("hr.hired", Set.of("team")), Optional.empty());
    }

    static List<Evidence> read(EvidenceSource source) {
        return read(source, hired());
    }

    static List<Evidence> read(EvidenceSource source, EvidenceQuery query) {
        List<Evidence> records = new ArrayList<>();
        source.read(query, records::add);
        return records;
    }

    static List<String> ids(EvidenceSource source) {
        return read(source).stream().map(Evidence::id).toList();
    }

    @Test
    void aRecordIsThereAfterTheLedgerWasClosedAndReceivedWhenTheLedgerSays() {
        Evidence told =
                record("1").recordedAt(DAY.plusSeconds(5)).actor("hr-admin").build();
        try (EvidenceLedger ledger = open()) {
            assertThat(ledger.add(told)).isTrue();
        }

        try (EvidenceLedger ledger = open()) {
            assertThat(read(ledger)).containsExactly(told.recorded(Ticking.NOON));
            assertThat(ledger.verify().orThrow().checkpoint().size()).isEqualTo(1);
        }
    }

    @Test
    void anEntryHoldsTheLineOfTheRecordWithItsTimeOfReceipt() {
        try (EvidenceLedger ledger = open()) {
            ledger.add(record("1").build());

            assertThat(new String(ledger.log().entry(0), UTF_8))
                    .isEqualTo("{\"kind\":\"EVIDENCE\",\"evidence\":{\"id\":\"1\",\"type\":\"hr.hired\","
                            + "\"subject\":\"person-1\",\"occurredAt\":\"2026-02-10T08:00:00Z\","
                            + "\"recordedAt\":\"2026-03-01T12:00:00Z\",\"source\":\"hris\","
                            + "\"attributes\":{\"team\":\"payments\"}}}");
        }
    }

    @Test
    void theRootOfOneEntryIsTheHashOfAZeroAndTheEntry() {
        try (EvidenceLedger ledger = open()) {
            assertThat(ledger.log().checkpoint()).isEqualTo(Checkpoint.of("evidence", 0, Sha256.hex(new byte[0])));

            ledger.add(record("1").build());

            byte[] entry = ledger.log().entry(0);
            byte[] leaf = new byte[entry.length + 1];
            System.arraycopy(entry, 0, leaf, 1, entry.length);
            assertThat(ledger.log().checkpoint()).isEqualTo(Checkpoint.of("evidence", 1, Sha256.hex(leaf)));
        }
    }

    @Test
    void theSameRecordAgainChangesNothing() {
        try (EvidenceLedger ledger = open()) {
            ledger.add(record("1").build());
            Checkpoint before = ledger.log().checkpoint();
            clock.advance(Duration.ofDays(1));

            assertThat(ledger.add(record("1").build())).isFalse();
            assertThat(ledger.add(record("1").recordedAt(DAY.plusSeconds(9)).build()))
                    .isFalse();
            assertThat(ledger.log().checkpoint()).isEqualTo(before);
        }
    }

    @Test
    void anotherRecordWithTheSameIdIsRefusedWithBothPlaces() {
        Provenance first = new Provenance(Location.of("hr.csv", 2, 0), "0".repeat(64), "CSV");
        Provenance second = new Provenance(Location.of("hr.csv", 9, 0), "1".repeat(64), "CSV");
        try (EvidenceLedger ledger = open()) {
            ledger.add(record("1").provenance(first).build());

            assertThatThrownBy(() -> ledger.add(
                            record("1").with("n", 1).provenance(second).build()))
                    .isInstanceOf(ConflictingEvidenceException.class)
                    .hasMessageContaining("hr.csv:9: SOC2-E004")
                    .hasMessageContaining("from hr.csv:2");
            assertThat(ids(ledger)).containsExactly("1");
        }
    }

    @Test
    void aRecordRemembersWhereItCameFromAndTheBytesItCameAs() {
        byte[] line = "person-1;payments".getBytes(UTF_8);
        Provenance from = new Provenance(new Location("hr.csv", 3, 1, "rows[1]"), Sha256.hex(line), "CSV");
        try (EvidenceLedger ledger = open()) {
            ledger.add(record("1").provenance(from).build(), RawRecord.of(line, "text/csv"));
        }

        try (EvidenceLedger ledger = open()) {
            ByteArrayOutputStream raw = new ByteArrayOutputStream();
            assertThat(read(ledger).get(0).provenance()).contains(from);
            assertThat(ledger.log().content(Sha256.hex(line), raw)).isTrue();
            assertThat(raw.toByteArray()).isEqualTo(line);
            assertThat(new String(ledger.log().entry(0), UTF_8))
                    .contains(
                            "\"raw\":{\"sha256\":\"" + Sha256.hex(line) + "\",\"size\":17,\"mediaType\":\"text/csv\"}");
            assertThat(ledger.verify().findings()).isEmpty();
        }
    }

    @Test
    void bytesThatAreTheLineOfTheRecordAreNotKeptTwice() {
        byte[] line = EvidenceLines.write(record("1").build());
        try (EvidenceLedger ledger = open()) {
            ledger.add(record("1").build(), RawRecord.of(line, "application/json"));

            assertThat(new String(ledger.log().entry(0), UTF_8)).doesNotContain("\"raw\"");
            assertThat(ledger.log().content(Sha256.hex(line), new ByteArrayOutputStream()))
                    .isFalse();
        }
    }

    @Test
    void timesOfReceiptNeverRunBackwards() {
        try (EvidenceLedger ledger = open()) {
            ledger.add(record("1").build());
            clock.advance(Duration.ofHours(-3));
            ledger.add(record("2").build());
        }
        try (EvidenceLedger ledger = open()) {
            ledger.add(record("3").build());
            clock.advance(Duration.ofHours(4));
            ledger.add(record("4").build());

            assertThat(read(ledger))
                    .extracting(Evidence::recordedAt)
                    .containsExactly(Ticking.NOON, Ticking.NOON, Ticking.NOON, Ticking.NOON.plus(Duration.ofHours(1)));
            assertThat(ledger.verify().findings()).isEmpty();
        }
    }

    @Test
    void whatWasKnownAtAnInstantOrWithANumberOfEntriesStaysSo() {
        try (EvidenceLedger ledger = open()) {
            ledger.add(record("1").build());
            Checkpoint then = ledger.log().checkpoint();
            clock.advance(Duration.ofMinutes(1));
            ledger.add(record("2").build());
            ledger.log().givenOut(CustodyAction.EXPORTED, Optional.empty(), "for the auditor", "ann");

            assertThat(ids(ledger)).containsExactly("1", "2");
            assertThat(read(ledger, new EvidenceQuery(hired().attributesByType(), Optional.of(Ticking.NOON))))
                    .extracting(Evidence::id)
                    .containsExactly("1");
            assertThat(ids(ledger.log().asOf(then.size()))).containsExactly("1");
            assertThat(ledger.log().checkpoint(then.size())).isEqualTo(then);
            assertThatThrownBy(() -> ledger.log().asOf(4)).hasMessageContaining("SOC2-E223");
        }
    }

    @Test
    void aQueryGetsTheTypesThatItAsksFor() {
        try (EvidenceLedger ledger = open()) {
            ledger.add(record("1").build());
            ledger.add(Evidence.of("2", "hr.left", "person-1", DAY, "hris").build());

            assertThat(ids(ledger)).containsExactly("1");
            assertThat(read(ledger, new EvidenceQuery(Map.of(), Optional.empty())))
                    .isEmpty();
        }
    }

    @Test
    void workInBatchesIsDurableWhenItReturnsAlsoWithAFault() {
        try (EvidenceLedger ledger = open(options().batchSize(3))) {
            assertThatThrownBy(() -> ledger.inBatches(store -> {
                        for (int i = 0; i < 8; i++) {
                            assertThat(store.add(record("r" + i).build())).isTrue();
                        }
                        assertThat(store.add(record("r7").build())).isFalse();
                        assertThat(store.add(record("r0").build())).isFalse();
                        throw new IllegalStateException("the file ends here");
                    }))
                    .isInstanceOf(IllegalStateException.class);
        }

        try (EvidenceLedger ledger = open()) {
            assertThat(ids(ledger)).containsExactly("r0", "r1", "r2", "r3", "r4", "r5", "r6", "r7");
            assertThat(ledger.verify().orThrow().checkpoint().size()).isEqualTo(8);
        }
    }

    /** Those that begin at once, never, now and then, beside whoever adds, and one that refuses. */
    static List<Executor> executors() {
        AtomicLong asked = new AtomicLong();
        return List.of(
                Runnable::run,
                write -> {},
                write -> {
                    if (asked.incrementAndGet() % 3 == 0) {
                        write.run();
                    }
                },
                ForkJoinPool.commonPool(),
                write -> {
                    throw new RejectedExecutionException("shut down");
                });
    }

    @ParameterizedTest
    @MethodSource("executors")
    void timesOfReceiptNeverRunBackwardsWhoeverWritesAndWhenever(Executor executor) {
        AtomicLong ticks = new AtomicLong();
        LedgerOptions running =
                options().executor(executor).batchSize(7).clock(() -> DAY.plusMillis(ticks.incrementAndGet()));
        List<Evidence> records = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            records.add(
                    i % 5 == 0
                            ? record("r" + i)
                                    .attachment(new Attachment("scan.pdf", "application/pdf", 3, "a".repeat(64)))
                                    .build()
                            : record("r" + i).build());
        }
        try (EvidenceLedger ledger = open(running)) {
            ledger.inBatches(store -> records.forEach(record -> assertThat(
                            record.id().endsWith("3")
                                    ? store.add(record, RawRecord.of(record.id().getBytes(UTF_8), "text/plain"))
                                    : store.add(record))
                    .isTrue()));

            List<Evidence> read = read(ledger);
            assertThat(read).map(Evidence::recordedAt).isSorted();
            assertThat(new HashSet<>(read.stream().map(Evidence::recordedAt).toList()))
                    .hasSizeGreaterThan(10);
            assertThat(read)
                    .map(record -> record.recorded(DAY))
                    .isEqualTo(
                            records.stream().map(record -> record.recorded(DAY)).toList());
            assertThat(ledger.verify().findings()).isEmpty();
        }
    }

    @Test
    void anIdThatComesTwiceInABatchWithOtherContentIsRefused() {
        try (EvidenceLedger ledger = open()) {
            ledger.inBatches(store -> {
                store.add(record("1").build());
                assertThatThrownBy(() -> store.add(record("1").with("n", 1).build()))
                        .isInstanceOf(ConflictingEvidenceException.class);
            });

            assertThat(ids(ledger)).containsExactly("1");
        }
    }

    @Test
    void aReceiptComesBackAsItWas() {
        Issue refused = Issue.error("SOC2-E022", Location.of("hr.csv", 7, 3), "no date \"31.2.\"", "write a date");
        ImportReceipt receipt = new ImportReceipt(
                "CSV",
                "hr.csv",
                "hris",
                Set.of("hr.hired", "hr.left"),
                4,
                2,
                3,
                1,
                List.of(refused),
                1,
                0,
                "a".repeat(64));
        try (EvidenceLedger ledger = open()) {
            ledger.inBatches(store -> {
                store.add(record("1").build());
                store.add(record("2").build());
                store.received(receipt);
            });
        }

        try (EvidenceLedger ledger = open()) {
            assertThat(ledger.receipts()).containsExactly(receipt);
            assertThat(ledger.log().custody("2"))
                    .extracting(CustodyRecord::leaf, CustodyRecord::action, CustodyRecord::by)
                    .containsExactly(
                            tuple(1L, CustodyAction.RECEIVED, "ledger"), tuple(2L, CustodyAction.IMPORTED, "CSV"));
            assertThat(ledger.verify().findings()).isEmpty();
        }
    }

    @Test
    void theChainOfARecordNamesEachStepWithItsEntry() {
        try (EvidenceLedger ledger = open()) {
            ledger.add(record("1").build());
            ledger.add(record("other").build());
            ledger.add(record("2").supersedes("1").build());
            ledger.log().givenOut(CustodyAction.REDACTED, Optional.of("1"), "for the customer", "ann");
            ledger.log().givenOut(CustodyAction.EXPORTED, Optional.empty(), "for the auditor", "bob");

            assertThat(ledger.log().custody("1"))
                    .extracting(CustodyRecord::action)
                    .containsExactly(
                            CustodyAction.RECEIVED,
                            CustodyAction.SUPERSEDED,
                            CustodyAction.REDACTED,
                            CustodyAction.EXPORTED);
            assertThat(ledger.log().custody("other"))
                    .extracting(CustodyRecord::action)
                    .containsExactly(CustodyAction.RECEIVED, CustodyAction.EXPORTED);
            assertThat(ledger.log().custody("nobody")).isEmpty();
            assertThat(ledger.verify().findings()).isEmpty();
        }
    }

    @Test
    void logsOfOneLedgerDoNotSeeEachOther() throws IOException {
        Path file = Files.writeString(folder.resolve("minutes.txt"), "said");
        try (EvidenceLedger ledger = open()) {
            EvidenceLog other = ledger.log("beta/2026");
            ledger.add(record("1").build());
            other.add(record("1").with("n", 1).build());
            Attachment kept = other.attach("minutes.txt", "text/plain", file);

            assertThat(ledger.logs()).containsExactly("beta/2026", "evidence");
            assertThat(read(ledger).get(0).attribute("n")).isEmpty();
            assertThat(read(other)).hasSize(1);
            assertThat(ledger.log().content(kept.sha256(), new ByteArrayOutputStream()))
                    .isFalse();
            assertThat(ledger.verify().findings()).isEmpty();
            assertThat(other.verify().findings()).isEmpty();
            assertThatThrownBy(() -> ledger.log("Beta 2026")).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void anAttachmentIsKeptInPartsAndNamedByTheEntryOfItsRecord() throws IOException {
        byte[] bytes = new byte[(2 << 20) + 17];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) ((i * 7) >> 5);
        }
        Path file = Files.write(folder.resolve("scan.pdf"), bytes);
        Path empty = Files.write(folder.resolve("empty.txt"), new byte[0]);
        try (EvidenceLedger ledger = open()) {
            Attachment scan = ledger.log().attach("scan.pdf", "application/pdf", file);
            Attachment nothing = ledger.log().attach("empty.txt", "text/plain", empty);
            assertThat(scan).isEqualTo(new Attachment("scan.pdf", "application/pdf", bytes.length, Sha256.hex(bytes)));
            ledger.log().attach("again.pdf", "application/pdf", file);
            ledger.add(record("1").attachment(scan).attachment(nothing).build());

            ByteArrayOutputStream copy = new ByteArrayOutputStream();
            assertThat(ledger.log().content(scan.sha256(), copy)).isTrue();
            assertThat(copy.toByteArray()).isEqualTo(bytes);
            assertThat(ledger.log().content(nothing.sha256(), new ByteArrayOutputStream()))
                    .isTrue();
            assertThat(new String(ledger.log().entry(0), UTF_8))
                    .startsWith("{\"kind\":\"EVIDENCE\",\"held\":[\"" + scan.sha256() + "\",\"" + nothing.sha256()
                            + "\"],");
            assertThat(ledger.verify().findings()).isEmpty();
        }
    }

    @Test
    void anEntryThatIsTooLongIsRefusedWithPlaceAndLimit() {
        Provenance from = new Provenance(Location.of("hr.jsonl", 5, 0), "0".repeat(64), "JSONL");
        try (EvidenceLedger ledger = open()) {
            assertThatThrownBy(() -> ledger.add(record("1")
                            .with("text", "x".repeat(65_535))
                            .provenance(from)
                            .build()))
                    .isInstanceOf(RefusedEvidenceException.class)
                    .hasMessageContaining("hr.jsonl:5: SOC2-E211")
                    .hasMessageContaining("65535 are the most");
            assertThat(ledger.log().size()).isZero();
        }
    }

    @Test
    void whatCouldNotBeReadBackIsRefusedBeforeItIsWritten() {
        try (EvidenceLedger ledger = open()) {
            assertThatThrownBy(() -> ledger.add(
                            record("1").with("n", BigDecimal.TEN.pow(100)).build()))
                    .isInstanceOf(RefusedEvidenceException.class)
                    .hasMessageContaining("SOC2-D008");
            assertThat(ledger.log().size()).isZero();
        }
    }

    @Test
    void whateverTextARecordHoldsComesBack() {
        Evidence odd = record("quote\" back\\slash \u0000 \u20ac \ud83d\ude00 ,\"source\":\"x\"")
                .with("a,\"evidence\":", "line\nend\u2028,\"source\":\"y\"")
                .with("n", new BigDecimal("12345678901234567890.125"))
                .build();
        try (EvidenceLedger ledger = open()) {
            ledger.add(odd);
            ledger.inBatches(store -> assertThat(store.add(odd)).isFalse());

            assertThat(read(ledger)).containsExactly(odd.recorded(Ticking.NOON));
            assertThat(ledger.log().entryOf(odd.id())).contains(0L);
            assertThat(ledger.verify().findings()).isEmpty();
        }
    }

    @Test
    void aPersonalRecordIsReadLikeAnyOtherUntilItIsErased() {
        Evidence personal = record("1").with("name", "Ada Lovelace").build();
        RawRecord raw = RawRecord.of("Ada Lovelace;payments".getBytes(UTF_8), "text/csv");
        Checkpoint before;
        try (EvidenceLedger ledger = open(personal())) {
            assertThat(ledger.add(personal, raw)).isTrue();
            assertThat(ledger.add(personal, raw)).isFalse();
            assertThatThrownBy(() -> ledger.add(record("1").build())).isInstanceOf(ConflictingEvidenceException.class);
            ledger.add(record("2").build());
            assertThat(read(ledger))
                    .containsExactly(
                            personal.recorded(Ticking.NOON), record("2").build().recorded(Ticking.NOON));
            assertThat(new String(ledger.log().entry(0), UTF_8))
                    .startsWith("{\"kind\":\"EVIDENCE\",\"personal\":{\"id\":\"1\",\"type\":\"hr.hired\",")
                    .contains("\"cipher\":\"AES-256-GCM\"")
                    .doesNotContain("Ada");
            assertThat(ledger.verify().findings()).isEmpty();
            before = ledger.log().checkpoint();

            CustodyRecord erased = ledger.log().erase("1", "article 17", "dpo");

            assertThat(erased.action()).isEqualTo(CustodyAction.ERASED);
            assertThat(ledger.log().erase("1", "again", "dpo")).isEqualTo(erased);
        }

        try (EvidenceLedger ledger = open(personal())) {
            assertThat(ids(ledger)).containsExactly("2");
            assertThat(ids(ledger.log().asOf(before.size()))).containsExactly("2");
            assertThat(ledger.log().erased())
                    .extracting(CustodyRecord::record, CustodyRecord::reason, CustodyRecord::by)
                    .containsExactly(tuple(Optional.of("1"), "article 17", "dpo"));
            assertThat(ledger.verify(List.of(before)).findings()).isEmpty();
            assertThat(ledger.add(personal, raw)).isFalse();
            assertThat(ids(ledger)).containsExactly("2");
        }
    }

    @Test
    void onlyWhatWasDeclaredPersonalCanBeErased() throws IOException {
        Path file = Files.writeString(folder.resolve("cv.txt"), "Ada");
        try (EvidenceLedger ledger = open(personal())) {
            ledger.add(Evidence.of("p", "iam.account", "person-1", DAY, "idp").build());
            Attachment cv = ledger.log().attach("cv.txt", "text/plain", file);

            assertThatThrownBy(() -> ledger.log().erase("p", "", "dpo")).hasMessageContaining("SOC2-E216");
            assertThatThrownBy(() -> ledger.log().erase("nobody", "", "dpo")).hasMessageContaining("SOC2-E213");
            assertThatThrownBy(() -> ledger.add(record("1").attachment(cv).build()))
                    .isInstanceOf(RefusedEvidenceException.class)
                    .hasMessageContaining("SOC2-E217");
            assertThat(ledger.log().size()).isEqualTo(1);
        }
    }

    @Test
    void aSealedPeriodTakesNoFurtherRecord() {
        Instant from = DAY.minusSeconds(60);
        Instant to = DAY.plusSeconds(60);
        try (EvidenceLedger ledger = open()) {
            ledger.add(record("1").build());
            assertThatThrownBy(() -> ledger.log().seal(from, Ticking.NOON.plusSeconds(1), "", "ann"))
                    .isInstanceOf(LedgerException.class)
                    .hasMessageContaining("SOC2-E215")
                    .hasMessageContaining("the period is not over");

            CustodyRecord sealed = ledger.log().seal(from, to, "report of 2026", "ann");

            assertThat(sealed.leaf()).isEqualTo(1);
            assertThatThrownBy(() -> ledger.log().seal(DAY, to.plusSeconds(1), "", "ann"))
                    .hasMessageContaining("SOC2-E215");
        }
        try (EvidenceLedger ledger = open()) {
            assertThatThrownBy(() -> ledger.add(record("2").build()))
                    .isInstanceOf(RefusedEvidenceException.class)
                    .hasMessageContaining("SOC2-E214");
            ledger.inBatches(
                    store -> assertThatThrownBy(() -> store.add(record("3").build()))
                            .isInstanceOf(RefusedEvidenceException.class));
            assertThat(ledger.add(record("1").build())).isFalse();
            assertThat(ledger.add(
                            Evidence.of("4", "hr.hired", "person-4", to, "hris").build()))
                    .isTrue();
            assertThat(ledger.verify().findings()).isEmpty();
        }
    }

    @Test
    void aHeadThatWasHandedOutIsFoundAgainOrNot() {
        try (EvidenceLedger ledger = open()) {
            List<Checkpoint> heads = new ArrayList<>(List.of(ledger.log().checkpoint()));
            for (int i = 0; i < 9; i++) {
                ledger.add(record("r" + i).build());
                heads.add(ledger.log().checkpoint());
            }

            assertThat(ledger.verify(heads).findings()).isEmpty();
            LedgerVerification other = ledger.verify(List.of(Checkpoint.of("evidence", 5, "0".repeat(64))));
            assertThat(other).isInstanceOf(LedgerVerification.Tampered.class);
            assertThat(other.findings().get(0).issue().code()).isEqualTo("SOC2-E224");
            LedgerVerification shorter = ledger.verify(List.of(Checkpoint.of("evidence", 10, "0".repeat(64))));
            assertThat(shorter).isInstanceOf(LedgerVerification.Incomplete.class);
            assertThat(shorter.findings().get(0).expected()).isEqualTo("10 entries");
            assertThat(shorter.findings().get(0).found()).isEqualTo("9 entries");
            assertThatThrownBy(shorter::orThrow).hasMessageContaining("SOC2-E223");
        }
    }

    @Test
    void signedCheckpointsAreKeptAndProofsLeadToThem() {
        // RFC 8032, section 7.1, TEST 1.
        SigningKey key = SigningKey.ofSeed(
                "evidence",
                HexFormat.of().parseHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"));
        List<VerifierKey> trusted = List.of(key.verifierKey());
        SignedNote first;
        try (EvidenceLedger ledger = open()) {
            EvidenceLog log = ledger.log();
            log.add(record("1").build());
            first = log.sign(List.of(key));
            assertThat(log.sign(List.of(key))).isEqualTo(first);
            for (int i = 2; i < 7; i++) {
                log.add(record("" + i).build());
            }
        }
        try (EvidenceLedger ledger = open()) {
            EvidenceLog log = ledger.log();
            SignedNote second = log.sign(List.of(key));

            assertThat(log.signed()).containsExactly(first, second);
            assertThat(log.proofOf(4, second).verify("proof", log.entry(4), trusted))
                    .isEqualTo(log.checkpoint());
            assertThat(log.growthFrom(1, second).verify("proof", first, trusted))
                    .isEqualTo(log.checkpoint());
            assertThat(ledger.verify(List.of(Checkpoint.verify("first", first, trusted)))
                            .findings())
                    .isEmpty();
            assertThatThrownBy(() -> ledger.verify(List.of(Checkpoint.of("beta", 1, "0".repeat(64)))))
                    .hasMessageContaining("SOC2-E212");
            assertThatThrownBy(() -> log.sign(List.of())).isInstanceOf(IllegalArgumentException.class);
            assertThat(ledger.add(record("1").build())).isFalse();
        }
    }

    @Test
    void aReaderSeesWhatWasThereWhenItBegan() {
        try (EvidenceLedger ledger = open()) {
            ledger.add(record("1").build());
            List<String> seen = new ArrayList<>();

            ledger.read(hired(), record -> {
                seen.add(record.id());
                ledger.add(record("new-" + record.id()).build());
            });

            assertThat(seen).containsExactly("1");
            assertThat(ids(ledger)).containsExactly("1", "new-1");
        }
    }

    @Test
    void aLedgerForReadingOnlyTakesNothing() {
        try (EvidenceLedger ledger = open()) {
            ledger.add(record("1").build());
        }
        try (EvidenceLedger ledger = open(options().readOnly())) {
            assertThat(ids(ledger)).containsExactly("1");
            assertThat(ledger.verify().findings()).isEmpty();
            assertThatThrownBy(() -> ledger.add(record("2").build()))
                    .isInstanceOf(LedgerException.class)
                    .hasMessageContaining("SOC2-E207");
            assertThatThrownBy(() -> ledger.log("elsewhere")).hasMessageContaining("SOC2-E212");
        }
    }

    @Test
    void aClosedLedgerSaysThatItIsClosed() {
        EvidenceLedger ledger = open();
        ledger.close();
        ledger.close();

        assertThatThrownBy(() -> ledger.add(record("1").build())).hasMessageContaining("SOC2-E208");
        assertThatThrownBy(() -> ids(ledger)).hasMessageContaining("SOC2-E208");
    }

    private LedgerOptions personal() {
        return options().personal(record -> record.type().startsWith("hr."), new CountingRandom());
    }

    /**
     * 8 clients write and 8 read at once, for some seconds: as many as the system property {@code soc2.clients.seconds}
     * says, 2 if it is not there.
     */
    @Test
    void manyClientsLoseNothingAndReadNothingWrong() throws Exception {
        try (EvidenceLedger ledger = open(options().batchSize(20))) {
            LedgerClients clients = new LedgerClients(ledger);

            clients.run(8, 8, Duration.ofSeconds(Integer.getInteger("soc2.clients.seconds", 2)));

            assertThat(clients.faults()).isEmpty();
            assertThat(clients.readings()).isPositive();
            List<String> stored = ids(ledger);
            assertThat(stored).doesNotHaveDuplicates();
            // As sets: there are a hundred thousand of them on a quick machine.
            assertThat(new HashSet<>(stored)).isEqualTo(new HashSet<>(clients.acknowledged()));
            assertThat(ledger.verify(clients.heads()).findings()).isEmpty();
        }
    }
}
