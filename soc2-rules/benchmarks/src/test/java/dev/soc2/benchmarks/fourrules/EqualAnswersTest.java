package dev.soc2.benchmarks.fourrules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.model.evidence.Evidence;
import java.util.List;
import org.junit.jupiter.api.Test;

class EqualAnswersTest {

    @Test
    void allContestantsFindTheSameNineNumbers() {
        Workload workload = Workload.of(50_000);
        List<Evidence> records = EventRecords.of(workload);
        Engine engine = new Engine();
        Answers loop = new ClusteredLoop(workload).evaluate();
        assertThat(loop.lateAccounts()).isPositive();
        assertThat(loop.openSeconds()).isPositive();
        assertThat(new PlainJava(records).evaluate()).isEqualTo(loop);
        assertThat(Engine.answers(engine.evaluate(engine.build(records)), workload))
                .isEqualTo(loop);
    }
}
