package dev.soc2.rules.oracle.b;

import dev.soc2.model.result.IpeStatus;
import dev.soc2.model.result.ItemOutcome;
import dev.soc2.model.result.OperatingConclusion;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;

/** From the items of one test to its conclusion. */
final class Judge {

    private Judge() {}

    static OperatingConclusion of(World world, IpeStatus ipe, List<Found> items) {
        if (ipe == IpeStatus.FAILED) {
            return OperatingConclusion.INSUFFICIENT_EVIDENCE;
        }
        boolean proven = ipe == IpeStatus.VERIFIED || ipe == IpeStatus.NOT_NEEDED;
        List<Found> deviations = all(items, ItemOutcome.DEVIATION);
        int conforming = all(items, ItemOutcome.CONFORMING).size();
        int unknown = all(items, ItemOutcome.UNDETERMINED).size();
        int k = deviations.size();
        int n = conforming + k + unknown;
        if (n == 0) {
            boolean something = ipe == IpeStatus.VERIFIED
                    || !all(items, ItemOutcome.PENDING).isEmpty()
                    || !all(items, ItemOutcome.EXCUSED).isEmpty();
            return proven && something
                    ? OperatingConclusion.DID_NOT_OPERATE
                    : OperatingConclusion.INSUFFICIENT_EVIDENCE;
        }
        int late = (int) deviations.stream().filter(Found::late).count();
        if (systemic(world, deviations) || exceeds(world, k, late, n)) {
            return OperatingConclusion.INEFFECTIVE;
        }
        if (unknown > 0 && exceeds(world, k + unknown, late, n)) {
            return OperatingConclusion.INSUFFICIENT_EVIDENCE;
        }
        if (world.strict() && !proven) {
            return OperatingConclusion.INSUFFICIENT_EVIDENCE;
        }
        return k + unknown == 0 ? OperatingConclusion.EFFECTIVE : OperatingConclusion.EFFECTIVE_WITH_DEVIATIONS;
    }

    private static List<Found> all(List<Found> items, ItemOutcome outcome) {
        return items.stream().filter(i -> i.outcome() == outcome).toList();
    }

    private static boolean exceeds(World world, int k, int late, int n) {
        return switch (world.policy()) {
            case STRICT -> k > 0;
            case TENTH -> share(k, 10).compareTo(share(n, 1)) > 0;
            case CENSUS -> n >= 20 ? share(k, 20).compareTo(share(n, 1)) > 0 : k > late || late > 1;
        };
    }

    private static BigInteger share(int count, int times) {
        return BigInteger.valueOf(count).multiply(BigInteger.valueOf(times));
    }

    private static boolean systemic(World world, List<Found> deviations) {
        for (Found one : deviations) {
            for (Rec analysis : world.analyses(one.id())) {
                if (analysis.says("systemic", true) == Maybe.YES || analysis.says("intentional", true) == Maybe.YES) {
                    return true;
                }
                for (Found other : deviations) {
                    for (Rec second : world.analyses(other.id())) {
                        if (analysis.get("cause").isPresent()
                                && analysis.get("cause").equals(second.get("cause"))
                                && Duration.between(one.at(), other.at()).compareTo(Duration.ofDays(31)) > 0) {
                            return true;
                        }
                    }
                }
            }
        }
        return false;
    }
}
