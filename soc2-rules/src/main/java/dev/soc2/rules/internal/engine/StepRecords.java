package dev.soc2.rules.internal.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The records of one step with one key, in groups of those that differ in nothing but their time, so that a search looks
 * at groups and not at records.
 */
final class StepRecords {

    /** How much of what an order asks is asked, each level including those before it. */
    enum Level {
        PRESENCE,
        ORDER,
        IN_FORCE,
        REVISION,
        DISTINCT
    }

    private record Signature(int kind, boolean certain, String source, List<?> persons) {}

    static final StepRecords NONE = new StepRecords(List.of(), Withdrawals.NONE);

    private final List<StepRecord> all;
    private final Withdrawals withdrawals;
    private final Map<Level, Map<Optional<String>, List<List<StepRecord>>>> groups = new EnumMap<>(Level.class);

    StepRecords(List<StepRecord> all, Withdrawals withdrawals) {
        this.all = all.stream()
                .sorted(Comparator.comparingLong(StepRecord::lo)
                        .thenComparingLong(StepRecord::hi)
                        .thenComparingInt(StepRecord::row))
                .toList();
        this.withdrawals = withdrawals;
    }

    /** In order of time. */
    List<StepRecord> all() {
        return all;
    }

    Withdrawals withdrawals() {
        return withdrawals;
    }

    /** Groups in order of time by revision; below the level of revisions all of them stand under none. */
    Map<Optional<String>, List<List<StepRecord>>> groups(Level level) {
        Level grain = level.compareTo(Level.REVISION) < 0 ? Level.ORDER : level;
        return groups.computeIfAbsent(grain, this::group);
    }

    private Map<Optional<String>, List<List<StepRecord>>> group(Level level) {
        Map<Optional<String>, Map<Signature, List<StepRecord>>> found = new LinkedHashMap<>();
        for (StepRecord step : all) {
            Optional<String> revision = level == Level.ORDER ? Optional.empty() : step.revision();
            Signature signature = new Signature(
                    step.kind(), step.certain(), step.source(), level == Level.DISTINCT ? step.persons() : List.of());
            found.computeIfAbsent(revision, r -> new LinkedHashMap<>())
                    .computeIfAbsent(signature, s -> new ArrayList<>())
                    .add(step);
        }
        Map<Optional<String>, List<List<StepRecord>>> result = new LinkedHashMap<>();
        found.forEach((revision, bySignature) -> result.put(revision, List.copyOf(bySignature.values())));
        return result;
    }
}
