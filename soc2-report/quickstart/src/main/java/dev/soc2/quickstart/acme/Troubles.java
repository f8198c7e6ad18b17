package dev.soc2.quickstart.acme;

import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Where things go wrong in a year, and how often.
 *
 * @param usual how many deviations a test gets in every year, by control and test
 * @param doubts how many items nobody can decide, in the same way
 * @param oneIn every which of the other tests gets deviations too; 0 for none
 */
record Troubles(Map<String, Integer> usual, Map<String, Integer> doubts, int oneIn) {

    private static final int MOST = 3;

    private static final Map<String, Integer> USUAL = Map.ofEntries(
            Map.entry("AST-01/T1", 1),
            Map.entry("AST-03/T1", 1),
            Map.entry("AVL-01/T1", 1),
            Map.entry("AVL-02/T1", 1),
            Map.entry("AVL-03/T1", 1),
            Map.entry("AVL-04/T1", 1),
            Map.entry("CHG-01/T1", 4),
            Map.entry("CHG-02/T1", 1),
            Map.entry("CRY-03/T1", 1),
            Map.entry("DLP-02/T1", 1),
            Map.entry("END-01/T1", 1),
            Map.entry("GOV-01/T1", 1),
            Map.entry("VUL-04/T1", 1),
            Map.entry("GOV-06/T2", 1),
            Map.entry("GOV-07/T1", 3),
            Map.entry("GOV-10/T2", 1),
            Map.entry("IAM-01/T1", 2),
            Map.entry("IAM-02/T1", 1),
            Map.entry("IAM-04/T1", 1),
            Map.entry("IAM-05/T1", 1),
            Map.entry("IAM-07/T1", 1),
            Map.entry("LOG-03/T1", 3),
            Map.entry("PIN-03/T1", 2),
            Map.entry("PIN-05/T1", 1),
            Map.entry("POL-07/T1", 1),
            Map.entry("POL-08/T1", 1),
            Map.entry("POL-10/T1", 1),
            Map.entry("PRV-02/T1", 1),
            Map.entry("PRV-05/T1", 1),
            Map.entry("PRV-07/T2", 1),
            Map.entry("VEN-01/T1", 1),
            Map.entry("VUL-01/T1", 1),
            Map.entry("VUL-02/T1", 2));

    private static final Map<String, Integer> DOUBTS =
            Map.of("AVL-01/T1", 1, "IAM-05/T1", 1, "LOG-02/T1", 1, "VUL-05/T1", 1);

    Troubles {
        usual = Map.copyOf(usual);
        doubts = Map.copyOf(doubts);
    }

    /** What a young company has to expect: a handful of controls that fail, more that slip once. */
    static Troubles ordinary() {
        return new Troubles(USUAL, DOUBTS, 0);
    }

    /** As in an ordinary year, and in every second of the other tests too. */
    static Troubles everywhere() {
        return new Troubles(USUAL, DOUBTS, 2);
    }

    /** How many deviations a test gets. */
    int plants(String test, SplittableRandom random) {
        return Optional.ofNullable(usual.get(test))
                .orElseGet(() -> oneIn > 0 && random.nextInt(oneIn) == 0 ? random.nextInt(1, MOST + 1) : 0);
    }

    /**
     * Whether nothing happened in the year that calls for a control which may rest: always in an ordinary year, else by
     * chance.
     */
    boolean rests(SplittableRandom random) {
        return oneIn == 0 || random.nextInt(oneIn) == 0;
    }

    /** How many items of a test nobody can decide. */
    int doubtsOf(String test) {
        return doubts.getOrDefault(test, 0);
    }
}
