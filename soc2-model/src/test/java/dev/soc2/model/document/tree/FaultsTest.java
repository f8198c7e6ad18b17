package dev.soc2.model.document.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.soc2.model.document.DocumentException;
import dev.soc2.model.issue.Issue;
import dev.soc2.model.issue.Location;
import org.junit.jupiter.api.Test;

class FaultsTest {

    @Test
    void throwsAllSortedByPlace() {
        Faults faults = new Faults();
        faults.add(Issue.error("SOC2-D021", Location.of("b.yaml", 1, 1), "later", "mend"));
        faults.add(Issue.error("SOC2-D021", Location.of("a.yaml", 9, 1), "second", "mend"));
        faults.add(Issue.error("SOC2-D021", Location.of("a.yaml", 2, 7), "first", "mend"));

        assertThatThrownBy(() -> faults.throwIfAny(DocumentException::new))
                .isInstanceOfSatisfying(
                        DocumentException.class,
                        e -> assertThat(e.issues())
                                .extracting(Issue::what)
                                .containsExactly("first", "second", "later"));
    }

    @Test
    void withoutFaultsNothingHappens() {
        assertThatCode(() -> new Faults().throwIfAny(DocumentException::new)).doesNotThrowAnyException();
    }

    @Test
    void keepsAThousandAndCountsTheRest() {
        String document = "{" + "\"a\":1,".repeat(5_000) + "\"b\":1}";

        // 4,999 of the 5,000 are one too many.
        assertThat(Reading.jsonFaults(document)).hasSize(1_001).last().satisfies(issue -> {
            assertThat(issue.code()).isEqualTo("SOC2-D099");
            assertThat(issue.what()).contains("1000", "3999");
        });
    }
}
