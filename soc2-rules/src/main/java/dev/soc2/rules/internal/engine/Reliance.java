package dev.soc2.rules.internal.engine;

import dev.soc2.model.criteria.CriterionId;
import dev.soc2.model.engagement.Csoc;
import dev.soc2.model.engagement.Cuec;
import dev.soc2.model.engagement.Engagement;
import dev.soc2.model.result.Concluded;
import dev.soc2.model.result.CriterionConclusion;
import dev.soc2.model.result.CriterionReliance;
import dev.soc2.model.result.ReasonCode;
import dev.soc2.model.result.RelianceAlgebra;
import dev.soc2.model.result.RelianceResult;
import dev.soc2.model.result.Support;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What is assumed of subservice organisations and of customers, criterion by criterion; none of it is tested here. */
final class Reliance {

    private final Engagement engagement;
    private final List<Subservice> organizations;

    Reliance(Plan plan, Window examined, Instants instants, Function<String, Optional<Support>> supports) {
        engagement = plan.engagement;
        LocalDays ours = days(instants, examined);
        organizations = engagement.subserviceOrganizations().stream()
                .map(o -> new Subservice(o, plan, ours, supports))
                .toList();
    }

    private static LocalDays days(Instants instants, Window examined) {
        return examined.isEmpty()
                ? LocalDays.NONE
                : new LocalDays(
                        instants.dateOf(examined.from()),
                        instants.dateOf(examined.to() - 1).plusDays(1));
    }

    /** The conclusion on a criterion when what it assumes of others is taken into account. */
    Concluded<CriterionConclusion> conclude(
            CriterionId criterion,
            Collection<Support> supports,
            Concluded<CriterionConclusion> own,
            Function<Collection<Support>, Concluded<CriterionConclusion>> roll) {
        List<Concluded<CriterionConclusion>> relied = new ArrayList<>();
        for (Subservice organization : organizations) {
            List<Csoc> assumed = organization.declared.assumedFor(criterion);
            if (!assumed.isEmpty()) {
                relied.add(organization.allows(criterion, assumed, roll));
            }
        }
        List<String> customers = customers(criterion);
        if (!customers.isEmpty()) {
            relied.add(Concluded.because(
                    CriterionConclusion.MET_WITH_RELIANCE,
                    ReasonCode.RELIES_ON_OTHERS,
                    "relies on customers: " + String.join(", ", customers)));
        }
        if (relied.isEmpty()) {
            return own;
        }
        return RelianceAlgebra.conclude(isAlone(supports) ? Optional.empty() : Optional.of(own), relied);
    }

    private static boolean isAlone(Collection<Support> supports) {
        return supports.stream().noneMatch(Support::applies);
    }

    private List<String> customers(CriterionId criterion) {
        return engagement.userEntityControls().stream()
                .filter(c -> c.criteria().contains(criterion))
                .map(Cuec::id)
                .toList();
    }

    /** The whole picture, for the criteria that were concluded on. */
    RelianceResult result(Collection<CriterionId> concluded, Function<CriterionId, List<Support>> supports) {
        List<CriterionReliance> criteria = new ArrayList<>();
        for (CriterionId criterion : concluded) {
            List<CriterionReliance.AssumedControl> csocs = organizations.stream()
                    .flatMap(o -> o.declared.assumedFor(criterion).stream()
                            .map(c -> new CriterionReliance.AssumedControl(o.declared.name(), c.text())))
                    .toList();
            List<String> cuecs = customers(criterion);
            if (!csocs.isEmpty() || !cuecs.isEmpty()) {
                criteria.add(new CriterionReliance(criterion, isAlone(supports.apply(criterion)), csocs, cuecs));
            }
        }
        return new RelianceResult(organizations.stream().map(Subservice::result).toList(), criteria);
    }
}
