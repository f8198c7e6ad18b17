package dev.soc2.rules.internal.expr;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What names mean: the variables of macros, innermost first, then those of the scope and their fields. */
final class Names {

    private final Scope scope;
    private final Checker checker;
    private final Deque<Local> locals = new ArrayDeque<>();
    private final Set<FieldPath> fields = new HashSet<>();
    private int slots;

    Names(Scope scope, Checker checker) {
        this.scope = scope;
        this.checker = checker;
    }

    /** A struct variable or a struct inside one, with the path that reads it. */
    record StructPath(String path, ExprType.Struct type) {}

    private record Local(String name, Node.Slot slot) {}

    Set<FieldPath> fields() {
        return fields;
    }

    int slots() {
        return slots;
    }

    /** Opens a macro's variable; each level of nesting has a slot of its own. */
    Node.Slot open(String name, ExprType type) {
        Node.Slot slot = new Node.Slot(locals.size(), type);
        locals.push(new Local(name, slot));
        slots = Math.max(slots, locals.size());
        return slot;
    }

    void close() {
        locals.pop();
    }

    Node read(Ast.Name ast) {
        Optional<Node.Slot> local = local(ast.name());
        if (local.isPresent()) {
            return local.get();
        }
        ExprType type = scope.variables().get(ast.name());
        if (type == null) {
            return unknown(ast);
        }
        return type instanceof ExprType.Struct
                ? asAWhole(ast.name(), ast.span())
                : read(new FieldPath("", ast.name()), type);
    }

    private Node read(FieldPath path, ExprType type) {
        fields.add(path);
        return new Node.Read(path, type);
    }

    private Optional<Node.Slot> local(String name) {
        return locals.stream()
                .filter(local -> local.name().equals(name))
                .findFirst()
                .map(Local::slot);
    }

    private Node unknown(Ast.Name ast) {
        Set<String> known = new TreeSet<>(scope.variables().keySet());
        locals.forEach(local -> known.add(local.name()));
        return checker.fault(
                ast.span(),
                "'" + ast.name() + "' is not a name that can be read here",
                Advice.forName(ast.name(), known) + ", or put a text in quotes");
    }

    private Node asAWhole(String path, Span span) {
        return checker.fault(span, "'" + path + "' is not a value itself", "read a field of it: " + path + ".<name>");
    }

    /** The struct that an expression names, if it names one. */
    Optional<StructPath> structAt(Ast ast) {
        if (ast instanceof Ast.Name name && local(name.name()).isEmpty()) {
            return struct(name.name(), scope.variables().get(name.name()));
        }
        if (ast instanceof Ast.Member member) {
            return structAt(member.operand())
                    .flatMap(outer -> struct(
                            outer.path() + "." + member.name(),
                            outer.type().fields().get(member.name())));
        }
        return Optional.empty();
    }

    private static Optional<StructPath> struct(String path, @Nullable ExprType type) {
        return type instanceof ExprType.Struct struct ? Optional.of(new StructPath(path, struct)) : Optional.empty();
    }

    Node field(StructPath struct, String name, Span span) {
        return fieldType(struct, name, span)
                .map(type -> read(new FieldPath(struct.path(), name), type))
                .orElseGet(Names::standIn);
    }

    /** {@code has(...)} of a field. */
    Node present(StructPath struct, String name, Span span) {
        return fieldType(struct, name, span)
                .<Node>map(type -> {
                    FieldPath path = new FieldPath(struct.path(), name);
                    fields.add(path);
                    return new Node.Present(path, type);
                })
                .orElseGet(Names::standIn);
    }

    private static Node standIn() {
        return new Node.Slot(0, ExprType.DYN);
    }

    /** The type of a field that is a value; empty, with a fault, otherwise. */
    private Optional<ExprType> fieldType(StructPath struct, String name, Span span) {
        ExprType type = struct.type().fields().get(name);
        if (type instanceof ExprType.Struct) {
            asAWhole(struct.path() + "." + name, span);
            return Optional.empty();
        }
        if (type != null) {
            return Optional.of(type);
        }
        if (!struct.type().open()) {
            undeclared(struct.type(), name, span);
            return Optional.empty();
        }
        return Optional.of(ExprType.DYN);
    }

    private void undeclared(ExprType.Struct struct, String name, Span span) {
        String advice = Advice.forName(name, struct.fields().keySet());
        // A struct that holds another one is a record of evidence, whose fields nobody can add to.
        boolean record = struct.fields().values().stream().anyMatch(ExprType.Struct.class::isInstance);
        if (record) {
            checker.fault(span, "'" + name + "' is not a field of " + struct.label(), advice);
        } else {
            checker.fault(
                    span,
                    "'" + name + "' is not an attribute that " + struct.label() + " declares",
                    advice + ", or declare the attribute in `vocabulary:`");
        }
    }
}
