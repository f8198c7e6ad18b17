package dev.soc2.quickstart.services;

import dev.soc2.model.document.CriteriaDocument;
import dev.soc2.rules.RulePacks;
import dev.soc2.rules.rule.RulePack;
import dev.soc2.rules.spi.RulePackProvider;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** The packs of a host: one, with a rule in Java. */
public final class HostPacks implements RulePackProvider {

    private static final String PACK = """
            pack: acme-registered
            version: 1.0.0
            controls:
              - id: REC-01
                title: Ledgers are reconciled in the night
                criteria: [CC7.2]
                nature: DETECTIVE
                execution: AUTOMATED
                frequency: DAILY
                key: true
                tests:
                  - {id: T1, procedure: REPERFORMANCE, rule: {kind: CUSTOM, name: acme.nightly-reconciliation, params: {limit: PT12H}}}
            """;

    @Override
    public Set<String> ids() {
        return Set.of("acme-registered");
    }

    @Override
    public RulePack pack(String id) {
        return RulePacks.read(
                "acme-registered.yaml", PACK.getBytes(StandardCharsets.UTF_8), CriteriaDocument.builtIn());
    }
}
