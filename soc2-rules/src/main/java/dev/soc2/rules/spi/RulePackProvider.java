package dev.soc2.rules.spi;

import dev.soc2.rules.rule.RulePack;
import java.util.Set;

/**
 * Brings rule packs, to be named by their ids in engagement files and scenarios. Implemented by hosts and registered as a
 * service ({@code provides} in a module, a file under {@code META-INF/services} on the class path); has a public
 * constructor without parameters.
 */
public interface RulePackProvider {

    /**
     * The ids of its packs. Called on the caller's thread, for every look-up.
     *
     * @return ids that are theirs alone; the same each time
     */
    Set<String> ids();

    /**
     * One of its packs.
     *
     * @param id one of {@link #ids()}
     * @return the pack of that id
     */
    RulePack pack(String id);
}
