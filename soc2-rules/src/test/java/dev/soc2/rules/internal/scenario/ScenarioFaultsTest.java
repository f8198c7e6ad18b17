package dev.soc2.rules.internal.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.soc2.model.document.DocumentException;
import dev.soc2.model.issue.Issue;
import dev.soc2.rules.internal.pack.Schemas;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each fault that a scenario can have, with the exact text in which it is told. */
class ScenarioFaultsTest {

    private static final String CONTROL =
            "{id: C1, title: t, criteria: [CC6.1], nature: PREVENTIVE, execution: MANUAL, frequency: EVENT,"
                    + " tests: [{id: T1, procedure: INSPECTION, rule: {kind: ATTESTED}}]}";
    private static final String GOOD = "scenario: one\n"
            + "engagement: {type: TYPE_II, period: {from: 2025-01-01, to: 2025-12-31, zone: UTC},"
            + " asOf: 2026-02-01T00:00:00Z}\n"
            + "controls:\n  - " + CONTROL + "\n"
            + "evidence: []\n"
            + "expect: {controls: {C1: {operating: NOT_TESTED}}}\n";

    @TempDir
    Path folder;

    enum BadScenario {
        NO_CONTROLS(
                ScenarioCode.NO_CONTROLS,
                GOOD.replace("controls:\n  - " + CONTROL + "\n", "")
                        .replace(
                                "expect: {controls: {C1: {operating: NOT_TESTED}}}",
                                "expect: {opinion: {}, status: FINAL}"),
                """
                1:1: SOC2-S003: this scenario names neither packs nor controls
                  | scenario: one
                  | ^^^^^^^^^^^^^
                  fix: add 'packs' or 'controls'"""),
        PACK_UNKNOWN(ScenarioCode.UNKNOWN_PACK, GOOD + "packs: [soc2-started]\n", """
                7:9: SOC2-S004: no pack 'soc2-started' ships with the library, and it is no file
                  | packs: [soc2-started]
                  |         ^^^^^^^^^^^^
                  fix: use 'soc2-starter'"""),
        CONTROL_OF_A_PACK_AGAIN(
                ScenarioCode.CONTROL_IN_TWO_PACKS,
                GOOD.replace("C1", "IAM-02")
                                .replace(
                                        "controls:\n  - " + CONTROL.replace("C1", "IAM-02"),
                                        "controls: ["
                                                + CONTROL.replace("C1", "IAM-02")
                                                        .replace(" frequency", "\n  frequency") + "]")
                        + "packs: [soc2-starter]\n",
                """
                3:11: SOC2-S005: control 'IAM-02' stands in soc2-starter and in scenario
                  | controls: [{id: IAM-02, title: t, criteria: [CC6.1], nature: PREVENTIVE, execution: MANUAL,
                  |           ^
                  fix: give it another id in one of them"""),
        CONTROL_UNKNOWN(ScenarioCode.UNKNOWN_CONTROL, GOOD + "only: [C2]\n", """
                7:8: SOC2-S006: the packs of this scenario have no control 'C2'
                  | only: [C2]
                  |        ^^
                  fix: use 'C1'"""),
        TEST_UNKNOWN(
                ScenarioCode.UNKNOWN_TEST,
                GOOD.replace("{operating: NOT_TESTED}", "{tests: {T2: {conclusion: EFFECTIVE}}}"),
                """
                6:34: SOC2-S007: control 'C1' has no test 'T2'
                  | expect: {controls: {C1: {tests: {T2: {conclusion: EFFECTIVE}}}}}
                  |                                  ^^
                  fix: use 'T1'"""),
        CRITERION_UNKNOWN(
                ScenarioCode.UNKNOWN_CRITERION,
                GOOD.replace("controls: {C1: {operating: NOT_TESTED}}", "criteria: {CC66.1: MET}"),
                """
                6:21: SOC2-S008: there is no criterion 'CC66.1' in the catalogue
                  | expect: {criteria: {CC66.1: MET}}
                  |                     ^^^^^^
                  fix: use 'CC6.1'"""),
        NOTHING_EXPECTED(
                ScenarioCode.NOTHING_EXPECTED, GOOD.replace("{controls: {C1: {operating: NOT_TESTED}}}", "{}"), """
                6:9: SOC2-S009: this scenario expects nothing
                  | expect: {}
                  |         ^
                  fix: expect controls, criteria or an opinion""");

        private final ScenarioCode code;
        private final String document;
        private final String told;

