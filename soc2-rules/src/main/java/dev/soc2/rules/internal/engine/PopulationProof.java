package dev.soc2.rules.internal.engine;

import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.EvidenceTypes;
import dev.soc2.model.evidence.ImportReceipt;
import dev.soc2.model.result.IpeStatus;
import dev.soc2.model.result.PopulationResult;
import dev.soc2.model.result.Reason;
import dev.soc2.model.result.ReasonCode;
import dev.soc2.rules.internal.timeline.Rows;
import dev.soc2.rules.internal.timeline.Timeline;
import dev.soc2.rules.rule.Selector;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * How far the population of a test is proven. A record about the test itself is asked first, then records about its
 * evidence types, source by source. One contradiction fails the population; every part proven over the whole window
 * verifies it.
 */
final class PopulationProof {

    private record Part(String type, Optional<String> source) {}

    private final Scene scene;
    private final Timeline timeline;
    private final Window window;
    private final List<Selector> population;
    private final List<PopulationRecord> records;
    private final List<Reason> reasons = new ArrayList<>();
    private final List<String> evidence = new ArrayList<>();
    private final TreeSet<String> queries = new TreeSet<>();
    private final Map<Part, Rows> rowsByPart = new HashMap<>();
    private int parts;
    private int recorded;
    private int proven;
    private boolean failed;

    private PopulationProof(Scene scene, Window window, List<Selector> population) {
        this.scene = scene;
        this.timeline = scene.timeline;
        this.window = window;
        this.population = population;
        records = timeline.reserved(EvidenceTypes.POPULATION).stream()
                .map((Evidence r) -> PopulationRecord.of(r, scene.instants))
                .toList();
    }

    static PopulationResult prove(
            Evaluation evaluation,
            List<String> subjects,
            List<Selector> population,
            List<ImportReceipt> receipts,
            long count) {
        if (population.isEmpty()) {
            return new PopulationResult(count, IpeStatus.NOT_NEEDED, "", List.of(), List.of());
        }
        PopulationProof proof = new PopulationProof(evaluation.scene, evaluation.window, population);
        proof.prove(subjects);
        proof.contradictTheRest();
        boolean rejected = proof.sayRejected(receipts);
        return new PopulationResult(
                count, proof.status(rejected), String.join("; ", proof.queries), proof.reasons, proof.evidence);
    }

    /** What the records about a rule as a whole say, and no other. */
    static PopulationResult ofPath(Scene scene, Window window, String path, List<Selector> population) {
        PopulationProof proof = new PopulationProof(scene, window, population);
        proof.proveByPath(path);
        return new PopulationResult(
                0, proof.status(false), String.join("; ", proof.queries), proof.reasons, proof.evidence);
    }

    private boolean proveByPath(String path) {
        List<PopulationRecord> own =
                records.stream().filter(r -> r.subject().equals(path)).toList();
        if (!own.isEmpty()) {
            prove(own, () -> scene.pick(population).rows());
        }
        return !own.isEmpty();
    }

    private void prove(List<String> subjects) {
        if (subjects.stream().anyMatch(this::proveByPath)) {
            return;
        }
        for (Selector selector : population) {
            for (String type : selector.types()) {
                List<PopulationRecord> ofType =
                        records.stream().filter(r -> r.subject().equals(type)).toList();
                Set<String> sources = sources(selector, type, ofType);
                if (sources.isEmpty()) {
                    prove(ofType, () -> rows(type, Optional.empty()));
                }
                for (String source : sources) {
                    prove(
                            ofType.stream()
                                    .filter(r -> r.source().map(source::equals).orElse(true))
                                    .toList(),
                            type,
                            source);
                }
            }
        }
    }

    private Set<String> sources(Selector selector, String type, List<PopulationRecord> ofType) {
        if (selector.source().isPresent()) {
            return Set.of(selector.source().get());
        }
        TreeSet<String> sources = new TreeSet<>(timeline.sources(Set.of(type)));
        ofType.forEach(r -> r.source().ifPresent(sources::add));
        return sources;
    }

    private Rows rows(String type, Optional<String> source) {
        return rowsByPart.computeIfAbsent(new Part(type, source), part -> {
            Rows all = timeline.rows(type);
            if (source.isEmpty()) {
                return all;
            }
            int number = timeline.number(source.get());
            Rows.Builder rows = new Rows.Builder();
            for (int place = 0; place < all.size(); place++) {
                if (timeline.sourceNumber(all.at(place)) == number) {
                    rows.add(all.at(place));
                }
            }
            return rows.build();
        });
    }

    private void prove(List<PopulationRecord> own, String type, String source) {
        List<PopulationRecord> ofSource =
                own.stream().filter(r -> r.source().isPresent()).toList();
        List<PopulationRecord> ofAll =
                own.stream().filter(r -> r.source().isEmpty()).toList();
        if (ofSource.isEmpty() && !ofAll.isEmpty()) {
            prove(ofAll, () -> rows(type, Optional.empty()));
        } else {
            prove(ofSource, () -> rows(type, Optional.of(source)));
        }
    }

