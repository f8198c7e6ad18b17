package dev.soc2.evidence.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.evidence.format.EvidenceFormat;
import dev.soc2.evidence.spi.EvidenceFormatProvider;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every provider of formats must do; each format of it extends {@link EvidenceFormatContract} as well. */
public abstract class EvidenceFormatProviderContract {

    /** The provider under test. */
    protected abstract EvidenceFormatProvider provider();

    @Test
    void bringsFormatsWithNamesOfTheirOwn() {
        List<String> names =
                provider().formats().stream().map(EvidenceFormat::name).toList();

        assertThat(names)
                .isNotEmpty()
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[A-Z][A-Z0-9_]*"))
                .doesNotContain("JSONL", "CSV", "GIT_LOG");
    }

    @Test
    void bringsTheSameNamesEachTime() {
        assertThat(provider().formats().stream().map(EvidenceFormat::name))
                .containsExactlyElementsOf(
                        provider().formats().stream().map(EvidenceFormat::name).toList());
    }

    @Test
    void readsFilesByEndingsInLowerCase() {
        assertThat(provider().formats())
                .allSatisfy(format -> assertThat(format.endings()).allMatch(ending -> ending.matches("\\.[a-z0-9.]+")));
    }
}
