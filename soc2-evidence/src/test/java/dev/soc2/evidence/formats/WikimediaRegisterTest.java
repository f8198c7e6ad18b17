package dev.soc2.evidence.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.evidence.importing.ImportOptions;
import dev.soc2.model.document.tree.DocumentLimits;
import dev.soc2.model.document.tree.Documents;
import dev.soc2.model.document.tree.MapNode;
import dev.soc2.model.document.tree.TextNode;
import dev.soc2.model.evidence.AttributeValue;
import dev.soc2.model.evidence.Evidence;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * A real register. The counts were made from the snapshots with jq, such as joiners:
 *
 * <pre>
 * jq -n --slurpfile a register-snapshot-2021-09-27.json --slurpfile b register-snapshot-2023-09-26.json \
 *   '($a[0].users | map(.id)) as $old | [$b[0].users[] | select(.id | IN($old[]) | not)] | length'
 * </pre>
 */
class WikimediaRegisterTest {

    private static final Path FOLDER = Path.of("src/test/resources/data/wikimedia-access-register");
    private static final Instant FIRST = Instant.parse("2021-09-27T15:48:22Z");
    private static final Instant SECOND = Instant.parse("2023-09-26T14:31:32Z");
    private static final Instant THIRD = Instant.parse("2024-10-23T17:07:27Z");

    private final Imported read =
            Imported.of("REGISTER", ImportOptions.NONE.source("register").with("service", "serviceAccount"), FOLDER);

    private List<Evidence> at(Instant time, String type) {
        return read.of(type).stream()
                .filter(record -> record.occurredAt().equals(time))
                .toList();
    }

    private long change(Instant time, String type, String change) {
        return at(time, type).stream()
                .filter(record -> record.text("change").orElseThrow().equals(change))
                .count();
    }

    @Test
    void everyEntryOfEverySnapshotIsAState() {
        assertThat(at(FIRST, "iam.account.state")).hasSize(603);
        assertThat(at(SECOND, "iam.account.state")).hasSize(782);
        assertThat(at(THIRD, "iam.account.state")).hasSize(844);
        assertThat(read.of("iam.account.state").stream()
                        .filter(record -> record.attribute("active").equals(Optional.of(AttributeValue.of(true))))
                        .count())
                .isEqualTo(426 + 489 + 501);
        // 603 + 782 + 844 entries, one that is missing in the second, and what the second and the third cover.
        assertThat(read.receipt().read()).isEqualTo(2229 + 1 + 2);
        assertThat(read.receipt().rejectedCount()).isZero();
    }

    @Test
    void joinersAndLeaversAreThoseOfAnIndependentCount() {
        assertThat(at(FIRST, "iam.account.created")).isEmpty();
        assertThat(change(SECOND, "iam.account.created", "APPEARED")).isEqualTo(180);
        assertThat(change(SECOND, "iam.account.created", "REACTIVATED")).isEqualTo(1);
        assertThat(change(SECOND, "iam.account.disabled", "DEACTIVATED")).isEqualTo(75);
        assertThat(change(SECOND, "iam.account.disabled", "REMOVED")).isEqualTo(1);
        assertThat(change(THIRD, "iam.account.created", "APPEARED")).isEqualTo(62);
        assertThat(change(THIRD, "iam.account.created", "REACTIVATED")).isZero();
        assertThat(change(THIRD, "iam.account.disabled", "DEACTIVATED")).isEqualTo(45);
        assertThat(change(THIRD, "iam.account.disabled", "REMOVED")).isZero();
        // Of those who appeared, 138 and 57 were in force when first seen.
        assertThat(read.of("iam.account.created").stream()
                        .filter(record -> record.text("change").orElseThrow().equals("APPEARED"))
                        .filter(record ->
                                record.attribute("active").orElseThrow().equals(AttributeValue.of(true)))
                        .count())
                .isEqualTo(138 + 57);
    }

    @Test
    void accessGrantedAndTakenBackIsThatOfAnIndependentCount() {
        assertThat(at(SECOND, "iam.access.granted")).hasSize(992);
        assertThat(at(SECOND, "iam.access.revoked")).hasSize(250);
        assertThat(at(THIRD, "iam.access.granted")).hasSize(267);
        assertThat(at(THIRD, "iam.access.revoked")).hasSize(212);
    }

