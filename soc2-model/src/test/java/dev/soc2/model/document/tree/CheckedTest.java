package dev.soc2.model.document.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CheckedTest {

    /** A record with one constraint of each shape. */
    public record Sampled(
            @NotBlank String id,
            @Positive int size,
            @NotEmpty List<@Size(max = 3) String> ids,
            Optional<String> note) {
        public Sampled {
            if (ids.size() > size) {
                throw new IllegalArgumentException("a sample of " + size + " has " + ids.size() + " ids");
            }
        }
    }

    private static Optional<Sampled> read(String document, Faults faults) {
        return Value.of(Reading.yaml(document), faults)
                .map(f -> f.node()
                        .flatMap(node -> Checked.construct(
                                Sampled.class,
                                node,
                                faults,
                                f.places(),
                                f.required("id").text(),
                                f.required("size").integer(),
                                f.optional("ids").list(Value::text).orElse(List.of()),
                                f.optional("note").text())));
    }

    @Test
    void constructsWhenNothingIsWrong() {
        Faults faults = new Faults();

        Optional<Sampled> sampled = read("{id: s, size: 2, ids: [a, b]}", faults);

        assertThat(sampled).contains(new Sampled("s", 2, List.of("a", "b"), Optional.empty()));
        assertThat(faults.isEmpty()).isTrue();
    }

    @Test
    void tellsEachViolationAtItsValueInOrder() {
        Faults faults = new Faults();

        Optional<Sampled> sampled = read("id: ' '\nsize: 0\nids:\n- abc\n- abcd\n", faults);

        assertThat(sampled).isEmpty();
        assertThat(faults.issues())
                .extracting(issue -> Reading.brief(issue) + " " + issue.what())
                .containsExactly(
                        "SOC2-D025 1:5 'id' must not be blank",
                        "SOC2-D025 2:7 'size' must be greater than 0",
                        "SOC2-D025 5:3 'ids' size must be between 0 and 3");
    }

    @Test
    void whatTheDocumentDoesNotHaveIsToldAtTheMap() {
        Faults faults = new Faults();

        read("id: s\nsize: 2\n", faults);

        assertThat(faults.issues())
                .extracting(issue -> Reading.brief(issue) + " " + issue.what())
                .containsExactly("SOC2-D025 1:1 'ids' must not be empty");
    }

    @Test
    void aFaultThatWasToldIsNotToldTwice() {
        Faults faults = new Faults();

        Optional<Sampled> sampled = read("size: x\nids: [abcd]\n", faults);

        assertThat(sampled).isEmpty();
        assertThat(faults.issues())
                .extracting(Reading::brief)
                .containsExactly("SOC2-D020 1:1", "SOC2-D022 1:7", "SOC2-D025 2:7");
    }

    @Test
    void anInvariantIsToldAtTheMap() {
        Faults faults = new Faults();

        Optional<Sampled> sampled = read("# sample\nid: s\nsize: 1\nids: [a, b]\n", faults);

        assertThat(sampled).isEmpty();
        assertThat(faults.issues())
                .extracting(issue -> Reading.brief(issue) + " " + issue.what())
                .containsExactly("SOC2-D026 2:1 a sample of 1 has 2 ids");
    }

    @Test
    void theWrongNumberOfArgumentsIsABug() {
        MapNode node = (MapNode) Reading.yaml("{}");

        assertThatThrownBy(() -> Checked.construct(Sampled.class, node, new Faults(), java.util.Map.of(), "s"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Sampled has 4 components, got 1 arguments");
    }
}
