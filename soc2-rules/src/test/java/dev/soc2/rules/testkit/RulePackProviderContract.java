package dev.soc2.rules.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.rules.rule.RulePack;
import dev.soc2.rules.spi.RulePackProvider;
import org.junit.jupiter.api.Test;

/** What every provider of rule packs must do. Extend it, and name the provider. */
public abstract class RulePackProviderContract {

    /** The provider under test. */
    protected abstract RulePackProvider provider();

    @Test
    void bringsPacksUnderPlainIdsOfTheirOwn() {
        assertThat(provider().ids())
                .isNotEmpty()
                .allMatch(id -> id.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}"))
                .doesNotContain("soc2-starter")
                .isEqualTo(provider().ids());
    }

    @Test
    void bringsEachPackUnderItsId() {
        assertThat(provider().ids())
                .allSatisfy(id -> assertThat(provider().pack(id).id()).isEqualTo(id));
    }

    @Test
    void bringsTheSamePackEachTime() {
        for (String id : provider().ids()) {
            RulePack once = provider().pack(id);

            assertThat(provider().pack(id)).isEqualTo(once);
            assertThat(once.controls()).isNotEmpty();
            assertThat(once.sha256()).matches("[0-9a-f]{64}");
        }
    }
}
