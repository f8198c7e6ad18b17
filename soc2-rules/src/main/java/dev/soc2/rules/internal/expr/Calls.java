package dev.soc2.rules.internal.expr;

import com.google.re2j.Pattern;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Checks what looks like a call: {@code has}, macros, functions. */
final class Calls {

    private final Checker checker;
    private final Names names;
    private final RegularExpression regularExpression;
    private final Map<String, Function> functions;

    Calls(Checker checker, Names names, ExpressionLimits limits) {
        this.checker = checker;
        this.names = names;
        this.regularExpression = new RegularExpression(limits);
        this.functions = new Functions(limits).table();
    }

    Node check(Ast.Call ast) {
        if (ast.target().isEmpty()
                && ast.name().equals("has")
                && ast.arguments().size() == 1) {
            return has(ast.arguments().get(0));
        }
        Optional<Macro> macro = ast.target().isPresent() ? Macro.of(ast) : Optional.empty();
        return macro.isPresent() ? loop(macro.get(), ast) : function(ast);
    }

    private Node has(Ast argument) {
        if (argument instanceof Ast.Index index && index.index() instanceof Ast.Literal key) {
            Optional<Names.StructPath> struct = names.structAt(index.operand());
            if (struct.isPresent() && key.value() instanceof String name) {
                return names.present(struct.get(), name, key.span());
            }
        }
        if (!(argument instanceof Ast.Member member)) {
            return checker.fault(
                    argument.span(), "has() asks for a field of something", "write it as has(attributes.name)");
        }
        Optional<Names.StructPath> struct = names.structAt(member.operand());
        if (struct.isPresent()) {
            return names.present(struct.get(), member.name(), member.nameSpan());
        }
        Node map = checker.value(member.operand());
        return checker.entryType(map, member.name(), member.nameSpan()).isPresent()
                ? new Node.HasEntry(map, member.name())
                : map;
    }

    /** {@code 'name' in attributes}, the presence test for names that are no identifiers. */
    Optional<Node> fieldIn(Ast.Binary ast) {
        return names.structAt(ast.right())
                .filter(struct -> ast.left() instanceof Ast.Literal key && key.value() instanceof String)
                .map(struct -> names.present(
                        struct,
                        (String) ((Ast.Literal) ast.left()).value(),
                        ast.left().span()));
    }

    private Node loop(Macro macro, Ast.Call ast) {
        Node range = checker.value(ast.target().orElseThrow());
        Optional<ExprType> element = elementType(range.type());
        if (element.isEmpty()) {
            checker.fault(
                    ast.nameSpan(),
                    macro.word() + "() does not run over " + range.type().describe(),
                    "call it on a list or a map");
        }
        if (!(ast.arguments().get(0) instanceof Ast.Name variable)) {
            return checker.fault(
                    ast.arguments().get(0).span(),
                    "the first argument of " + macro.word() + "() names the element",
                    "write a plain name, such as x");
        }
        Node.Slot slot = names.open(variable.name(), element.orElse(ExprType.DYN));
        boolean conditional = macro != Macro.MAP || ast.arguments().size() == 3;
        Optional<Node> condition = conditional
                ? Optional.of(checker.condition(ast.arguments().get(1), macro.word() + "()"))
                : Optional.empty();
        Optional<Node> transform = macro == Macro.MAP
                ? Optional.of(checker.value(ast.arguments().get(ast.arguments().size() - 1)))
                : Optional.empty();
        names.close();
        ExprType type =
                switch (macro) {
                    case MAP -> ExprType.list(transform.orElseThrow().type());
                    case FILTER -> ExprType.list(slot.type());
                    default -> ExprType.BOOL;
                };
        return new Node.Loop(macro, slot.index(), slot.type(), range, condition, transform, type);
    }

    private static Optional<ExprType> elementType(ExprType range) {
        if (range instanceof ExprType.ListOf list) {
            return Optional.of(list.element());
        }
        if (range instanceof ExprType.MapOf) {
            return Optional.of(ExprType.STRING);
        }
        return range == ExprType.DYN ? Optional.of(range) : Optional.empty();
    }

