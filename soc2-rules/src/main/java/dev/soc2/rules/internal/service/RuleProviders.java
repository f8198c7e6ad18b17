package dev.soc2.rules.internal.service;

import dev.soc2.model.issue.Issue;
import dev.soc2.model.issue.Location;
import dev.soc2.model.issue.Soc2Exception;
import dev.soc2.rules.spi.RuleProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The rules in Java that packs may name: those handed over, and those registered as services. */
public final class RuleProviders {

    private static final String TWO_OF_ONE_NAME = "SOC2-A021";

    private RuleProviders() {}

    /** Providers by name. One that is both handed over and registered counts once; two of one name are refused. */
    public static Map<String, RuleProvider> byName(List<RuleProvider> handedOver) {
        List<RuleProvider> all = new ArrayList<>(handedOver);
        Services.all(RuleProvider.class).stream()
                .filter(found -> handedOver.stream().noneMatch(given -> given.getClass() == found.getClass()))
                .forEach(all::add);
        return byOwnName(all);
    }

    /** Exactly these providers by name. */
    public static Map<String, RuleProvider> byOwnName(List<RuleProvider> providers) {
        Map<String, RuleProvider> byName = new TreeMap<>();
        List<Issue> issues = new ArrayList<>();
        for (RuleProvider provider : providers) {
            RuleProvider other = byName.putIfAbsent(provider.name(), provider);
            if (other != null) {
                issues.add(Issue.error(
                        TWO_OF_ONE_NAME,
                        Location.of("rules"),
                        "two providers are named '" + provider.name() + "': "
                                + other.getClass().getName() + " and "
                                + provider.getClass().getName(),
                        "give one of them another name, or leave it out"));
            }
        }
        if (!issues.isEmpty()) {
            throw new Soc2Exception(issues);
        }
        return byName;
    }
}