        BadScenario(ScenarioCode code, String document, String told) {
            this.code = code;
            this.document = document;
            this.told = told;
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFaultIsToldWithItsPlaceAndItsRemedy(BadScenario bad) throws IOException {
        Path file = Files.writeString(folder.resolve("s.yaml"), bad.document);

        List<Issue> issues = faults(file);

        assertThat(issues).singleElement().satisfies(issue -> {
            assertThat(issue.render()).endsWith(bad.told).startsWith(file.toString());
            assertThat(issue.code()).isEqualTo(bad.code.code());
        });
    }

    @Test
    void aFileThatIsNotThereAndAFolderWithoutScenariosAreTold() throws IOException {
        Files.writeString(folder.resolve("pack.yaml"), "pack: p\nversion: '1'\ncontrols: []\n");

        assertThat(faults(folder.resolve("none.yaml")))
                .singleElement()
                .satisfies(issue -> assertThat(issue.code()).isEqualTo(ScenarioCode.UNREADABLE.code()));
        assertThat(faults(folder))
                .singleElement()
                .satisfies(issue -> assertThat(issue.code()).isEqualTo(ScenarioCode.NONE_FOUND.code()));
    }

    @Test
    void everyCodeIsTold() {
        Set<ScenarioCode> told = EnumSet.of(ScenarioCode.UNREADABLE, ScenarioCode.NONE_FOUND);
        Arrays.stream(BadScenario.values()).forEach(bad -> told.add(bad.code));

        assertThat(told).containsExactlyInAnyOrder(ScenarioCode.values());
        assertThat(Arrays.stream(ScenarioCode.values()).map(ScenarioCode::code).collect(Collectors.toSet()))
                .hasSize(ScenarioCode.values().length);
    }

    @Test
    void theFaultsOfAllFilesAreToldAtOnce() throws IOException {
        Files.writeString(folder.resolve("a.yaml"), BadScenario.TEST_UNKNOWN.document + "colour: red\n");
        Files.writeString(folder.resolve("b.yaml"), GOOD.replace("evidence: []", "evidence: [{id: 1, type: x}]"));

        List<Issue> issues = faults(folder);

        assertThat(issues)
                .extracting(Issue::code)
                .containsExactly("SOC2-S007", "SOC2-D021", "SOC2-D020", "SOC2-D020", "SOC2-D020", "SOC2-D022");
        assertThat(issues)
                .extracting(issue ->
                        Path.of(issue.location().document()).getFileName().toString())
                .containsExactly("a.yaml", "a.yaml", "b.yaml", "b.yaml", "b.yaml", "b.yaml");
    }

    @Test
    void packsAreFoundBesideTheScenario() throws IOException {
        Files.writeString(
                folder.resolve("acme.yaml"),
                "pack: acme\nversion: '1'\ncontrols:\n  - " + CONTROL.replace("C1", "A1") + "\n");
        Files.writeString(
                folder.resolve("s.yaml"),
                GOOD.replace("controls:\n  - " + CONTROL, "packs: [acme.yaml, soc2-starter]")
                                .replace("C1:", "A1:") + "only: [A1]\n");

        List<ScenarioDocument> read = ScenarioFiles.read(folder);

        assertThat(read).singleElement().satisfies(scenario -> {
            assertThat(scenario.packs()).extracting(pack -> pack.id()).containsExactly("acme", "soc2-starter");
            assertThat(scenario.only()).containsExactly("A1");
            assertThat(scenario.engagement().id()).isEqualTo("s");
            assertThat(scenario.engagement().organization()).isEqualTo("Scenario");
        });
    }

    @Test
    void theSchemaAgrees() {
        assertThat(Schemas.faults("scenario-1", GOOD)).isEmpty();
        for (BadScenario bad : List.of(BadScenario.NO_CONTROLS, BadScenario.NOTHING_EXPECTED)) {
            assertThat(Schemas.faults("scenario-1", bad.document)).as("%s", bad).isNotEmpty();
        }
        for (String[] mutation : new String[][] {
            {"scenario: one", "name: one"},
            {"operating: NOT_TESTED", "operating: GOOD"},
            {"operating: NOT_TESTED", "tests: {T1: {counts: {FINE: 1}}}"},
            {"operating: NOT_TESTED", "tests: {T1: {items: {i: {reason: BECAUSE}}}}"},
            {"kind: ATTESTED", "kind: ATTESTED, by: ann"},
            {"evidence: []", "evidence: [{id: a}]"},
            {"expect: {", "expect: {status: DONE, "}
        }) {
            String bad = GOOD.replace(mutation[0], mutation[1]);
            assertThat(Schemas.faults("scenario-1", bad)).as(mutation[1]).isNotEmpty();
            assertThat(faultsOf(bad)).as(mutation[1]).isNotEmpty();
        }
    }

    @Test
    void everyShippedScenarioIsValid() throws IOException {
        try (var files = Files.walk(Path.of("src", "test", "resources", "scenarios"))) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
                String text = Files.readString(file);
                // Packs and catalogues of scenarios stand in folders of their own below.
                if (text.startsWith("scenario:")) {
                    assertThat(Schemas.faults("scenario-1", text))
                            .as("%s", file)
                            .isEmpty();
                }
            }
        }
    }

    private List<Issue> faultsOf(String document) {
        try {
            return faults(Files.writeString(folder.resolve("mutation.yaml"), document));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Issue> faults(Path place) {
        return catchThrowableOfType(DocumentException.class, () -> ScenarioFiles.read(place))
                .issues();
    }
}
