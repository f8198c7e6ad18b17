package dev.soc2.model.document.tree;

import static dev.soc2.model.document.tree.Reading.brief;
import static dev.soc2.model.document.tree.Reading.yamlFaults;
import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.model.issue.Issue;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** YAML that means harm, or that other readers take for something its author did not mean. */
class HostileYamlTest {

    static Stream<Arguments> refused() {
        return Stream.of(
                c("an alias to itself, in a list", "a: &a [1, *a]", "SOC2-D010 1:11"),
                c("an alias to itself, in a map", "&a {b: *a}", "SOC2-D010 1:8"),
                c("an alias to nothing", "a: *nobody", "SOC2-D010 1:4"),
                c("an alias to what comes later", "a: *x\nb: &x 1", "SOC2-D010 1:4"),
                c("a Java object", "a: !!javax.script.ScriptEngineManager [1]", "SOC2-D009 1:4"),
                c("a Java class by its full tag", "a: !<tag:yaml.org,2002:java.net.URL> x", "SOC2-D009 1:38"),
                c("an own tag", "a: !vault |\n  x\n", "SOC2-D009 1:11"),
                c("binary", "a: !!binary R0lG", "SOC2-D009 1:13"),
                c("a set", "a: !!set {x}", "SOC2-D009 1:4"),
                c("a timestamp by tag", "a: !!timestamp 2025-01-01", "SOC2-D009 1:16"),
                c("a tag that its value does not fit", "a: !!int x", "SOC2-D009 1:10"),
                c("a whole number with a fraction", "a: !!int 1.5", "SOC2-D009 1:10"),
                c("a map for a list", "a: !!seq {}", "SOC2-D009 1:4"),
                c("a tag by another handle", "%TAG !e! tag:example.org,2000:\n---\na: !e!x 1", "SOC2-D009 3:9"),
                c("a field twice", "a: 1\nb: 2\n'a': 3", "SOC2-D006 3:1"),
                c("a number twice as a name", "1: 1\n1: 2", "SOC2-D006 2:1"),
                c("a merge", "a: &a {x: 1}\nb:\n  <<: *a\n  y: 2", "SOC2-D011 3:3"),
                c("a list as a name", "[1, 2]: x", "SOC2-D012 1:1"),
                c("a map as a name", "? {a: [1, 2]}\n: {b: c}\nd: e", "SOC2-D012 1:3"),
                c("an alias as a name", "a: &a x\n*a : y", "SOC2-D012 2:1"),
                c("a tab as indent", "a:\n\tb: 1", "SOC2-D001 2:1"),
                c("two documents", "a: 1\n---\nb: 2", "SOC2-D004 2:1"),
                c("two documents, the first ended", "a: 1\n...\nb: 2", "SOC2-D001 3:1"),
                c("nothing", "", "SOC2-D003 1:1"),
                c("only comments", "# nothing\n\n", "SOC2-D003 1:1"),
                c("only a start", "---\n", "SOC2-D003 1:1"),
                c("YAML 1.1", "%YAML 1.1\n---\na: no", "SOC2-D013 1:1"),
                c("YAML 2.0", "%YAML 2.0\n---\na: no", "SOC2-D013 1:1"),
                c("NUL", "a: x\0y", "SOC2-D001 1:5"),
                c("a control character", "a: 1\nb: \u0007", "SOC2-D001 2:4"),
                c("half a surrogate pair", "a: \"x\\uD800\"", "SOC2-D007 1:6"),
                c("an escape for no character", "a: \"\\UFFFFFFFF\"", "SOC2-D001 1:1"),
                c("an unknown escape", "a: \"\\q\"", "SOC2-D001 1:6"),
                c("a quote not closed", "a: \"x\nb: 1", "SOC2-D001 2:5"),
                c("a list not closed", "a: [1, 2\n", "SOC2-D001 2:1"),
                c("a colon in a plain text", "a: b: c", "SOC2-D001 1:5"),
                c("a reserved sign", "a: @x", "SOC2-D001 1:4"),
                c("indents that do not fit", "a:\n    b: 1\n  c: 2", "SOC2-D001 3:3"),
                c("65 lists in each other", "[".repeat(65) + "]".repeat(65), "SOC2-D005 1:65"),
                c("a million lists in each other", "[".repeat(1_000_000), "SOC2-D005 1:65"),
                c("a million maps in each other", "{a: ".repeat(250_000), "SOC2-D005 1:257"),
                c("a million dashes", "- ".repeat(500_000), "SOC2-D005 1:129"),
                c("a name too long", "x".repeat(1_025) + ": 1", "SOC2-D001 1:1026"),
                c("a long name, asked for", "? " + "x".repeat(1_025) + "\n: 1", "SOC2-D005 1:3"),
                c("a text too long", "a: " + "x".repeat((1 << 20) + 1), "SOC2-D005 1:4"),
                c("33 aliases", "a: &a 1\nb: [" + "*a,".repeat(33) + "]", "SOC2-D005 2:101"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void refusesWithCodeAndPlace(String name, String document, String expected) {
        assertThat(yamlFaults(document)).extracting(Reading::brief).containsExactly(expected);
    }

    @Test
    void aBombIsCountedBeforeItGoesOff() {
        // Nine aliases to nine aliases to nine ...: 9^9 values out of 300 bytes.
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i <= 9; i++) {
            bomb.append("a" + i + ": &a" + i + " [" + ("*a" + (i - 1) + ",").repeat(9) + "]\n");
        }
        DocumentLimits manyAliases = new DocumentLimits(1 << 20, 64, 2_000_000, 1 << 20, 1_024, 1_000);

        assertThat(yamlFaults(bomb.toString())).singleElement().satisfies(i -> assertThat(i.what()).contains("32 aliases"));
        assertThat(yamlFaults(bomb.toString(), manyAliases))
                .singleElement()
                .satisfies(i -> assertThat(i.what()).isEqualTo("the document has more than 2000000 values"));
    }

    @Test
    void aliasesCannotPileUpDepth() {
        // Each line wraps the one before in 30 lists: the third is 90 deep.
        String open = "[".repeat(30);
        String close = "]".repeat(30);
        String document = "a: &a " + open + close + "\nb: &b " + open + "*a" + close + "\nc: " + open + "*b" + close;

        assertThat(yamlFaults(document)).extracting(Reading::brief).containsExactly("SOC2-D005 3:34");
    }

    @Test
    void faultsThatReadingSurvivesAreAllTold() {
        List<Issue> issues = yamlFaults("a: !x 1\n[b]: 2\n<<: {c: .inf}\na: 4\n");

        assertThat(issues)
                .extracting(Reading::brief)
                .containsExactly("SOC2-D009 1:7", "SOC2-D012 2:1", "SOC2-D011 3:1", "SOC2-D008 3:9", "SOC2-D006 4:1");
    }

    @Test
    void aSyntaxErrorIsTheOnlyFault() {
        assertThat(yamlFaults("a: 1\na: 2\nb: [\n")).extracting(i -> brief(i).substring(0, 9)).containsExactly("SOC2-D001");
    }

    @Test
    void hugeScalarsWithinTheLimitAreRead() {
        String longest = "x".repeat(1 << 20);

        assertThat(yamlFaults("a: '" + longest + "'\nb: |-\n " + longest + "\nc: " + "1".repeat(101)))
                .extracting(Reading::brief)
                .containsExactly("SOC2-D008 4:4");
    }

    private static Arguments c(String name, String document, String expected) {
        return Arguments.of(name, document, expected);
    }
}
