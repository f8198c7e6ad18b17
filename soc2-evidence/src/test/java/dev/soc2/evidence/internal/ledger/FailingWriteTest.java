package dev.soc2.evidence.internal.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.soc2.evidence.internal.store.Database;
import dev.soc2.evidence.internal.store.SqliteDatabase;
import dev.soc2.evidence.ledger.CustodyAction;
import dev.soc2.evidence.ledger.LedgerException;
import dev.soc2.evidence.ledger.LedgerOptions;
import dev.soc2.evidence.ledger.UnknownOutcomeException;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.EvidenceQuery;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A disk that fails at a commit: before it, or after it has taken everything. */
class FailingWriteTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private enum Failing {
        BEFORE_THE_COMMIT,
        AFTER_THE_COMMIT
    }

    @TempDir
    Path folder;

    private final LedgerOptions options =
            LedgerOptions.defaults().clock(() -> NOON).executor(ForkJoinPool.commonPool());

    private SqliteDatabase database() {
        return SqliteDatabase.open(folder.resolve("evidence.db"), false, () -> NOON);
    }

    private static Evidence record(String id) {
        return Evidence.of(id, "hr.hired", "person", NOON, "hris").build();
    }

    private static Evidence other(String id) {
        return Evidence.of(id, "hr.hired", "somebody else", NOON, "hris").build();
    }

    private static List<String> ids(Log log) {
        List<String> ids = new ArrayList<>();
        log.read(new EvidenceQuery(Map.of("hr.hired", Set.of()), Optional.empty()), record -> ids.add(record.id()));
        return ids;
    }

    @ParameterizedTest
    @EnumSource
    void aFailedCommitClosesTheLedgerAndARetryNeverAddsTwice(Failing failing) {
        Failure failure = new Failure(database(), failing);
        Book book = new Book(failure, options);
        Log log = book.log("evidence");
        log.add(log.draft(record("1")));
        failure.armed = true;

        assertThatThrownBy(() -> log.add(log.draft(record("2"))))
                .isInstanceOf(UnknownOutcomeException.class)
                .hasMessageContaining("SOC2-E209")
                .hasRootCauseInstanceOf(SQLException.class);
        failure.armed = false;
        assertThatThrownBy(() -> log.add(log.draft(record("3"))))
                .isInstanceOf(LedgerException.class)
                .hasMessageContaining("SOC2-E208")
                .hasMessageContaining("closed itself after a write that failed");
        assertThatThrownBy(() -> ids(log)).hasMessageContaining("SOC2-E208");
        book.close();

        try (Book again = new Book(database(), options)) {
            Log reopened = again.log("evidence");
            boolean isNew = reopened.add(reopened.draft(record("2"))).isNew();
            assertThat(isNew).isEqualTo(failing == Failing.BEFORE_THE_COMMIT);
            assertThat(ids(reopened)).containsExactly("1", "2");
            assertThat(reopened.verify(List.of()).findings()).isEmpty();
        }
    }

    @Test
    void aBatchThatFailsIsWhollyThereOrWhollyNot() {
        Failure failure = new Failure(database(), Failing.BEFORE_THE_COMMIT);
        Book book = new Book(failure, options);
        Log log = book.log("evidence");
        Batch batch = log.batch();
        for (int i = 0; i < 5; i++) {
            batch.add(log.draft(record("r" + i)));
        }
        failure.armed = true;

        assertThatThrownBy(batch::flush).isInstanceOf(UnknownOutcomeException.class);
        book.close();

        try (Book again = new Book(database(), options)) {
            assertThat(ids(again.log("evidence"))).isEmpty();
        }
    }

    @Test
    void aBatchThatFailsWhileTheNextIsMadeReadyIsTold() {
        Failure failure = new Failure(database(), Failing.BEFORE_THE_COMMIT);
        Book book = new Book(failure, options.batchSize(5));
        Log log = book.log("evidence");
        Batch batch = log.batch();
        for (int i = 0; i < 5; i++) {
            batch.add(log.draft(record("a" + i)));
        }
        batch.flush();
        failure.armed = true;

        // The second five are written by another thread; whoever adds hears of it two hand-overs later at the latest.
        assertThatThrownBy(() -> {
                    for (int i = 0; i < 20; i++) {
                        batch.add(log.draft(record("b" + i)));
                    }
                })
                .isInstanceOf(UnknownOutcomeException.class)
                .hasMessageContaining("SOC2-E209");
        batch.add(log.draft(record("c")));
        assertThatThrownBy(batch::flush).hasMessageContaining("SOC2-E208");
        batch.close();
        book.close();

        try (Book again = new Book(database(), options)) {
            assertThat(ids(again.log("evidence"))).containsExactly("a0", "a1", "a2", "a3", "a4");
        }
    }

    @Test
    void aRecordIsKnownWhileItIsWrittenAndAfterwards() {
        try (Book book = new Book(database(), options.batchSize(3))) {
            Log log = book.log("evidence");
            try (Batch batch = log.batch()) {
                for (int i = 0; i < 30; i++) {
                    assertThat(batch.add(log.draft(record("r" + i))).isNew()).isTrue();
                    for (int back = Math.max(0, i - 7); back <= i; back++) {
                        assertThat(batch.add(log.draft(record("r" + back))).isNew())
                                .as("record %d again after %d", back, i)
                                .isFalse();
                        assertThat(batch.add(log.draft(other("r" + back))).isConflict())
                                .isTrue();
                    }
                }
                batch.flush();
            }
            assertThat(ids(log)).hasSize(30).startsWith("r0", "r1", "r2").endsWith("r29");
        }
    }

    @Test
    void whatOthersWriteMeanwhileIsNotWrittenTwice() {
        try (Book book = new Book(database(), options.batchSize(4))) {
            Log log = book.log("evidence");
            try (Batch one = log.batch();
                    Batch two = log.batch()) {
                for (int i = 0; i < 50; i++) {
                    one.add(log.draft(record("r" + i)));
                    two.add(log.draft(record("r" + i)));
                    if (i % 7 == 0) {
                        log.add(log.draft(record("r" + (i + 2))));
                    }
                }
                one.flush();
                two.flush();
            }
            // Numbers 0 to 49, and 51.
            assertThat(ids(log)).hasSize(51).doesNotHaveDuplicates();
            assertThat(log.verify(List.of()).findings()).isEmpty();
        }
    }

    @Test
    void whatOthersWroteBetweenTwoImportsOfABatchIsKnown() {
        try (Book book = new Book(database(), options.batchSize(2))) {
            Log log = book.log("evidence");
            try (Batch batch = log.batch()) {
                for (int i = 0; i < 5; i++) {
                    batch.add(log.draft(record("r" + i)));
                }
                batch.flush();
                log.add(log.draft(record("s")));

                assertThat(batch.add(log.draft(record("s"))).isNew()).isFalse();
                assertThat(batch.add(log.draft(other("s"))).isConflict()).isTrue();
                assertThat(batch.add(log.draft(record("t"))).isNew()).isTrue();
                batch.flush();
            }
            assertThat(ids(log)).containsExactly("r0", "r1", "r2", "r3", "r4", "s", "t");
            assertThat(log.verify(List.of()).findings()).isEmpty();
        }
    }

    @Test
    void aPeriodThatIsSealedMeanwhileTakesNothingAndSaysSo() {
        try (Book book = new Book(database(), options.batchSize(4))) {
            Log log = book.log("evidence");
            Batch batch = log.batch();
            for (int i = 0; i < 6; i++) {
                batch.add(log.draft(record("r" + i)));
            }
            log.seal(NOON.minusSeconds(60), NOON, "closed", "ciso");
            batch.add(log.draft(Evidence.of("at noon", "hr.hired", "person", NOON.minusSeconds(1), "hris")
                    .build()));

            assertThatThrownBy(batch::flush).hasMessageContaining("SOC2-E214");
            batch.close();
            assertThat(ids(log)).containsExactly("r0", "r1", "r2", "r3", "r4", "r5");
        }
    }

    @Test
    void aPeriodThatIsSealedBetweenTwoImportsOfABatchTakesNothing() {
        try (Book book = new Book(database(), options.batchSize(2))) {
            Log log = book.log("evidence");
            try (Batch batch = log.batch()) {
                for (int i = 0; i < 5; i++) {
                    batch.add(log.draft(record("r" + i)));
                }
                batch.flush();
                log.seal(NOON.minusSeconds(60), NOON, "closed", "ciso");

                Answer answer = batch.add(log.draft(Evidence.of("z", "hr.hired", "person", NOON.minusSeconds(1), "hris")
                        .build()));
                assertThat(answer.isNew()).isFalse();
                assertThat(answer.refusal().orElseThrow().toString()).contains("SOC2-E214");
                batch.flush();
            }
            assertThat(ids(log)).containsExactly("r0", "r1", "r2", "r3", "r4");
        }
    }

    @Test
    void anEntryThatIsRefusedLeavesTheLedgerOpenAndAsItWas() {
        try (Book book = new Book(database(), options)) {
            Log log = book.log("evidence");
            log.add(log.draft(record("1")));
            var head = log.checkpoint();

            assertThatThrownBy(() -> log.note(CustodyAction.EXPORTED, Optional.empty(), "x".repeat(70_000), "ann"))
                    .isInstanceOf(LedgerException.class)
                    .hasMessageContaining("SOC2-E211");

            assertThat(log.checkpoint()).isEqualTo(head);
            assertThat(log.add(log.draft(record("2"))).isNew()).isTrue();
            assertThat(log.verify(List.of(head)).findings()).isEmpty();
        }
    }

    /** A database whose commit can be made to fail. */
    private static final class Failure implements Database {

        private final Database database;
        private final Failing failing;
        private boolean armed;

        Failure(Database database, Failing failing) {
            this.database = database;
            this.failing = failing;
        }

        @Override
        public String name() {
            return database.name();
        }

        @Override
        public boolean isReadOnly() {
            return database.isReadOnly();
        }

        @Override
        public Connection writer() {
            return database.writer();
        }

        @Override
        public void begin(long log) throws SQLException {
            database.begin(log);
        }

        @Override
        public void commit() throws SQLException {
            if (!armed || failing == Failing.AFTER_THE_COMMIT) {
                database.commit();
            }
            if (armed) {
                throw new SQLException("the disk failed");
            }
        }

        @Override
        public void rollback() throws SQLException {
            database.rollback();
        }

        @Override
        public Connection snapshot() throws SQLException {
            return database.snapshot();
        }

        @Override
        public Optional<Connection> beside() throws SQLException {
            return database.beside();
        }

        @Override
        public void forget() throws SQLException {
            database.forget();
        }

        @Override
        public Settled settled() throws SQLException {
            return database.settled();
        }

        @Override
        public List<String> unused(Settled view) throws SQLException {
            return database.unused(view);
        }

        @Override
        public List<String> check(Settled view) throws SQLException {
            return database.check(view);
        }

        @Override
        public void close() throws SQLException {
            database.close();
        }

        @Override
        public void abandon() {
            database.abandon();
        }
    }
}
