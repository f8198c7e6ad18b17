package dev.soc2.rules.oracle.b;

import dev.soc2.model.result.ItemOutcome;
import dev.soc2.model.result.ReasonCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** ATTRIBUTE: each record of the population inside the window satisfies `attributes.ok == true`. */
record AttributeLaw(Pick of) implements Law {

    @Override
    public String yaml() {
        return "{kind: ATTRIBUTE, of: " + of.yaml() + ", require: \"attributes.ok == true\"}";
    }

    @Override
    public Optional<Pick> population() {
        return Optional.of(of);
    }

    @Override
    public List<Found> items(World world) {
        List<Found> items = new ArrayList<>();
        for (Rec r : world.records()) {
            Maybe member = world.inside(r.at()) ? of.picks(r) : Maybe.NO;
            if (member == Maybe.NO) {
                continue;
            }
            Maybe ok = member == Maybe.ERROR ? Maybe.ERROR : r.says("ok", true);
            items.add(
                    switch (ok) {
                        case YES -> Found.of(r.id(), r.subject(), ItemOutcome.CONFORMING, ReasonCode.SATISFIED, r.at());
                        case NO -> world.deviation(r.id(), r.subject(), ReasonCode.PREDICATE_FALSE, r.at(), r.at());
                        case ERROR ->
                            Found.of(
                                    r.id(), r.subject(), ItemOutcome.UNDETERMINED, ReasonCode.EXPRESSION_ERROR, r.at());
                    });
        }
        return items;
    }
}
