package dev.soc2.rules.oracle.b;

import dev.soc2.model.result.IpeStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How well a population is proven: one type from one source, by records of that type or of the test. */
final class Proof {

    private Proof() {}

    static IpeStatus of(World world, Optional<Pick> population) {
        if (population.isEmpty()) {
            return IpeStatus.NOT_NEEDED;
        }
        Pick pick = population.get();
        List<Rec> proofs = world.ofType("population").stream()
                .filter(p -> p.subject().equals(pick.type()) || p.subject().equals(World.CONTROL + "/T1"))
                .filter(p -> pick.source().isEmpty()
                        || p.get("source").map(pick.source().get()::equals).orElse(true))
                .toList();
        if (proofs.isEmpty()) {
            return IpeStatus.UNVERIFIED;
        }
        for (Rec proof : proofs) {
            Instant from = proof.time("from").orElseThrow();
            Instant to = proof.time("to").orElseThrow();
            Pick rows = proof.subject().equals(pick.type())
                    ? new Pick(pick.type(), proof.get("source").map(Object::toString), Optional.empty())
                    : pick;
            long count = world.sure(rows).stream()
                    .filter(r -> !r.at().isBefore(from) && r.at().isBefore(to))
                    .count();
            if (count != ((Number) proof.get("rows").orElseThrow()).longValue()) {
                return IpeStatus.FAILED;
            }
        }
        // Windows unite when they are of one subject: what a type's records and a test's records prove is not the same.
        boolean whole = proofs.stream()
                .map(Rec::subject)
                .distinct()
                .anyMatch(subject -> whole(
                        world,
                        proofs.stream().filter(p -> p.subject().equals(subject)).toList()));
        return whole ? IpeStatus.VERIFIED : IpeStatus.PARTIAL;
    }

    private static boolean whole(World world, List<Rec> proofs) {
        List<Instant> asked = new ArrayList<>(List.of(world.start()));
        proofs.forEach(p -> asked.add(p.time("to").orElseThrow()));
        proofs.forEach(p -> asked.add(p.time("extractedAt").orElseThrow()));
        return asked.stream()
                .filter(world::inside)
                .allMatch(x -> proofs.stream().anyMatch(p -> covers(p, x)));
    }

    private static boolean covers(Rec proof, Instant x) {
        return !x.isBefore(proof.time("from").orElseThrow())
                && x.isBefore(proof.time("to").orElseThrow())
                && x.isBefore(proof.time("extractedAt").orElseThrow());
    }
}
