package dev.soc2.model.engagement;

import jakarta.validation.constraints.NotBlank;

/**
 * A control of a pack that does not apply to this organisation. Reported as such.
 *
 * @param control id of the control
 * @param reason why
 */
public record ControlExclusion(
        @NotBlank String control, @NotBlank String reason) {}