    @Test
    void populationsCarryTheCounts() {
        assertThat(read.population("iam.account.disabled").attribute("rows")).contains(AttributeValue.of(76 + 45));
        assertThat(read.population("iam.account.created").attribute("rows")).contains(AttributeValue.of(181 + 62));
    }

    /**
     * The events were derived from the history of the register, commit by commit. Whoever came and went between two
     * snapshots is in them and cannot be in the snapshots; what remains in the end is the same.
     */
    @Test
    void theDifferencesAreWhatTheEventsAmountTo() throws IOException {
        agree(FIRST, SECOND);
        agree(SECOND, THIRD);
    }

    private void agree(Instant from, Instant to) throws IOException {
        Map<String, Boolean> active = new TreeMap<>();
        Map<String, Set<String>> groups = new HashMap<>();
        at(from, "iam.account.state").forEach(state -> {
            active.put(state.subject(), state.attribute("active").orElseThrow().equals(AttributeValue.of(true)));
            groups.put(state.subject(), new TreeSet<>(Imported.list(state, "entitlements")));
        });
        Set<String> known = Set.copyOf(active.keySet());
        Set<String> inForce = new TreeSet<>(known);
        inForce.removeIf(id -> !active.get(id));
        Set<String> before = pairs(groups);
        for (String line : Files.readAllLines(FOLDER.resolve("access-events.jsonl"))) {
            apply(line, from, to, active, groups);
        }
        groups.keySet().retainAll(active.keySet());
        Set<String> after = pairs(groups);

        Set<String> joined = new TreeSet<>(active.keySet());
        joined.removeIf(id -> known.contains(id) && (inForce.contains(id) || !active.get(id)));
        Set<String> left = new TreeSet<>(inForce);
        left.removeIf(id -> active.getOrDefault(id, false));
        assertThat(at(to, "iam.account.created"))
                .extracting(Evidence::subject)
                .containsExactlyInAnyOrderElementsOf(joined);
        assertThat(at(to, "iam.account.disabled"))
                .extracting(Evidence::subject)
                .containsExactlyInAnyOrderElementsOf(left);
        assertThat(at(to, "iam.access.granted"))
                .extracting(record ->
                        record.subject() + " " + record.text("entitlement").orElseThrow())
                .containsExactlyInAnyOrderElementsOf(without(after, before));
        assertThat(at(to, "iam.access.revoked"))
                .extracting(record ->
                        record.subject() + " " + record.text("entitlement").orElseThrow())
                .containsExactlyInAnyOrderElementsOf(without(before, after));
    }

    private static void apply(
            String line, Instant from, Instant to, Map<String, Boolean> active, Map<String, Set<String>> groups) {
        Instant time = OffsetDateTime.parse(field(line, "occurredAt")).toInstant();
        if (!time.isAfter(from) || time.isAfter(to)) {
            return;
        }
        String who = field(line, "subject");
        switch (field(line, "type")) {
            case "identity.created", "identity.reactivated" -> active.put(who, true);
            case "identity.created-inactive", "identity.deactivated" -> active.put(who, false);
            case "identity.removed-from-register" -> active.remove(who);
            case "access.granted" ->
                groups.computeIfAbsent(who, id -> new TreeSet<>()).add(field(line, "group"));
            case "access.revoked" ->
                groups.computeIfAbsent(who, id -> new TreeSet<>()).remove(field(line, "group"));
            default -> throw new IllegalStateException(line);
        }
    }

    private static String field(String line, String name) {
        MapNode event =
                (MapNode) Documents.readJson("event", line.getBytes(StandardCharsets.UTF_8), DocumentLimits.forLines());
        return ((TextNode) event.get(name).orElseThrow()).value();
    }

    private static Set<String> pairs(Map<String, Set<String>> groups) {
        Set<String> pairs = new TreeSet<>();
        groups.forEach((who, names) -> names.forEach(name -> pairs.add(who + " " + name)));
        return pairs;
    }

    private static Set<String> without(Set<String> all, Set<String> some) {
        Set<String> rest = new TreeSet<>(all);
        rest.removeAll(some);
        return rest;
    }
}
