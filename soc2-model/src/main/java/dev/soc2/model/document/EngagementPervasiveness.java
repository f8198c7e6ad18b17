package dev.soc2.model.document;

import dev.soc2.model.document.tree.Value;
import dev.soc2.model.engagement.Pervasiveness;
import java.math.BigDecimal;
import java.util.Optional;

/** When failing criteria are pervasive, as an engagement writes it; what it leaves out stays as it is by default. */
final class EngagementPervasiveness {

    private EngagementPervasiveness() {}

    static Optional<Pervasiveness> read(Value value, EngagementReading reading) {
        return value.map(fields -> {
            Optional<Integer> others = fields.optional("entityLevelWith").integer();
            Optional<BigDecimal> share = EngagementPolicy.rate(fields.optional("share"), reading.faults());
            boolean category = fields.optional("wholeCategory").flag().orElse(Pervasiveness.DEFAULT.wholeCategory());
            return reading.construct(
                    Pervasiveness.class,
                    fields,
                    others.orElse(Pervasiveness.DEFAULT.entityLevelWith()),
                    share.orElse(Pervasiveness.DEFAULT.share()),
                    category);
        });
    }
}
