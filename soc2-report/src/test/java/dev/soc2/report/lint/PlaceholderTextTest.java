package dev.soc2.report.lint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** R3. */
class PlaceholderTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[Company Name] reviews access each quarter.",
                "Access is reviewed by [insert role here].",
                "The [SERVICE ORGANIZATION]'s system",
                "Access is reviewed by <name of the system>.",
                "{{company}} reviews access.",
                "${organization_name} reviews access.",
                "Owner: TBD",
                "TODO: describe the review",
                "Reviews are described below. TODO",
                "Lorem ipsum dolor sit amet",
                "Reviewed by XXX each quarter",
                "Reviewed each [xx] days, by [...]",
                "[to be written]",
                "[Firma] prüft Zugriffe.",
                "[noch zu ergänzen]"
            })
    void aPlaceholderWasLeft(String text) {
        assertThat(Small.rules(Small.control(c -> c.description = text))).containsExactly("R3");
        assertThat(Small.rules(Small.describing(text))).containsExactly("R3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Reviewed in ticket [SEC-12], see [1].",
                "[x] reviewed, [ ] open",
                "See [the policy](https://acme.example/policy) and [ref]: there.",
                "[Platform] the token expired; [redacted] mended it [sic].",
                "one of ['OPEN', 'CLOSED'], of [a-z]+",
                "Card numbers are shown as XXXX-1234 or ****XXXX.",
                "We work trunk-based (TBD), with short branches.",
                "TODO comments in code are reviewed; the todo list is empty.",
                "Secrets come from ${VAULT_TOKEN}, never from files; pages use {{ user.id }}.",
                "<script>alert(1)</script>",
                "Days begin at 00:00 [::1] <= 5 > 3"
            })
    void bracketsAloneAreNoPlaceholder(String text) {
        assertThat(Small.rules(Small.control(c -> c.description = text))).isEmpty();
        assertThat(Small.rules(Small.describing(text))).isEmpty();
    }

    @Test
    void namesAndTestTextsAreLookedAtToo() {
        Small small = new Small();
        small.system = "[System]";

        assertThat(Small.rules(small.done())).containsExactly("R3");
        assertThat(Small.rules(Small.control(c -> c.rule = "inspected [insert evidence]")))
                .containsExactly("R3");
        assertThat(Small.rules(Small.control(c -> c.rule = "attributes.state in ['a', 'b'] and tags[0] == 'x'")))
                .isEmpty();
    }
}
