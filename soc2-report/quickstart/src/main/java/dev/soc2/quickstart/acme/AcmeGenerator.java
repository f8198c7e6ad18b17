package dev.soc2.quickstart.acme;

import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Makes a year of evidence of Acme Payroll, a company that does not exist, with deviations planted in it.
 *
 * <p>The same seed gives the same year; other seeds plant other deviations, none to three for a test. Nothing but the
 * random source that is passed in decides.
 */
public final class AcmeGenerator {

    /** Types that no part of the year has to write, and the source that was asked for them. */
    private static final Map<String, String> QUIET =
            Map.of("policy.breach.confirmed", "hris", "breach.confirmed", "desk", "risk.change.identified", "grc");

    private AcmeGenerator() {}

    /**
     * Makes a year.
     *
     * @param random decides where things go wrong
     * @return the evidence and its ground truth
     */
    public static AcmeYear generate(SplittableRandom random) {
        // Every part has its own stream of chance, so that a change of one leaves the others alone.
        Scene scene = new Scene(random);
        Policies.play(scene.part(random.split()));
        Governance.play(scene.part(random.split()));
        People.play(scene.part(random.split()));
        Access.play(scene.part(random.split()));
        Assets.play(scene.part(random.split()));
        Changes.play(scene.part(random.split()));
        Incidents.play(scene.part(random.split()));
        Processing.play(scene.part(random.split()));
        Privacy.play(scene.part(random.split()));
        Extracts.play(scene, new TreeMap<>(QUIET));
        return new AcmeYear(scene.evidence(), scene.truth());
    }
}
