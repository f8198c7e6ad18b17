package dev.soc2.rules.rule;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * PROHIBITION: nothing that a selector picks may exist.
 *
 * @param of picks what must not exist
 * @param coverage what shows that it would have been seen; empty: only a proven population shows it
 */
public record ProhibitionRule(Selector of, Optional<Heartbeat> coverage) implements Rule {

    /** Checks that both are given. */
    public ProhibitionRule {
        Objects.requireNonNull(of, "of");
        Objects.requireNonNull(coverage, "coverage");
    }

    @Override
    public String kind() {
        return "PROHIBITION";
    }

    @Override
    public String words() {
        return "there is no " + of.words()
                + coverage.map(heartbeat -> ", watched by " + heartbeat.words()).orElse("");
    }

    @Override
    public List<Selector> population() {
        return List.of(of);
    }
}
