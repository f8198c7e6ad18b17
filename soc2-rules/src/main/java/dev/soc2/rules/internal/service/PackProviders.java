package dev.soc2.rules.internal.service;

import dev.soc2.model.issue.Issue;
import dev.soc2.model.issue.Location;
import dev.soc2.model.issue.Soc2Exception;
import dev.soc2.rules.rule.RulePack;
import dev.soc2.rules.spi.RulePackProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The rule packs that hosts register as services. */
public final class PackProviders {

    private static final String TWO_OF_ONE_ID = "SOC2-A023";
    private static final String OTHER_ID = "SOC2-A024";

    private final Map<String, RulePackProvider> byId = new TreeMap<>();

    /** Looks for providers; an id that is taken, by the library or by another provider, is refused. */
    public PackProviders(Set<String> taken) {
        List<Issue> issues = new ArrayList<>();
        for (RulePackProvider provider : Services.all(RulePackProvider.class)) {
            for (String id : provider.ids()) {
                if (taken.contains(id) || byId.putIfAbsent(id, provider) != null) {
                    issues.add(Issue.error(
                            TWO_OF_ONE_ID,
                            Location.of("packs"),
                            "there are two rule packs '" + id + "'; one of them comes from "
                                    + provider.getClass().getName(),
                            "give one of them another id, or leave its provider out"));
                }
            }
        }
        if (!issues.isEmpty()) {
            throw new Soc2Exception(issues);
        }
    }

    /** Their ids, sorted. */
    public Set<String> ids() {
        return byId.keySet();
    }

    /** The pack of an id, or empty when nobody brings it. */
    public Optional<RulePack> pack(String id) {
        return Optional.ofNullable(byId.get(id)).map(provider -> pack(id, provider));
    }

    private static RulePack pack(String id, RulePackProvider provider) {
        RulePack pack = provider.pack(id);
        if (!pack.id().equals(id)) {
            throw new Soc2Exception(Issue.error(
                    OTHER_ID,
                    Location.of("packs"),
                    provider.getClass().getName() + " was asked for the pack '" + id + "' and brought '" + pack.id()
                            + "'",
                    "list a pack under its own id"));
        }
        return pack;
    }
}
