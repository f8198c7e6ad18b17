package dev.soc2.report.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.report.render.ReportRenderer;
import dev.soc2.report.spi.ReportRendererProvider;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every provider of renderers must do; each renderer of it extends {@link ReportRendererContract} as well. */
public abstract class ReportRendererProviderContract {

    /** The provider under test. */
    protected abstract ReportRendererProvider provider();

    @Test
    void bringsRenderersWithNamesOfTheirOwn() {
        List<String> names =
                provider().renderers().stream().map(ReportRenderer::id).toList();

        assertThat(names)
                .isNotEmpty()
                .doesNotHaveDuplicates()
                .doesNotContain("html", "markdown", "console", "json", "sarif", "junit");
    }

    @Test
    void bringsTheSameNamesEachTime() {
        assertThat(provider().renderers().stream().map(ReportRenderer::id))
                .containsExactlyElementsOf(
                        provider().renderers().stream().map(ReportRenderer::id).toList());
    }
}
