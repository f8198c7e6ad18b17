package dev.soc2.quickstart.acme;

import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.EvidenceBuilder;
import dev.soc2.model.evidence.EvidenceTypes;
import dev.soc2.model.result.ReasonCode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;

/** Where the parts of the made-up company put their records, and what chance decides. */
final class Scene {

    private final SplittableRandom random;
    private final Troubles troubles;
    private final Map<String, Integer> counters;
    private final List<Evidence> evidence;
    private final Set<Planted> planted;
    private final Set<Planted> undetermined;
    private final Set<LookAlike> lookAlikes;
    private final Set<String> quiet;

    Scene(SplittableRandom random, Troubles troubles) {
        this.random = random;
        this.troubles = troubles;
        counters = new HashMap<>();
        evidence = new ArrayList<>();
        planted = new TreeSet<>();
        undetermined = new TreeSet<>();
        lookAlikes = new TreeSet<>();
        quiet = new TreeSet<>();
    }

    private Scene(SplittableRandom random, Scene whole) {
        this.random = random;
        troubles = whole.troubles;
        counters = whole.counters;
        evidence = whole.evidence;
        planted = whole.planted;
        undetermined = whole.undetermined;
        lookAlikes = whole.lookAlikes;
        quiet = whole.quiet;
    }

    /** The same scene with chance of its own. */
    Scene part(SplittableRandom own) {
        return new Scene(own, this);
    }

    List<Evidence> evidence() {
        return List.copyOf(evidence);
    }

    GroundTruth truth() {
        return new GroundTruth(
                List.copyOf(planted), List.copyOf(undetermined), List.copyOf(lookAlikes), List.copyOf(quiet));
    }

    String id(String prefix) {
        return String.format(Locale.ROOT, "%s-%04d", prefix, counters.merge(prefix, 1, Integer::sum));
    }

    Evidence add(EvidenceBuilder builder) {
        Evidence record = builder.build();
        if (!record.occurredAt().isAfter(AcmeTime.AS_OF)) {
            evidence.add(record);
        }
        return record;
    }

    /** A fact with a counted id. */
    EvidenceBuilder fact(String prefix, String type, String subject, Instant at, String source) {
        return Evidence.of(id(prefix), type, subject, at, source);
    }

    void plant(String control, String test, String item, ReasonCode reason) {
        planted.add(new Planted(control, test, item, reason));
    }

    void undetermined(String control, String test, String item, ReasonCode reason) {
        undetermined.add(new Planted(control, test, item, reason));
    }

    /** Whether nothing happens in this year that calls for some tests of a control, which is written down. */
    boolean rests(String control, String... tests) {
        boolean rests = troubles.rests(random);
        if (rests) {
            List.of(tests).forEach(test -> quiet.add(control + "/" + test));
        }
        return rests;
    }

    /** A test that has nothing to do in any year of this company. */
    void neverCalledFor(String control, String test) {
        quiet.add(control + "/" + test);
    }

    void lookAlike(String control, String test, String item, String why) {
        lookAlikes.add(new LookAlike(control, test, item, why));
    }

    void excuse(String control, String item, Instant from, Instant to, Instant approvedAt) {
        add(fact("excuse", EvidenceTypes.EXCEPTION_APPROVED, item, approvedAt, "grc")
                .actor("ciso")
                .with("control", control)
                .with("from", from.toString())
                .with("to", to.toString())
                .with("approvedAt", approvedAt.toString())
                .with("approvedBy", "ciso")
                .with("reason", "accepted for a time, with a compensating check"));
    }

    /** A time in which a source could not be read for one type. */
    void unread(String source, String type, Instant from, Instant to) {
        add(fact("coverage-down", EvidenceTypes.SOURCE_COVERAGE, source, to, source)
                .with("source", source)
                .with("types", List.of(type))
                .with("from", from.toString())
                .with("to", to.toString())
                .with("status", "DOWN"));
    }

    int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    boolean oneIn(int chances) {
        return random.nextInt(chances) == 0;
    }

    /** How many deviations a test gets. */
    int plants(String control, String test) {
        return troubles.plants(control + "/" + test, random);
    }

    /** How many items of a test nobody can decide. */
    int doubts(String control, String test) {
        return troubles.doubtsOf(control + "/" + test);
    }

    <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    <T> List<T> shuffled(List<T> values) {
        List<T> copy = new ArrayList<>(values);
        for (int i = copy.size() - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            T held = copy.get(i);
            copy.set(i, copy.get(j));
            copy.set(j, held);
        }
        return copy;
    }

    /** A number of the given values, without repetition. */
    <T> List<T> some(int count, List<T> values) {
        return shuffled(values).subList(0, Math.min(count, values.size()));
    }

    Instant within(Instant from, Instant to) {
        long seconds = from.until(to, ChronoUnit.SECONDS);
        return from.plusSeconds(random.nextLong(Math.max(seconds, 1))).truncatedTo(ChronoUnit.SECONDS);
    }

    Instant within(LocalDate first, LocalDate last) {
        return within(AcmeTime.midnight(first), AcmeTime.midnight(last.plusDays(1)));
    }

    /** An instant in office hours. */
    Instant daytime(LocalDate first, LocalDate last) {
        long days = first.until(last, ChronoUnit.DAYS);
        LocalDate day = first.plusDays(random.nextLong(days + 1));
        return AcmeTime.at(day, between(9, 16), between(0, 59));
    }
}
