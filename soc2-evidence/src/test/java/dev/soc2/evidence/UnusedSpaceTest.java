package dev.soc2.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.evidence.ledger.CustodyAction;
import dev.soc2.evidence.ledger.LedgerOptions;
import dev.soc2.evidence.ledger.LedgerVerification;
import dev.soc2.evidence.proof.SigningKey;
import dev.soc2.model.evidence.Evidence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Space that holds nothing is looked at as well, and nothing that the ledger itself leaves there is held against it. */
class UnusedSpaceTest {

    private static final int STEPS = Boolean.getBoolean("soc2.deep") ? 150 : 60;

    @TempDir
    Path folder;

    /** Which ids records have, and with them where in an index they come. */
    private enum Ids {
        IN_ORDER {
            @Override
            String id(int number, Random random) {
                return "r" + (1_000_000 + number);
            }
        },
        FALLING {
            @Override
            String id(int number, Random random) {
                return "r" + (9_000_000 - number);
            }
        },
        AT_RANDOM {
            @Override
            String id(int number, Random random) {
                return Long.toHexString(random.nextLong()) + "-" + "x".repeat(random.nextInt(60)) + number;
            }
        };

        abstract String id(int number, Random random);
    }

    private static LedgerOptions options() {
        return SmallLog.options(new Ticking()).batchSize(50);
    }

    private static Evidence record(String id, Random random) {
        int length = random.nextInt(20) == 0 ? random.nextInt(20_000) : random.nextInt(1_500);
        var record = EvidenceLedgerContract.record(id).with("note", "n".repeat(length));
        return random.nextInt(4) == 0
                ? record.supersedes("before-" + random.nextInt(1_000)).build()
                : record.build();
    }

    /** Whatever a ledger goes through: it is intact afterwards, while it is open and when it is closed. */
    @ParameterizedTest
    @EnumSource
    void whatTheLedgerLeavesBehindIsNoTampering(Ids ids) throws IOException {
        Random random = new Random(ids.name().length());
        Path file = folder.resolve("evidence.db");
        int number = 0;
        for (int opened = 0; opened < 3; opened++) {
            try (EvidenceLedger ledger = EvidenceLedger.open(file, options())) {
                List<EvidenceLog> logs =
                        opened < 2 ? List.of(ledger.log()) : List.of(ledger.log(), ledger.log("another"));
                for (int step = 0; step < STEPS; step++) {
                    number = step(logs.get(random.nextInt(logs.size())), ids, number, random);
                }
                for (EvidenceLog log : logs) {
                    assertThat(log.verify().findings()).isEmpty();
                }
            }
            try (EvidenceLedger ledger = EvidenceLedger.open(file, options().readOnly())) {
                assertThat(ledger.verify().findings()).isEmpty();
            }
        }
    }

    private int step(EvidenceLog log, Ids ids, int from, Random random) throws IOException {
        int number = from;
        switch (random.nextInt(8)) {
            case 0 -> log.add(record(ids.id(number++, random), random));
            case 1 ->
                log.attach("scan", "image/png", Files.write(folder.resolve("scan"), new byte[random.nextInt(9_000)]));
            case 2 -> log.givenOut(CustodyAction.EXPORTED, Optional.empty(), "for the auditor", "ciso");
            case 3 -> log.sign(List.of(SigningKey.ofSeed(log.name(), new byte[32])));
            case 4 -> {
                for (int i = 0; i < 6; i++) {
                    log.add(SmallLog.person("p" + number++));
                }
            }
            case 5 -> {
                for (int id = 0; id < number; id += 2) {
                    if (log.custody("p" + id).stream().noneMatch(said -> said.action() == CustodyAction.ERASED)
                            && log.entryOf("p" + id).isPresent()) {
                        log.erase("p" + id, "article 17", "dpo");
                        break;
                    }
                }
            }
            default -> {
                int first = number;
                int count = random.nextInt(150);
                log.inBatches(store -> {
                    for (int i = 0; i < count; i++) {
                        store.add(record(ids.id(first + i, random), random));
                    }
                });
                number += count;
            }
        }
        return number;
    }

    /** Of a log of one organisation, whose rows come one behind the other. */
    @Test
    void lessThanOneByteInAHundredIsNotCovered() throws IOException, SQLException {
        Path file = folder.resolve("evidence.db");
        Random random = new Random(1);
        try (EvidenceLedger ledger = EvidenceLedger.open(file, options())) {
            ledger.inBatches(store -> {
                for (int i = 0; i < 1_000; i++) {
                    store.add(record(Ids.AT_RANDOM.id(i, random), random));
                }
            });
        }

        assertThat(UnusedBytes.unused(file).cardinality()).isGreaterThan((int) (Files.size(file) / 20));
        assertThat(UnusedBytes.uncovered(file).cardinality()).isLessThan((int) (Files.size(file) / 100));
    }

    @Test
    void aByteInUnusedSpaceIsNamedWithItsPlace() throws IOException, SQLException {
        Path file = SmallLog.filled(folder, 60);
        byte[] bytes = Files.readAllBytes(file);
        BitSet covered = UnusedBytes.unused(file);
        covered.andNot(UnusedBytes.uncovered(file));
        int at = covered.nextSetBit(bytes.length / 2);
        assertThat(bytes[at]).isZero();
        bytes[at] = 7;
        Files.write(file, bytes);

        try (EvidenceLedger ledger = EvidenceLedger.open(file, options().readOnly())) {
            LedgerVerification found = ledger.verify();

            assertThat(found).isInstanceOf(LedgerVerification.Tampered.class);
            assertThat(found.findings()).hasSize(1);
            assertThat(found.findings().get(0).issue().what())
                    .contains("page " + (at / 16_384 + 1) + ", byte " + at + " of the file")
                    .contains("holds 7");
        }
    }

    @Test
    void bytesBehindTheLastPageAreFound() throws IOException {
        Path file = SmallLog.filled(folder, 60);
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length + 16_384));

        try (EvidenceLedger ledger = EvidenceLedger.open(file, options().readOnly())) {
            assertThat(ledger.verify()).isInstanceOf(LedgerVerification.Tampered.class);
        }
    }
}
