package dev.soc2.rules;

import dev.soc2.model.criteria.CriteriaCatalog;
import dev.soc2.model.document.CriteriaDocument;
import dev.soc2.model.engagement.Engagement;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.EvidenceRow;
import dev.soc2.model.evidence.EvidenceSink;
import dev.soc2.model.evidence.EvidenceSource;
import dev.soc2.model.evidence.SourceCheckpoint;
import dev.soc2.model.result.Assessment;
import dev.soc2.rules.internal.engine.Conclusion;
import dev.soc2.rules.internal.engine.Plan;
import dev.soc2.rules.internal.pack.PackDocuments;
import dev.soc2.rules.internal.service.RuleProviders;
import dev.soc2.rules.internal.timeline.EvidenceState;
import dev.soc2.rules.rule.RulePack;
import dev.soc2.rules.spi.RuleProvider;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The front door of the engine: an engagement, evidence and rule packs in, a reasoned assessment out.
 *
 * <p>Immutable and thread-safe; one assessor serves many assessments, each on its caller's thread. The same engagement,
 * evidence and packs give the same assessment, whatever the order of the evidence and whatever the locale, zone or clock
 * of the machine.
 *
 * <pre>{@code
 * Assessor assessor = Assessor.with(RulePacks.starter());
 * Assessment assessment = assessor.assess(engagement, evidence);
 * assessment.control("IAM-03").operating();
 * }</pre>
 */
public final class Assessor {

    private static final long A_SIGN_OF_LIFE = 100_000;

    private final List<RulePack> packs;
    private final CriteriaCatalog catalog;
    private final List<RuleProvider> providers;
    private final AssessmentListener listener;
    private final boolean keepConforming;
    private final Optional<Set<String>> only;

    private Assessor(
            List<RulePack> packs,
            CriteriaCatalog catalog,
            List<RuleProvider> providers,
            AssessmentListener listener,
            boolean keepConforming,
            Optional<Set<String>> only) {
        this.packs = List.copyOf(packs);
        this.catalog = catalog;
        this.providers = List.copyOf(providers);
        this.listener = listener;
        this.keepConforming = keepConforming;
        this.only = only.map(Set::copyOf);
    }

    /**
     * An assessor for one or more packs.
     *
     * @param packs the packs whose controls are assessed; their control ids differ
     * @return the assessor
     */
    public static Assessor with(RulePack... packs) {
        return with(List.of(packs));
    }

    /**
     * An assessor for packs.
     *
     * @param packs the packs whose controls are assessed; at least one, and their control ids differ
     * @return the assessor
     */
    public static Assessor with(List<RulePack> packs) {
        if (packs.isEmpty()) {
            throw new IllegalArgumentException("an assessor needs at least one pack, such as RulePacks.starter()");
        }
        return new Assessor(
                packs, CriteriaDocument.builtIn(), List.of(), AssessmentListener.NONE, false, Optional.empty());
    }

    /**
     * The same assessor, judging by another catalogue than the one that comes with the library, to which its packs point.
     *
     * @param yardstick the criteria, for instance of {@code CriteriaDocument.read(file)}
     * @return a copy
     */
    public Assessor against(CriteriaCatalog yardstick) {
        return new Assessor(packs, Objects.requireNonNull(yardstick), providers, listener, keepConforming, only);
    }

    /**
     * The same assessor, with rules in Java that packs name. Those that are registered as services are found by
     * themselves: by the context class loader of the thread that assesses, and in the module layer of this library.
     *
     * @param more providers, beside those that were handed over before
     * @return a copy
     * @throws dev.soc2.model.issue.Soc2Exception if two of them have one name
     */
    public Assessor rules(RuleProvider... more) {
        List<RuleProvider> all = new ArrayList<>(providers);
        all.addAll(List.of(more));
        RuleProviders.byOwnName(all);
        return new Assessor(packs, catalog, all, listener, keepConforming, only);
    }

    /**
     * The same assessor, followed by a listener.
     *
     * @param follower hears of progress
     * @return a copy
     */
    public Assessor listening(AssessmentListener follower) {
        return new Assessor(packs, catalog, providers, Objects.requireNonNull(follower), keepConforming, only);
    }

    /**
     * The same assessor, whose results list conforming items too and not only those that need attention. Takes memory
     * for each item.
     *
     * @return a copy
     */
    public Assessor keepingConformingItems() {
        return new Assessor(packs, catalog, providers, listener, true, only);
    }

    /**
     * The same assessor for some controls only, to test a pack: only criteria that these controls address are concluded
     * on, while shares are taken of all criteria in scope.
     *
     * @param controls ids of the controls under test
     * @return a copy
     */
    public Assessor underTest(Set<String> controls) {
        return new Assessor(packs, catalog, providers, listener, keepConforming, Optional.of(controls));
    }

    /**
     * Assesses as of the instant that the engagement fixes.
     *
     * @param engagement what is examined; its {@link Engagement#asOf()} is present
     * @param evidence where evidence comes from; read once, on this thread
     * @return the assessment
     * @throws IllegalArgumentException if the engagement fixes no instant
     * @throws dev.soc2.model.issue.Soc2Exception with every fault of the input, such as two records of one id
     */
    public Assessment assess(Engagement engagement, EvidenceSource evidence) {
        return run(
                engagement,
                evidence,
                engagement
                        .asOf()
                        .orElseThrow(() -> new IllegalArgumentException("engagement '" + engagement.id()
                                + "' fixes no asOf: the instant that decides what is due; hand one to assess")));
    }

    /**
     * Assesses as of an instant.
     *
     * @param engagement what is examined
     * @param evidence where evidence comes from; read once, on this thread
     * @param asOf the instant that the assessment pretends to run at: what took effect after it does not exist, and what
     *     is due after it is pending
     * @return the assessment
     * @throws dev.soc2.model.issue.Soc2Exception with every fault of the input, such as two records of one id
     */
    public Assessment assess(Engagement engagement, EvidenceSource evidence, Instant asOf) {
        return run(engagement.toBuilder().asOf(asOf).build(), evidence, asOf);
    }

    private Assessment run(Engagement engagement, EvidenceSource evidence, Instant asOf) {
        List<RulePack> tailored = PackDocuments.tailored(packs, engagement.tailoring());
        Plan plan = new Plan(engagement, catalog, tailored, providers, only, asOf);
        listener.planned(plan.size());
        EvidenceState state = plan.newState();
        Scan scan = new Scan(state, listener);
        evidence.read(plan.query(), scan);
        listener.read(scan.read);
        return Conclusion.of(plan, state.freeze(), evidence.receipts(), listener::controlAssessed, keepConforming);
    }

    /** Passes records on to the state, and says now and then that it lives. */
    private static final class Scan implements EvidenceSink {

        private final EvidenceState state;
        private final AssessmentListener listener;
        private long read;

        Scan(EvidenceState state, AssessmentListener listener) {
            this.state = state;
            this.listener = listener;
        }

        @Override
        public void accept(Evidence evidence) {
            state.add(evidence);
            count();
        }

        @Override
        public void from(SourceCheckpoint checkpoint) {
            state.from(checkpoint);
        }

        @Override
        public void row(EvidenceRow row) {
            state.add(row);
            count();
        }

        private void count() {
            if (++read % A_SIGN_OF_LIFE == 0) {
                listener.read(read);
            }
        }
    }
}
