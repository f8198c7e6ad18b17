package dev.soc2.rules.internal.expr;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Turns a checked expression into closures over the host's frames. */
final class Generator<F> implements Node.Visitor<Code<F>> {

    private final FieldBinder<F> binder;
    private final Map<FieldPath, FieldAccess<F>> accesses = new HashMap<>();
    private boolean counts;

    Generator(FieldBinder<F> binder) {
        this.binder = binder;
    }

    /** Whether a run of the program has variables or takes steps. */
    boolean counts() {
        return counts;
    }

    @Override
    public Code<F> constant(Node.Constant node) {
        Object value = node.value();
        return (frame, run) -> value;
    }

    @Override
    public Code<F> read(Node.Read node) {
        FieldAccess<F> access = access(node.path(), node.type());
        Coercion coercion = Coercion.of(node.type());
        String name = node.path().toString();
        Cause absent = new Cause(name + " is absent");
        return (frame, run) -> {
            Object value = access.read(frame);
            if (value == null) {
                return absent;
            }
            Object taken = coercion.take(value);
            return taken != null ? taken : Cause.mismatch(name, value, node.type());
        };
    }

    private FieldAccess<F> access(FieldPath path, ExprType type) {
        return accesses.computeIfAbsent(path, key -> binder.bind(key, type));
    }

    @Override
    public Code<F> present(Node.Present node) {
        FieldAccess<F> access = access(node.path(), node.fieldType());
        return (frame, run) -> access.read(frame) != null;
    }

    @Override
    public Code<F> slot(Node.Slot node) {
        int index = node.index();
        return (frame, run) -> run.get(index);
    }

    @Override
    public Code<F> listing(Node.Listing node) {
        List<Code<F>> elements = all(node.elements());
        return (frame, run) -> {
            List<Object> list = new ArrayList<>(elements.size());
            for (Code<F> element : elements) {
                Object value = element.run(frame, run);
                if (value instanceof Cause) {
                    return value;
                }
                list.add(value);
            }
            return list;
        };
    }

    @Override
    public Code<F> mapping(Node.Mapping node) {
        List<Code<F>> keys = all(node.keys());
        List<Code<F>> values = all(node.values());
        return (frame, run) -> {
            Map<String, Object> map = new HashMap<>();
            for (int i = 0; i < keys.size(); i++) {
                Object key = keys.get(i).run(frame, run);
                Object value = key instanceof Cause ? key : values.get(i).run(frame, run);
                if (value instanceof Cause) {
                    return value;
                }
                if (!(key instanceof String name)) {
                    return Cause.mismatch("a map's key", key, ExprType.STRING);
                }
                if (map.put(name, value) != null) {
                    return new Cause("the key " + Cause.shown(name) + " stands twice in a map");
                }
            }
            return map;
        };
    }

    private List<Code<F>> all(List<Node> nodes) {
        return nodes.stream().map(node -> node.accept(this)).toList();
    }

    @Override
    public Code<F> entry(Node.Entry node) {
        Code<F> map = node.map().accept(this);
        return (frame, run) -> Elements.entry(map.run(frame, run), node.key(), node.type());
    }

    @Override
    public Code<F> hasEntry(Node.HasEntry node) {
        Code<F> map = node.map().accept(this);
        return (frame, run) -> Elements.has(map.run(frame, run), node.key());
    }

    @Override
    public Code<F> element(Node.Element node) {
        Code<F> container = node.container().accept(this);
        Code<F> index = node.index().accept(this);
        return (frame, run) -> {
            Object of = container.run(frame, run);
            if (of instanceof Cause) {
                return of;
            }
            Object at = index.run(frame, run);
            return at instanceof Cause ? at : Elements.at(of, at, node.type());
        };
    }

    @Override
    public Code<F> not(Node.Not node) {
        Code<F> operand = node.operand().accept(this);
        return (frame, run) -> {
            Object value = operand.run(frame, run);
            return value instanceof Boolean holds ? (Object) !holds : Conditions.unusable("!", value);
        };
    }

    @Override
    public Code<F> logic(Node.Logic node) {
        return Conditions.logic(node.conjunction(), all(node.operands()));
    }

    @Override
    public Code<F> choice(Node.Choice node) {
        Code<F> condition = node.condition().accept(this);
        Code<F> then = node.then().accept(this);
        Code<F> otherwise = node.otherwise().accept(this);
        return (frame, run) -> {
            Object value = condition.run(frame, run);
            if (!(value instanceof Boolean holds)) {
                return Conditions.unusable("?", value);
            }
            return holds ? then.run(frame, run) : otherwise.run(frame, run);
        };
    }

    @Override
    public Code<F> compare(Node.Compare node) {
        Code<F> left = node.left().accept(this);
        Code<F> right = node.right().accept(this);
        Comparison comparison = node.operator();
        if (node.right() instanceof Node.Constant constant && Types.isScalar(constant.type())) {
            return withConstant(comparison, node.left(), left, constant.value());
        }
        if (node.left() instanceof Node.Constant constant && Types.isScalar(constant.type())) {
            return withConstant(comparison.mirrored(), node.right(), right, constant.value());
        }
        counts |= !Types.isScalar(node.left().type())
                || !Types.isScalar(node.right().type());
        return apply(comparison::apply, left, right);
    }

    private Code<F> withConstant(Comparison comparison, Node node, Code<F> code, Object constant) {
        Code<F> general = ConstantComparison.of(comparison, code, constant);
        return node instanceof Node.Read read
                ? ConstantComparison.ofField(
                        comparison, access(read.path(), read.type()), read.type(), constant, general)
                : general;
    }

    @Override
    public Code<F> apply1(Node.Apply1 node) {
        counts = true;
        Code<F> operand = node.operand().accept(this);
        Operation.Unary operation = node.operation();
        return (frame, run) -> {
            Object value = operand.run(frame, run);
            return value instanceof Cause ? value : operation.apply(value, run);
        };
    }

    @Override
    public Code<F> apply2(Node.Apply2 node) {
        counts = true;
        Code<F> left = node.left().accept(this);
        return apply(node.operation(), left, node.right().accept(this));
    }

    private Code<F> apply(Operation.Binary operation, Code<F> left, Code<F> right) {
        return (frame, run) -> {
            Object a = left.run(frame, run);
            if (a instanceof Cause) {
                return a;
            }
            Object b = right.run(frame, run);
            return b instanceof Cause ? b : operation.apply(a, b, run);
        };
    }

    @Override
    public Code<F> coerce(Node.Coerce node) {
        Code<F> operand = node.operand().accept(this);
        return (frame, run) -> {
            Object value = operand.run(frame, run);
            return value instanceof Cause ? value : Elements.taken("the value", value, node.type());
        };
    }

    @Override
    public Code<F> loop(Node.Loop node) {
        counts = true;
        return Loops.of(
                node,
                node.range().accept(this),
                node.condition().map(condition -> condition.accept(this)),
                node.transform().map(transform -> transform.accept(this)));
    }
}
