package dev.soc2.model.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Golden texts, written by hand. */
class IssueTest {

    private static final Location PLACE = Location.of("acme.yaml", 12, 16);

    @Test
    void anIssueSaysWhatWhereAndHowToMendIt() {
        Issue issue = Issue.error("SOC2-R012", PLACE, "there is no criterion 'CC6.11'", "use one of CC6.1 to CC6.8")
                .withExcerpt(new Excerpt("    criteria: [CC6.11]", 15, 6));

        assertThat(issue.render()).isEqualTo("""
                        acme.yaml:12:16: SOC2-R012: there is no criterion 'CC6.11'
                          |     criteria: [CC6.11]
                          |                ^^^^^^
                          fix: use one of CC6.1 to CC6.8""");
    }

    @Test
    void aWarningSaysThatItIsOne() {
        assertThat(Issue.warning("SOC2-R013", Location.of("acme.yaml"), "odd", "look at it"))
                .hasToString("acme.yaml: warning SOC2-R013: odd\n  fix: look at it");
    }

    @Test
    void aPlaceLeavesOutWhatIsUnknown() {
        assertThat(Location.of("a").toString()).isEqualTo("a");
        assertThat(Location.of("a", 3, 0).toString()).isEqualTo("a:3");
        assertThat(Location.of("a", 3, 4).withPath("x.y").toString()).isEqualTo("a:3:4");
    }

    @Test
    void issuesSortByPlaceThenCode() {
        Issue first = Issue.error("SOC2-R002", Location.of("a", 1, 9), "w", "f");
        Issue second = Issue.error("SOC2-R001", Location.of("a", 2, 1), "w", "f");
        Issue third = Issue.error("SOC2-R002", Location.of("a", 2, 1), "w", "f");
        Issue fourth = Issue.error("SOC2-R001", Location.of("a", 10, 1), "w", "f");
        Issue fifth = Issue.error("SOC2-R001", Location.of("b", 1, 1), "w", "f");

        assertThat(Stream.of(fifth, third, fourth, second, first).sorted())
                .containsExactly(first, second, third, fourth, fifth);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "R012", "SOC2-r012", "SOC2-R12", "SOC2-R0123", "SOC2-RR12"})
    void aCodeHasOneForm(String code) {
        assertThatThrownBy(() -> Issue.error(code, PLACE, "w", "f")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anIssueWithoutAFixIsNone() {
        assertThatThrownBy(() -> Issue.error("SOC2-R012", PLACE, "w", " "))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Issue.error("SOC2-R012", PLACE, "", "f")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Location.of("a", -1, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anExcerptUnderlinesCodePointsAndShowsNoControlCharacters() {
        // Two code points of four UTF-16 units stand before the fault; the tab becomes a question mark.
        assertThat(new Excerpt("😀😀\tx", 3, 1).render()).isEqualTo("  | 😀😀?x\n  |    ^");
    }

    @Test
    void anExcerptAlwaysHasACaret() {
        assertThat(new Excerpt("abc", 1, 0).render()).isEqualTo("  | abc\n  |  ^");
        assertThat(new Excerpt("abc", 99, 5).render()).endsWith("^");
        assertThat(new Excerpt("abc", 1, 99).render()).isEqualTo("  | abc\n  |  ^^");
    }

    @Test
    void aLongLineIsCutAroundTheFault() {
        // The fault begins at 500: shown are 160 characters from 460 on, and the caret stands under the 41st of them.
        String line = "a".repeat(500) + "X" + "b".repeat(500);

        assertThat(new Excerpt(line, 500, 1).render())
                .isEqualTo("  | " + "a".repeat(40) + "X" + "b".repeat(119) + "\n  | " + " ".repeat(40) + "^");
    }

    @Test
    void anExceptionPrintsAHundredIssuesInOrderAndHoldsAll() {
        List<Issue> issues = IntStream.rangeClosed(1, 103)
                .mapToObj(line -> Issue.error("SOC2-R012", Location.of("a", 104 - line, 1), "w", "f"))
                .toList();
        Soc2Exception exception = new Soc2Exception(issues);

        assertThat(exception.issues()).hasSize(103).isSorted();
        assertThat(exception).hasMessageStartingWith("a:1:1: SOC2-R012: w\n  fix: f\na:2:1:");
        assertThat(exception).hasMessageEndingWith("a:100:1: SOC2-R012: w\n  fix: f\n... and 3 more");
        assertThatThrownBy(() -> new Soc2Exception(List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
