package dev.soc2.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.soc2.evidence.ledger.LedgerOptions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** The contract, in a real PostgreSQL. */
@EnabledIf("dev.soc2.evidence.Server#isThere")
class PostgresqlLedgerTest extends EvidenceLedgerContract {

    private final DataSource source = Server.schema();

    @Override
    EvidenceLedger open(LedgerOptions options) {
        return EvidenceLedger.on(source, options);
    }

    @Test
    void severalProcessesWriteInTurn() {
        try (EvidenceLedger one = open();
                EvidenceLedger other = open()) {
            one.add(record("1").build());
            other.add(record("2").build());
            one.add(record("3").build());
            assertThat(other.add(record("1").build())).isFalse();

            assertThat(ids(other)).containsExactly("1", "2", "3");
            assertThat(one.verify().orThrow().checkpoint())
                    .isEqualTo(other.log().checkpoint());
        }
    }

    @Test
    void whatComesFromTwoSidesAtOnceIsWrittenOnce() {
        try (EvidenceLedger one = open();
                EvidenceLedger other = open()) {
            assertThatThrownBy(() -> one.inBatches(store -> {
                        store.add(record("same").build());
                        store.add(record("conflict").build());
                        store.add(record("mine").build());
                        other.add(record("same").build());
                        other.add(record("conflict").with("n", 1).build());
                    }))
                    .hasMessageContaining("SOC2-E004");

            assertThat(ids(one)).containsExactly("same", "conflict", "mine");
            assertThat(one.verify().findings()).isEmpty();
        }
    }

    @Test
    void rowsAreGuardedAgainstMistakes() throws SQLException {
        try (EvidenceLedger ledger = open()) {
            ledger.add(record("1").build());
        }
        for (String change : new String[] {
            "UPDATE soc2_entry SET kind = 2", "DELETE FROM soc2_entry", "TRUNCATE soc2_content", "DELETE FROM soc2_log"
        }) {
            try (Connection connection = source.getConnection();
                    Statement statement = connection.createStatement()) {
                assertThatThrownBy(() -> statement.execute(change)).hasMessageContaining("append-only");
            }
        }
    }

    @Test
    void tablesOfAnotherApplicationAreLeftAlone() throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE soc2_log (mine TEXT)");
        }

        assertThatThrownBy(this::open).hasMessageContaining("SOC2-E201");
    }

    @Test
    void aNewerFormatIsRefused() throws SQLException {
        open().close();
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO soc2_ledger (version) VALUES (2)");
        }

        assertThatThrownBy(this::open).hasMessageContaining("SOC2-E202");
    }
}
