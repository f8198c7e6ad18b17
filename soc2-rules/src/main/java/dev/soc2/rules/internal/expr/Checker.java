package dev.soc2.rules.internal.expr;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Resolves names and types. Every fault is collected; a part at fault is replaced by a value of any type, which suits
 * everything around it, so that one mistake is told once.
 */
final class Checker implements Ast.Visitor<Node> {

    private static final Node STAND_IN = new Node.Slot(0, ExprType.DYN);

    private final Names names;
    private final Calls calls;
    private final List<ExpressionFault> faults = new ArrayList<>();

    Checker(Scope scope, ExpressionLimits limits) {
        this.names = new Names(scope, this);
        this.calls = new Calls(this, names, limits);
    }

    List<ExpressionFault> faults() {
        return faults;
    }

    SortedSet<FieldPath> fields() {
        return new TreeSet<>(names.fields());
    }

    int slots() {
        return names.slots();
    }

    /** Checks the whole, which has to be of the expected type. */
    Node whole(Ast ast, ExprType expected) {
        Node node = value(ast);
        ExprType type = node.type();
        if (expected == ExprType.DYN || type.equals(expected)) {
            return node;
        }
        boolean fits = type == ExprType.DYN || Types.join(type, expected).equals(expected);
        if (fits) {
            return new Node.Coerce(node, expected);
        }
        return fault(
                ast.span(),
                "this expression is of type " + type.describe() + " where " + expected.describe() + " is needed",
                expected == ExprType.BOOL
                        ? "write a condition, such as attributes.name == 'value'"
                        : "write a value of type " + expected.describe());
    }

    Node value(Ast ast) {
        return ast.accept(this);
    }

    Node fault(Span span, String what, String fix) {
        faults.add(ExpressionFault.at(span, what, fix));
        return STAND_IN;
    }

    /** A value that has to be true or false. */
    Node condition(Ast ast, String where) {
        Node node = value(ast);
        if (node.type() == ExprType.BOOL || node.type() == ExprType.DYN) {
            return node;
        }
        return fault(
                ast.span(),
                where + " needs a condition, this is of type " + node.type().describe(),
                "compare the value with another one, such as '== 1'");
    }

    @Override
    public Node literal(Ast.Literal ast) {
        Object value = ast.value();
        if (value instanceof Boolean) {
            return new Node.Constant(value, ExprType.BOOL);
        }
        if (value instanceof Long) {
            return new Node.Constant(value, ExprType.INT);
        }
        return new Node.Constant(value, value instanceof BigDecimal ? ExprType.DECIMAL : ExprType.STRING);
    }

    @Override
    public Node name(Ast.Name ast) {
        return names.read(ast);
    }

    @Override
    public Node member(Ast.Member ast) {
        Optional<Names.StructPath> struct = names.structAt(ast.operand());
        if (struct.isPresent()) {
            return names.field(struct.get(), ast.name(), ast.nameSpan());
        }
        Node operand = value(ast.operand());
        return entryType(operand, ast.name(), ast.nameSpan())
                .<Node>map(type -> new Node.Entry(operand, ast.name(), type))
                .orElse(STAND_IN);
    }

    /** The type behind a name in a map; empty, with a fault, when the operand is none. */
    Optional<ExprType> entryType(Node operand, String name, Span span) {
        if (operand.type() == ExprType.DYN) {
            return Optional.of(ExprType.DYN);
        }
        if (operand.type() instanceof ExprType.MapOf map) {
            return Optional.of(map.value());
        }
        fault(span, "a " + operand.type().describe() + " has no field '" + name + "'", "leave out '." + name + "'");
        return Optional.empty();
    }

    @Override
    public Node index(Ast.Index ast) {
        Optional<Names.StructPath> struct = names.structAt(ast.operand());
        if (struct.isPresent() && ast.index() instanceof Ast.Literal key && key.value() instanceof String name) {
            return names.field(struct.get(), name, key.span());
        }
        Node container = value(ast.operand());
        Node index = value(ast.index());
        if (container.type() instanceof ExprType.MapOf map) {
            return at(container, index, ExprType.STRING, map.value(), ast);
        }
        if (container.type() instanceof ExprType.ListOf list) {
            return at(container, index, ExprType.INT, list.element(), ast);
        }
        if (container.type() == ExprType.DYN) {
            return new Node.Element(container, index, ExprType.DYN);
        }
        return fault(
                ast.operand().span(),
                "a " + container.type().describe() + " has no elements",
                "use '[...]' after a list or a map");
    }

