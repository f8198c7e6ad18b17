package dev.soc2.quickstart.acme;

import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Makes a year of evidence of Acme Payroll, a company that does not exist, with deviations planted in it.
 *
 * <p>The same seed gives the same year; other seeds plant the deviations in other places. Nothing but the random source
 * that is passed in decides.
 */
public final class AcmeGenerator {

    /** Types that no part of the year has to write, and the source that was asked for them. */
    private static final Map<String, String> QUIET =
            Map.of("complaint.received", "desk", "risk.change.identified", "grc", "policy.breach.confirmed", "hris");

    private AcmeGenerator() {}

    /**
     * Makes a year in which the tests that usually find something do, and no other.
     *
     * @param random decides where and how things go wrong
     * @return the evidence and its ground truth
     */
    public static AcmeYear generate(SplittableRandom random) {
        return generate(random, Troubles.ordinary());
    }

    /**
     * Makes a year in which every second of the other tests finds something too.
     *
     * @param random decides where and how things go wrong
     * @return the evidence and its ground truth
     */
    public static AcmeYear generateWithTroublesEverywhere(SplittableRandom random) {
        return generate(random, Troubles.everywhere());
    }

    private static AcmeYear generate(SplittableRandom random, Troubles troubles) {
        // Every part has its own stream of chance, so that a change of one leaves the others alone.
        Scene scene = new Scene(random, troubles);
        Policies.play(scene.part(random.split()));
        Governance.play(scene.part(random.split()));
        People.play(scene.part(random.split()));
        Access.play(scene.part(random.split()));
        Assets.play(scene.part(random.split()));
        Changes.play(scene.part(random.split()));
        Incidents.play(scene.part(random.split()));
        Processing.play(scene.part(random.split()));
        Privacy.play(scene.part(random.split()));
        Renewals.play(scene.part(random.split()));
        Grants.play(scene.part(random.split()));
        Vendors.play(scene.part(random.split()));
        Consents.play(scene.part(random.split()));
        Metrics.play(scene.part(random.split()));
        Snapshots.play(scene.part(random.split()));
        Extracts.play(scene, new TreeMap<>(QUIET));
        return new AcmeYear(scene.evidence(), scene.truth());
    }
}
