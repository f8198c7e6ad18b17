package dev.soc2.rules.internal.engine;

import dev.soc2.rules.internal.expr.ExprType;
import dev.soc2.rules.internal.expr.FieldAccess;
import dev.soc2.rules.internal.expr.FieldBinder;
import dev.soc2.rules.internal.expr.FieldPath;
import dev.soc2.rules.internal.timeline.Nanos;
import dev.soc2.rules.internal.timeline.Timeline;
import dev.soc2.rules.rule.Field;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads fields of rows of a timeline, for expressions and for keys. */
final class RowAccess implements FieldBinder<RowFrame> {

    private static final String ATTRIBUTES = "attributes";

    private final Timeline timeline;
    private final Optional<String> only;

    RowAccess(Timeline timeline) {
        this(timeline, Optional.empty());
    }

    private RowAccess(Timeline timeline, Optional<String> only) {
        this.timeline = timeline;
        this.only = only;
    }

    /** The same for rows of these types only: with one type, an attribute is found once and not row by row. */
    RowAccess over(Set<String> types) {
        return types.size() == 1 ? new RowAccess(timeline, types.stream().findFirst()) : this;
    }

    @Override
    public FieldAccess<RowFrame> bind(FieldPath path, ExprType type) {
        String name = path.field();
        if (path.root().equals(ATTRIBUTES)) {
            Timeline.Values values = only.map(own -> timeline.values(own, name)).orElse(null);
            return values == null ? frame -> timeline.attribute(frame.row, name) : frame -> values.of(frame.row);
        }
        return switch (name) {
            case "id" -> frame -> timeline.id(frame.row);
            case "type" -> frame -> timeline.type(frame.row);
            case "subject" -> frame -> timeline.subject(frame.row);
            case "actor" -> frame -> timeline.actor(frame.row);
            case "source" -> frame -> timeline.source(frame.row);
            case "occurredAt" -> frame -> Nanos.instant(timeline.occurred(frame.row));
            case "observedAt" -> frame -> Nanos.instant(timeline.observed(frame.row));
            default -> throw new IllegalStateException("the checker lets no field '" + path + "' through");
        };
    }

    /** The value of a field of a row, or null when the record does not carry it. */
    @Nullable
    Object value(int row, Field field) {
        if (field.isAttribute()) {
            return timeline.attribute(row, field.name());
        }
        return bind(new FieldPath("", field.name()), ExprType.DYN).read(new RowFrame(row));
    }
}