    private Node at(Node container, Node index, ExprType key, ExprType result, Ast.Index ast) {
        if (index.type() != key && index.type() != ExprType.DYN) {
            return fault(
                    ast.index().span(),
                    "a " + container.type().describe() + " is read by " + key.describe() + ", not by "
                            + index.type().describe(),
                    key == ExprType.INT ? "write a position from 0" : "write a key in quotes");
        }
        return new Node.Element(container, index, result);
    }

    @Override
    public Node call(Ast.Call ast) {
        return calls.check(ast);
    }

    @Override
    public Node not(Ast.Not ast) {
        return new Node.Not(condition(ast.operand(), "'!'"));
    }

    @Override
    public Node negate(Ast.Negate ast) {
        Node operand = value(ast.operand());
        if (Types.isNumber(operand.type()) || operand.type() == ExprType.DYN) {
            return new Node.Apply1(Arithmetic::negate, operand, operand.type());
        }
        return fault(ast.span(), "'-' does not work on " + operand.type().describe(), "put '-' before numbers only");
    }

    @Override
    public Node logic(Ast.Logic ast) {
        String sign = ast.conjunction() ? "'&&'" : "'||'";
        return new Node.Logic(
                ast.conjunction(),
                ast.operands().stream().map(operand -> condition(operand, sign)).toList());
    }

    @Override
    public Node binary(Ast.Binary ast) {
        Optional<Node> presence = ast.operator().equals("in") ? calls.fieldIn(ast) : Optional.empty();
        return presence.orElseGet(() -> Operators.check(ast, value(ast.left()), value(ast.right()), this));
    }

    @Override
    public Node choice(Ast.Choice ast) {
        Node condition = condition(ast.condition(), "'?'");
        Node then = value(ast.then());
        Node otherwise = value(ast.otherwise());
        ExprType type = Types.join(then.type(), otherwise.type());
        boolean either = then.type() == ExprType.DYN || otherwise.type() == ExprType.DYN;
        if (!either && !Types.comparable(then.type(), otherwise.type())) {
            return fault(
                    ast.span(),
                    "the choices of '?' are of two types, " + then.type().describe() + " and "
                            + otherwise.type().describe(),
                    "make both of one type; int(), double() and string() convert");
        }
        return new Node.Choice(condition, as(then, type), as(otherwise, type), type);
    }

    private static Node as(Node node, ExprType type) {
        return type == ExprType.DECIMAL && node.type() == ExprType.INT ? new Node.Coerce(node, type) : node;
    }

    @Override
    public Node listing(Ast.Listing ast) {
        List<Node> elements = ast.elements().stream().map(this::value).toList();
        ExprType type =
                ExprType.list(Types.join(elements.stream().map(Node::type).toList()));
        if (elements.stream().allMatch(Node.Constant.class::isInstance)) {
            List<Object> values = elements.stream()
                    .map(element -> ((Node.Constant) element).value())
                    .toList();
            return new Node.Constant(values, type);
        }
        return new Node.Listing(elements, type);
    }

    @Override
    public Node mapping(Ast.Mapping ast) {
        List<Node> keys = new ArrayList<>();
        Map<String, Ast> known = new LinkedHashMap<>();
        for (Ast key : ast.keys()) {
            Node node = value(key);
            if (node.type() != ExprType.STRING && node.type() != ExprType.DYN) {
                fault(
                        key.span(),
                        "the keys of a map are texts, this is of type "
                                + node.type().describe(),
                        "quote it");
            } else if (node instanceof Node.Constant constant && known.put((String) constant.value(), key) != null) {
                fault(key.span(), "this key stands twice in the map", "remove one of them");
            }
            keys.add(node);
        }
        List<Node> values = ast.values().stream().map(this::value).toList();
        return new Node.Mapping(
                keys,
                values,
                ExprType.map(Types.join(values.stream().map(Node::type).toList())));
    }
}
