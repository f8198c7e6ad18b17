package dev.soc2.rules.spi;

import dev.soc2.model.document.CriteriaDocument;
import dev.soc2.rules.RulePacks;
import dev.soc2.rules.rule.RulePack;
import dev.soc2.rules.testkit.RulePackProviderContract;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** The contract, on a provider that keeps it. */
class OwnPacksTest extends RulePackProviderContract {

    private record OwnPacks() implements RulePackProvider {

        @Override
        public Set<String> ids() {
            return Set.of("acme-logins");
        }

        @Override
        public RulePack pack(String id) {
            String text = "pack: " + id + "\nversion: '1'\ncontrols:\n  - {id: LOG-01, title: Logins are checked,"
                    + " criteria: [CC6.1], nature: PREVENTIVE, execution: AUTOMATED, frequency: EVENT, tests: [{id: T1,"
                    + " procedure: INSPECTION, rule: {kind: ATTRIBUTE, of: {type: auth.login}, require: \"subject != ''\"}}]}\n";
            return RulePacks.read(id + ".yaml", text.getBytes(StandardCharsets.UTF_8), CriteriaDocument.builtIn());
        }
    }

    @Override
    protected RulePackProvider provider() {
        return new OwnPacks();
    }
}
