package dev.soc2.quickstart.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.soc2.evidence.InMemoryEvidence;
import dev.soc2.model.engagement.Engagement;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.quickstart.examples.OwnRuleExample;
import dev.soc2.rules.Assessor;
import dev.soc2.rules.RulePacks;
import dev.soc2.rules.rule.RulePack;
import dev.soc2.rules.spi.RulePackProvider;
import dev.soc2.rules.spi.RuleProvider;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Providers that a host names under {@code META-INF/services}, seen by the context class loader. */
class ClassPathServicesTest {

    private static final Engagement YEAR = Engagement.typeII("acme-2025", "Acme Payroll")
            .period(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31), ZoneOffset.UTC)
            .asOf(Instant.parse("2026-01-31T00:00:00Z"))
            .build();

    @TempDir
    private Path registered;

    private final ClassLoader before = Thread.currentThread().getContextClassLoader();

    @BeforeEach
    void register() throws IOException {
        Path services = Files.createDirectories(registered.resolve("META-INF/services"));
        Files.writeString(services.resolve(RuleProvider.class.getName()), OwnRuleExample.Provider.class.getName());
        Files.writeString(services.resolve(RulePackProvider.class.getName()), HostPacks.class.getName());
        URL[] urls = {registered.toUri().toURL()};
        Thread.currentThread().setContextClassLoader(new URLClassLoader(urls, before));
    }

    @AfterEach
    void forget() {
        Thread.currentThread().setContextClassLoader(before);
    }

    @Test
    void aRegisteredPackStandsBesideThoseOfTheLibrary() {
        assertThat(RulePacks.ids()).containsExactly("acme-registered", "soc2-audit-trail", "soc2-starter");
        assertThat(RulePacks.named("acme-registered"))
                .hasValueSatisfying(pack -> assertThat(pack.version()).isEqualTo("1.0.0"));
        assertThat(RulePacks.named("soc2-starter")).isPresent();
        assertThat(RulePacks.named("acme-unknown")).isEmpty();
    }

    @Test
    void nothingIsKeptOnceItIsNoLongerThere() {
        assertThat(RulePacks.ids()).contains("acme-registered");

        Thread.currentThread().setContextClassLoader(before);

        assertThat(RulePacks.ids()).containsExactly("soc2-audit-trail", "soc2-starter");
    }

    @Test
    void aRegisteredRuleIsFoundByItsName() {
        RulePack pack = RulePacks.named("acme-registered").orElseThrow();
        InMemoryEvidence evidence = new InMemoryEvidence();
        evidence.add(Evidence.of("c1", "ledger.closed", "eu", Instant.parse("2025-03-01T20:00:00Z"), "erp")
                .with("total", 1)
                .build());

        assertThat(Assessor.with(pack).assess(YEAR, evidence).deviations()).hasSize(1);
        // The same provider, handed over as well, counts once.
        assertThat(Assessor.with(pack)
                        .rules(new OwnRuleExample.Provider())
                        .assess(YEAR, evidence)
                        .deviations())
                .hasSize(1);
        Thread.currentThread().setContextClassLoader(before);
        assertThatThrownBy(() -> Assessor.with(pack).assess(YEAR, evidence))
                .hasMessageContaining("SOC2-A020")
                .hasMessageContaining("Assessor.rules(...)");
    }

    @Test
    void twoPacksOfOneIdAreRefused() throws IOException {
        Path services = registered.resolve("META-INF/services");
        Files.writeString(
                services.resolve(RulePackProvider.class.getName()),
                HostPacks.class.getName() + "\n" + SecondPacks.class.getName());

        assertThatThrownBy(RulePacks::ids)
                .hasMessageContaining("SOC2-A023")
                .hasMessageContaining("two rule packs 'acme-registered'");
    }

    /** Another provider of the same id. */
    public static final class SecondPacks implements RulePackProvider {
        @Override
        public Set<String> ids() {
            return Set.of("acme-registered");
        }

        @Override
        public RulePack pack(String id) {
            return new HostPacks().pack(id);
        }
    }
}
