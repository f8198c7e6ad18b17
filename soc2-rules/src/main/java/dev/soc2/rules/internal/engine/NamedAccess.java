package dev.soc2.rules.internal.engine;

import dev.soc2.rules.internal.expr.ExprType;
import dev.soc2.rules.internal.expr.FieldAccess;
import dev.soc2.rules.internal.expr.FieldBinder;
import dev.soc2.rules.internal.expr.FieldPath;

/** Reads fields of several records, each under its name: {@code trigger.subject}, {@code record.attributes.cause}. */
final class NamedAccess implements FieldBinder<NamedRows> {

    private final RowAccess rows;

    NamedAccess(RowAccess rows) {
        this.rows = rows;
    }

    /** The name that a path begins with. */
    static String name(FieldPath path) {
        int dot = path.root().indexOf('.');
        return dot < 0 ? path.root() : path.root().substring(0, dot);
    }

    /** The path within the record of that name. */
    static FieldPath within(FieldPath path) {
        int dot = path.root().indexOf('.');
        return new FieldPath(dot < 0 ? "" : path.root().substring(dot + 1), path.field());
    }

    @Override
    public FieldAccess<NamedRows> bind(FieldPath path, ExprType type) {
        String name = name(path);
        FieldAccess<RowFrame> field = rows.bind(within(path), type);
        return frames -> field.read(frames.of(name));
    }
}
