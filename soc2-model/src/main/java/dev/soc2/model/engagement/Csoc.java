package dev.soc2.model.engagement;

import jakarta.validation.constraints.NotBlank;

/**
 * A complementary subservice organisation control: what we assume that the other organisation does. Never tested here.
 *
 * @param text what is assumed
 */
public record Csoc(@NotBlank String text) {}
