package dev.soc2.rules.oracle.b;

import dev.soc2.model.result.IpeStatus;
import dev.soc2.model.result.ItemResult;
import dev.soc2.model.result.OperatingConclusion;
import dev.soc2.model.result.TestResult;
import java.util.List;
import java.util.Optional;

/** A rule as the oracle reads it, straight from its definition. */
interface Law {

    /** The rule as a pack writes it. */
    String yaml();

    /** The items it finds. */
    List<Found> items(World world);

    /** The selector whose proof counts; none where a calendar or a list is the population. */
    Optional<Pick> population();

    /** How its items conclude. */
    default OperatingConclusion conclude(World world, IpeStatus ipe, List<Found> items) {
        return Judge.of(world, ipe, items);
    }

    /** Whether an item of the engine is not of this law's concern. */
    default boolean ignores(ItemResult item) {
        return false;
    }

    /** What else differs. */
    default List<String> more(World world, TestResult engine) {
        return List.of();
    }
}
