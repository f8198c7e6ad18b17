package dev.soc2.model.engagement;

import dev.soc2.model.evidence.AttributeValue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

/**
 * One parameter of a test that this organisation sets differently from the pack. Reported as such.
 *
 * @param control id of the control
 * @param test id of the test
 * @param parameter name of the parameter of its rule, such as {@code limit}
 * @param value the value that replaces the pack's
 */
public record Tailoring(
        @NotBlank String control,
        @NotBlank String test,
        @NotBlank String parameter,
        @NotNull AttributeValue value) {}
