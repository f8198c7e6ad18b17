package dev.soc2.rules.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.soc2.model.control.ControlRelationKind;
import dev.soc2.model.document.AssessmentDocument;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.EvidenceTypes;
import dev.soc2.model.result.Assessment;
import dev.soc2.model.result.ControlResult;
import dev.soc2.rules.Assessor;
import dev.soc2.rules.internal.engine.Plan;
import dev.soc2.rules.internal.scenario.ScenarioDocument;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * For every line of evidence of every scenario: moving or doubling it changes no byte, dropping or delaying it changes
 * no control but those that select its type. The scenarios of the starter pack are left out: the laws are shown on those
 * of each rule kind, and a run for every line of both would cost minutes and show nothing more.
 */
class ScenarioLawsTest {

    private static final Path FOLDER = Path.of("src", "test", "resources", "scenarios");
    private static final Path STARTER = FOLDER.resolve("starter");

    @TestFactory
    Stream<DynamicTest> everyLineMayMoveAndStandTwiceAndTouchesOnlyWhatSelectsIt() {
        return Scenarios.in(FOLDER).stream()
                .filter(s -> !s.file().startsWith(STARTER))
                .map(s -> dynamicTest(s.name(), s.file().toUri(), () -> check(s.document())));
    }

    private static void check(ScenarioDocument scenario) {
        Assessor assessor =
                Assessor.with(scenario.packs()).against(scenario.catalog()).underTest(scenario.only());
        List<Evidence> lines = scenario.evidence();
        Assessment plain = assess(assessor, scenario, lines);
        byte[] bytes = AssessmentDocument.bytes(plain);
        for (int i = 0; i < lines.size(); i++) {
            Evidence line = lines.get(i);
            List<Evidence> rest = new ArrayList<>(lines);
            rest.remove(i);
            List<Evidence> moved = new ArrayList<>(rest);
            Collections.shuffle(moved, new Random(i));
            moved.add(new Random(i).nextInt(moved.size() + 1), line);
            List<Evidence> doubled = new ArrayList<>(lines);
            doubled.add(0, line);
            assertThat(AssessmentDocument.bytes(assess(assessor, scenario, moved)))
                    .as("moving " + line.id())
                    .isEqualTo(bytes);
            assertThat(AssessmentDocument.bytes(assess(assessor, scenario, doubled)))
                    .as("doubling " + line.id())
                    .isEqualTo(bytes);
            onlySelecting(scenario, line, plain, assess(assessor, scenario, rest));
            if (rest.stream().noneMatch(other -> other.id().equals(line.id()))) {
                List<Evidence> delayed = new ArrayList<>(rest);
                delayed.add(later(line));
                onlySelecting(scenario, line, plain, assess(assessor, scenario, delayed));
            }
        }
    }

    private static Assessment assess(Assessor assessor, ScenarioDocument scenario, List<Evidence> lines) {
        return assessor.assess(scenario.engagement(), (query, sink) -> lines.forEach(sink::accept));
    }

    private static Evidence later(Evidence line) {
        Duration delay = Duration.ofDays(11);
        return new Evidence(
                line.id(),
                line.type(),
                line.subject(),
                line.occurredAt().plus(delay),
                line.observedAt().plus(delay),
                line.recordedAt().plus(delay),
                line.source(),
                line.actor(),
                line.attributes(),
                line.attachments(),
                line.supersedes(),
                line.provenance());
    }

    private static void onlySelecting(ScenarioDocument scenario, Evidence line, Assessment plain, Assessment changed) {
        // A record that the engine itself reads may concern every control, and so may one that replaces another.
        if (EvidenceTypes.RESERVED.contains(line.type()) || isReplacing(scenario, line)) {
            return;
        }
        for (ControlResult before : plain.controls()) {
            boolean relies = before.control().related(ControlRelationKind.DEPENDS_ON).stream()
                    .anyMatch(other -> plain.controls().stream().anyMatch(c -> c.id().equals(other))
                            && selects(scenario, other, line.type()));
            if (!relies && !selects(scenario, before.id(), line.type())) {
                assertThat(unweighed(changed.control(before.id())))
                        .as(before.id() + " after " + line.id() + " was dropped or delayed")
                        .isEqualTo(unweighed(before));
            }
        }
    }

    /** Without its severity, which other controls and criteria decide on. */
    private static ControlResult unweighed(ControlResult result) {
        return result.withAftermath(Optional.empty(), result.remediation());
    }

    private static boolean isReplacing(ScenarioDocument scenario, Evidence line) {
        return line.supersedes().isPresent()
                || scenario.evidence().stream()
                        .anyMatch(e -> e.supersedes().map(line.id()::equals).orElse(false));
    }

    private static boolean selects(ScenarioDocument scenario, String control, String type) {
        return new Plan(
                        scenario.engagement(),
                        scenario.catalog(),
                        scenario.packs(),
                        List.of(),
                        Optional.of(Set.of(control)),
                        scenario.engagement().asOf().orElseThrow())
                .query()
                .types()
                .contains(type);
    }
}