    private void prove(List<PopulationRecord> own, Supplier<Rows> population) {
        parts++;
        if (own.isEmpty()) {
            return;
        }
        recorded++;
        Rows rows = population.get();
        List<Window> covered = new ArrayList<>();
        boolean counted = true;
        for (PopulationRecord record : own) {
            evidence.add(record.id());
            if (!record.query().isEmpty()) {
                queries.add(record.query());
            }
            List<String> ids = idsIn(record.covers(), rows);
            fail(record.contradiction(ids));
            if (record.rejected() > 0) {
                counted = false;
                reasons.add(new Reason(
                        ReasonCode.IPE_UNVERIFIED,
                        "population record '" + record.id() + "' says that " + record.rejected()
                                + " rows were rejected"));
            }
            if (record.shortfall().isPresent()) {
                counted = false;
                reasons.add(new Reason(
                        ReasonCode.IPE_UNVERIFIED,
                        "population record '" + record.id() + "' "
                                + record.shortfall().get()));
            }
            counted &= record.rows().isPresent() && isShownLive(record, ids);
            covered.add(record.proven());
        }
        boolean whole = window.isCoveredBy(covered);
        if (!whole) {
            boolean early = own.stream().anyMatch(r -> r.extractedAt() < window.to());
            reasons.add(
                    early
                            ? new Reason(
                                    ReasonCode.POPULATION_TAKEN_EARLY, "it was extracted before the end of the window")
                            : new Reason(ReasonCode.IPE_UNVERIFIED, "its records cover a part of the window only"));
        }
        if (whole && counted) {
            proven++;
        }
    }

    /** An empty population that names a record to show that its source was live stands or falls with it. */
    private boolean isShownLive(PopulationRecord record, List<String> ids) {
        if (record.live().isEmpty() || !ids.isEmpty()) {
            return true;
        }
        String id = record.live().get();
        OptionalInt row = timeline.row(id);
        boolean shown = row.isPresent()
                && record.covers().contains(timeline.occurred(row.getAsInt()))
                && record.source().map(timeline.source(row.getAsInt())::equals).orElse(true);
        if (shown) {
            evidence.add(id);
        } else {
            reasons.add(
                    new Reason(
                            ReasonCode.IPE_UNVERIFIED,
                            "population record '" + record.id() + "' names '" + id
                                    + "' to show that the source was live, and no such record of the source lies in its window"));
        }
        return shown;
    }

    /** Rows come in order of time, so that those of a window lie together. */
    private List<String> idsIn(Window covered, Rows rows) {
        List<String> ids = new ArrayList<>();
        for (int place = timeline.firstFrom(rows, covered.from()); place < rows.size(); place++) {
            int row = rows.at(place);
            if (timeline.occurred(row) >= covered.to()) {
                break;
            }
            ids.add(timeline.id(row));
        }
        return ids;
    }

    private void fail(Optional<String> contradiction) {
        contradiction.ifPresent(text -> {
            failed = true;
            reasons.add(new Reason(ReasonCode.IPE_FAILED, text));
        });
    }

    /** Records about its types that a closer one made unnecessary as a proof still speak when they contradict. */
    private void contradictTheRest() {
        for (Selector selector : population) {
            for (PopulationRecord record : records) {
                boolean concerns = selector.types().contains(record.subject())
                        && (selector.source().isEmpty()
                                || record.source().isEmpty()
                                || record.source().equals(selector.source()));
                if (concerns && !evidence.contains(record.id())) {
                    Optional<String> contradiction =
                            record.contradiction(idsIn(record.covers(), rows(record.subject(), record.source())));
                    contradiction.ifPresent(text -> evidence.add(record.id()));
                    fail(contradiction);
                }
            }
        }
    }

    /** Rows that an import refused may belong to the population. */
    private boolean sayRejected(List<ImportReceipt> receipts) {
        Set<String> types = new TreeSet<>();
        population.forEach(s -> types.addAll(s.types()));
        long rejected = receipts.stream()
                .filter(r -> !r.isComplete())
                .filter(r -> r.types().isEmpty() || r.types().stream().anyMatch(types::contains))
                .mapToLong(ImportReceipt::rejectedCount)
                .sum();
        if (rejected > 0) {
            reasons.add(new Reason(
                    ReasonCode.IPE_UNVERIFIED, rejected + " rows were rejected on import and may belong to it"));
        }
        return rejected > 0;
    }

    private IpeStatus status(boolean rejected) {
        if (failed) {
            return IpeStatus.FAILED;
        }
        if (recorded == 0) {
            return IpeStatus.UNVERIFIED;
        }
        return proven == parts && !rejected ? IpeStatus.VERIFIED : IpeStatus.PARTIAL;
    }
}
