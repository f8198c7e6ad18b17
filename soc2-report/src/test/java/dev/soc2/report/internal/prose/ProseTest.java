package dev.soc2.report.internal.prose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProseTest {

    private static Prose prose(Block... blocks) {
        return new Prose("en", "T", "S", List.of(blocks));
    }

    @Test
    void noLevelOfHeadingsIsSkipped() {
        assertThatThrownBy(() -> prose(new Block.Heading(3, "first"))).hasMessageContaining("skips a level");
        assertThatThrownBy(() -> new Block.Heading(1, "second title")).isInstanceOf(IllegalArgumentException.class);
        assertThat(prose(new Block.Heading(2, "a"), new Block.Heading(3, "b"), new Block.Heading(2, "c"))
                        .blocks())
                .hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "//example.com", "../x", "a b", "x\"y", "http://example.com"})
    void aLinkLeadsToAFileOfTheReportOnly(String target) {
        assertThatThrownBy(() -> Span.link("x", target)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aRowHasTheColumnsOfItsTable() {
        assertThatThrownBy(() -> new Block.Table("c", List.of("A", "B"), List.of(Block.Row.of("1"))))
                .hasMessageContaining("1 cells below 2 columns");
    }

    @Test
    void markdownHasOneLineForEachItemAndRow() {
        String markdown = ProseMarkdown.of(prose(
                new Block.Heading(2, "H"),
                new Block.Paragraph(Line.of(Span.of("a "), Span.strong("b"), Span.emphasis(" (c)"))),
                new Block.Items(true, List.of(Line.of("x"), Line.of("1. y"))),
                new Block.Items(false, List.of(Line.of(Span.link("file", "a.md")))),
                new Block.Table("C", List.of("A"), List.of(Block.Row.of("p|q")))));

        assertThat(markdown).isEqualTo("""
                # T

                *S*

                ## H

                a **b** *(c)*

                1. x
                1. 1&#46; y

                - [file](a.md)

                **C**

                | A |
                | --- |
                | p&#124;q |
                """);
    }

    @Test
    void aCommandIsCodeOnlyWhereNothingInItCouldEndTheCode() {
        assertThat(ProseMarkdown.of(prose(new Block.Paragraph(Line.of(Span.code("mvn -q verify"))))))
                .contains("`mvn -q verify`");
        assertThat(ProseMarkdown.of(prose(new Block.Paragraph(Line.of(Span.code("a`b|c"))))))
                .contains("a&#96;b&#124;c");
    }
}
