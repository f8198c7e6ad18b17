package dev.soc2.quickstart.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.soc2.evidence.importing.CsvMapping;
import dev.soc2.model.document.CriteriaDocument;
import dev.soc2.model.document.EngagementFile;
import dev.soc2.model.document.EvidenceLineReader;
import dev.soc2.model.issue.Issue;
import dev.soc2.quickstart.docs.Page.Block;
import dev.soc2.rules.RulePacks;
import dev.soc2.rules.rule.Rule;
import dev.soc2.rules.rule.RulePack;
import dev.soc2.rules.scenario.Scenario;
import dev.soc2.rules.scenario.Scenarios;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The documents that the guides show are read without a fault, and the rules are of the kind that the text says. */
class GuideDocumentsTest {

    private static final String AROUND_A_RULE = """
            pack: guide
            version: 1.0.0
            controls:
              - id: GUIDE-01
                title: A control
                criteria: [CC6.1]
                nature: DETECTIVE
                execution: AUTOMATED
                frequency: EVENT
                tests:
                  - id: T1
                    procedure: INSPECTION
                    rule:
            """;

    @TempDir
    private Path folder;

    @Test
    void everyDocumentSaysWhatItIs() {
        Set<String> kinds = Set.of(
                "pack", "criteria", "rule", "engagement", "mapping", "evidence", "scenario", "part", "identities");

        for (Page page : Page.all()) {
            for (Block block : page.blocks()) {
                if (Set.of("yaml", "json", "csv").contains(block.language())) {
                    assertThat(kinds).as(block.place()).contains(block.marker());
                }
            }
        }
    }

    @Test
    void packsAreRead() {
        List<Block> packs = Page.blocks("pack").toList();

        assertThat(packs).isNotEmpty();
        packs.forEach(block -> assertThat(pack(block, block.text()).controls()).isNotEmpty());
    }

    @Test
    void rulesAreReadAndEvaluated() {
        List<Block> rules = Page.blocks("rule").toList();

        assertThat(rules).hasSizeGreaterThan(5);
        rules.forEach(block -> assertThat(rule(block)).as(block.place()).isNotNull());
    }

    @Test
    void engagementsAreRead() {
        List<Block> engagements = Page.blocks("engagement").toList();

        assertThat(engagements).isNotEmpty();
        engagements.forEach(block -> assertThatCode(() -> EngagementFile.read(bytes(block.text())))
                .as(block.place())
                .doesNotThrowAnyException());
    }

    @Test
    void criteriaAreRead() {
        List<Block> catalogs = Page.blocks("criteria").toList();

        assertThat(catalogs).isNotEmpty();
        catalogs.forEach(block -> assertThatCode(() -> CriteriaDocument.read("criteria.yaml", bytes(block.text())))
                .as(block.place())
                .doesNotThrowAnyException());
    }

    @Test
    void mappingsAreRead() {
        List<Block> mappings = Page.blocks("mapping").toList();

        assertThat(mappings).isNotEmpty();
        mappings.forEach(block -> assertThatCode(() -> CsvMapping.read("mapping.yaml", bytes(block.text())))
                .as(block.place())
                .doesNotThrowAnyException());
    }

    @Test
    void linesOfEvidenceAreRead() {
        List<Block> blocks = Page.blocks("evidence").toList();

        assertThat(blocks).isNotEmpty();
        for (Block block : blocks) {
            for (String line : block.text().lines().toList()) {
                List<Issue> faults = new EvidenceLineReader(block.place(), "JSONL")
                        .read(1, bytes(line))
                        .match(evidence -> List.of(), issues -> List.copyOf(issues));
                assertThat(faults).as(block.place()).isEmpty();
            }
        }
    }

    @Test
    void scenariosComeOutAsTheySay() throws IOException {
        List<Block> scenarios = Page.blocks("scenario").toList();

        assertThat(scenarios).isNotEmpty();
        for (Block block : scenarios) {
            Path file = Files.writeString(folder.resolve("scenario.yaml"), block.text());
            Scenarios.in(file).stream().forEach(Scenario::check);
        }
    }

    private Rule rule(Block block) {
        RulePack pack = pack(block, AROUND_A_RULE + block.text().indent(10));
        return pack.controls().get(0).tests().get(0).rule();
    }

    private RulePack pack(Block block, String text) {
        try {
            Path file = folder.resolve(block.place().replaceAll("[^A-Za-z0-9.]", "-") + ".yaml");
            return RulePacks.read(Files.writeString(file, text));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
