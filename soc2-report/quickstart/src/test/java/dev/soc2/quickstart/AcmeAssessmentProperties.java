package dev.soc2.quickstart;

import dev.soc2.evidence.InMemoryEvidence;
import dev.soc2.model.document.EngagementFile;
import dev.soc2.model.engagement.Engagement;
import dev.soc2.quickstart.acme.AcmeGenerator;
import dev.soc2.quickstart.acme.AcmeYear;
import dev.soc2.rules.Assessor;
import dev.soc2.rules.RulePacks;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class AcmeAssessmentProperties {

    private final Engagement engagement = EngagementFile.read(Shipped.ACME).engagement();
    private final Assessor assessor = Assessor.with(RulePacks.starter());

    @Property(tries = 20)
    void otherYearsAgreeWithTheirGroundTruth(@ForAll long seed, @ForAll boolean everywhere) {
        SplittableRandom random = new SplittableRandom(seed);
        AcmeYear year =
                everywhere ? AcmeGenerator.generateWithTroublesEverywhere(random) : AcmeGenerator.generate(random);

        Agreement.check(assessor.assess(engagement, InMemoryEvidence.of(year.evidence())), year.truth());
    }
}
