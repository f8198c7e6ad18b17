package dev.soc2.report.internal.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

class HtmlReaderTest {

    @Test
    void elementsAttributesAndEscapesAreRead() {
        Element root = HtmlReader.read("<!DOCTYPE html>\n<html lang=\"en\"><p class=\"a &#34;b\" open>1 &lt; 2<br>x</p>"
                        + "<style>a > b{}</style>\n</html>\n")
                .getDocumentElement();

        Element paragraph = Dom.first(root, "p").orElseThrow();
        assertThat(root.getAttribute("lang")).isEqualTo("en");
        assertThat(paragraph.getAttribute("class")).isEqualTo("a \"b");
        assertThat(paragraph.hasAttribute("open")).isTrue();
        assertThat(Dom.text(paragraph)).isEqualTo("1 < 2x");
        assertThat(Dom.elements(paragraph)).extracting(Element::getTagName).containsExactly("br");
        assertThat(Dom.text(Dom.first(root, "style").orElseThrow())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE html [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><p>&e;</p>",
                "<p>&e;</p>",
                "<p>&#9999999;</p>",
                "<p>& more</p>",
                "<p><b></p>",
                "<p>",
                "<p class=a></p>",
                "<p class=\"a",
                "<!-- a --><p></p>",
                "<p></p>text",
                "<script>alert(1)",
            })
    void whatNoTemplateWritesIsRefused(String html) {
        assertThatThrownBy(() -> HtmlReader.read(html))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("of the page:");
    }
}