    private Node function(Ast.Call ast) {
        List<Node> arguments = Stream.concat(ast.target().stream(), ast.arguments().stream())
                .map(checker::value)
                .toList();
        Function function = functions.get(ast.name());
        if (function == null) {
            TreeSet<String> known = new TreeSet<>(functions.keySet());
            known.add("has");
            Stream.of(Macro.values()).map(Macro::word).forEach(known::add);
            return checker.fault(
                    ast.nameSpan(),
                    "'" + ast.name() + "' is not a function of these expressions",
                    known.contains(ast.name()) ? usage(ast.name()) : Advice.forName(ast.name(), known));
        }
        boolean receiver = ast.target().isPresent();
        if (function.style() == (receiver ? Function.Style.GLOBAL : Function.Style.RECEIVER)) {
            String right = receiver ? ast.name() + "(value)" : "value." + ast.name() + "(...)";
            return checker.fault(ast.nameSpan(), ast.name() + "() is not called like this", "write " + right);
        }
        return overload(ast, function, arguments);
    }

    private static String usage(String word) {
        return word.equals("has") ? "write has(attributes.name)" : "write list." + word + "(x, condition on x)";
    }

    private Node overload(Ast.Call ast, Function function, List<Node> arguments) {
        List<ExprType> types = arguments.stream().map(Node::type).toList();
        Optional<ExprType> result = function.overloads().stream()
                .filter(overload -> overload.accepts(types))
                .map(Function.Overload::result)
                .findFirst();
        if (result.isEmpty()) {
            String given = types.isEmpty()
                    ? "nothing"
                    : String.join(
                            " and ", types.stream().map(ExprType::describe).toList());
            return checker.fault(
                    ast.nameSpan(), ast.name() + "() does not take " + given, "give it " + taken(function));
        }
        return arguments.size() == 1
                ? applied(ast, function, arguments.get(0), result.get())
                : applied(ast, function, arguments.get(0), arguments.get(1), result.get());
    }

    private static String taken(Function function) {
        return String.join(
                " or ",
                function.overloads().stream()
                        .map(overload -> String.join(
                                " and ",
                                overload.parameters().stream()
                                        .map(Function.Kind::describe)
                                        .toList()))
                        .distinct()
                        .toList());
    }

    private Node applied(Ast.Call ast, Function function, Node argument, ExprType result) {
        Operation.Unary operation = function.unary().orElseThrow();
        if (function.foldable() && argument instanceof Node.Constant constant) {
            Object value = operation.apply(constant.value(), Run.UNCOUNTED);
            return value instanceof Cause cause
                    ? checker.fault(ast.arguments().get(0).span(), cause.text(), example(function.name()))
                    : new Node.Constant(value, result);
        }
        return new Node.Apply1(operation, argument, result);
    }

    private Node applied(Ast.Call ast, Function function, Node first, Node second, ExprType result) {
        Span last = ast.arguments().get(ast.arguments().size() - 1).span();
        if (second instanceof Node.Constant constant && constant.value() instanceof String text) {
            if (function.name().equals("matches")) {
                Object compiled = regularExpression.compile(text);
                return compiled instanceof Pattern pattern
                        ? new Node.Apply1(RegularExpression.matching(pattern), first, result)
                        : checker.fault(last, ((Cause) compiled).text(), "write a regular expression of RE2");
            }
            if (Functions.PARTS.containsKey(function.name())) {
                Optional<ZoneId> zone = Times.zone(text);
                return zone.isPresent()
                        ? new Node.Apply1(
                                Times.inZone(function.name(), Functions.PARTS.get(function.name()), zone.get()),
                                first,
                                result)
                        : checker.fault(
                                last, "no time zone is called '" + text + "'", "write a name such as 'Europe/Paris'");
            }
        }
        return new Node.Apply2(function.binary().orElseThrow(), first, second, result);
    }

    private static String example(String function) {
        return switch (function) {
            case "timestamp" -> "write a time such as '2025-01-31T00:00:00Z'";
            case "duration" -> "write a duration such as '36h' or '1h30m'";
            case "bool" -> "write 'true' or 'false'";
            default -> "write a number that " + function + "() can read";
        };
    }
}
