package dev.soc2.rules.rule;

import java.util.List;

/** ATTESTED: people tested the control, and recorded in {@code control.test} what they did and what they found. */
public record AttestedRule() implements Rule {

    @Override
    public String kind() {
        return "ATTESTED";
    }

    @Override
    public String words() {
        return "a recorded human test of the control found no deviation, and covers its window";
    }

    @Override
    public List<Selector> population() {
        return List.of();
    }
}
