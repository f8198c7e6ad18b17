package dev.soc2.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.EvidenceBuilder;
import dev.soc2.model.evidence.EvidenceQuery;
import dev.soc2.model.evidence.Provenance;
import dev.soc2.model.issue.Location;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InMemoryEvidenceTest {

    private static final Instant NEW_YEAR = Instant.parse("2025-01-01T00:00:00Z");

    private static EvidenceBuilder record(String id) {
        return Evidence.of(id, "hr.hired", "s", NEW_YEAR, "hris");
    }

    private static Provenance at(int line) {
        return new Provenance(Location.of("hr.jsonl", line, 0), "0".repeat(64), "JSONL");
    }

    @Test
    void aRecordThatComesAgainIsCountedAndNotKeptTwice() {
        InMemoryEvidence evidence =
                InMemoryEvidence.of(List.of(record("1").provenance(at(1)).build()));

        boolean isNew = evidence.add(record("1").provenance(at(9)).build());

        assertThat(isNew).isFalse();
        assertThat(evidence.records()).hasSize(1);
        assertThat(evidence.duplicates()).isEqualTo(1);
    }

    @Test
    void theSameIdWithOtherContentIsRefusedWithBothPlaces() {
        InMemoryEvidence evidence =
                InMemoryEvidence.of(List.of(record("1").provenance(at(1)).build()));

        assertThatThrownBy(() ->
                        evidence.add(record("1").with("a", 1).provenance(at(9)).build()))
                .isInstanceOf(ConflictingEvidenceException.class)
                .hasMessageContaining("hr.jsonl:9: SOC2-E004")
                .hasMessageContaining("from hr.jsonl:1");
        assertThat(evidence.records()).containsExactly(record("1").build());
    }

    @Test
    void aQueryGetsItsTypesAsFarAsTheyWereKnown() {
        InMemoryEvidence evidence = InMemoryEvidence.of(List.of(
                record("known").recordedAt(NEW_YEAR).build(),
                record("later").recordedAt(NEW_YEAR.plusSeconds(1)).build(),
                Evidence.of("other", "hr.moved", "s", NEW_YEAR, "hris").build()));
        List<String> ids = new ArrayList<>();

        evidence.read(
                new EvidenceQuery(Map.of("hr.hired", Set.of()), Optional.of(NEW_YEAR)), record -> ids.add(record.id()));

        assertThat(ids).containsExactly("known");
    }

    @Test
    void aPlainSinkBehindAStoreGetsEachRecordOnce() {
        List<Evidence> taken = new ArrayList<>();
        EvidenceStore store = EvidenceStore.over(taken::add);

        store.accept(record("1").build());
        store.accept(record("1").build());

        assertThat(taken).hasSize(1);
        assertThatThrownBy(() -> store.accept(record("1").actor("a").build()))
                .isInstanceOf(ConflictingEvidenceException.class)
                .hasMessageContaining("which came from no file");
        assertThat(EvidenceStore.over(store)).isSameAs(store);
    }
}
