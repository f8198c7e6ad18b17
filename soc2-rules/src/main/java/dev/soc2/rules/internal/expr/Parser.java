package dev.soc2.rules.internal.expr;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads tokens by CEL's grammar into an {@link Ast}; one method for each level of precedence. */
final class Parser {

    private static final Set<String> RELATIONS = Set.of("==", "!=", "<", "<=", ">", ">=");
    private static final Set<String> RESERVED = Set.of(
            "as",
            "break",
            "const",
            "continue",
            "else",
            "for",
            "function",
            "if",
            "import",
            "in",
            "let",
            "loop",
            "namespace",
            "package",
            "return",
            "var",
            "void",
            "while");

    private final TokenStream tokens;
    private final ExpressionLimits limits;
    private final Literals literals;
    private int depth;

    private Parser(TokenStream tokens, ExpressionLimits limits) {
        this.tokens = tokens;
        this.limits = limits;
        this.literals = new Literals(tokens);
    }

    /** What parsing came to: a tree, or the one fault that stopped it. */
    record Parsed(Ast ast, Optional<ExpressionFault> fault) {}

    static Parsed parse(String text, ExpressionLimits limits) {
        int[] codePoints = text.codePoints().toArray();
        if (codePoints.length > limits.textLength()) {
            String what = "this expression has " + codePoints.length + " characters, more than " + limits.textLength();
            return failed(new ExpressionFault(
                    limits.textLength(),
                    codePoints.length - limits.textLength(),
                    what,
                    "split it, or move lists of values into attributes"));
        }
        Lexer lexer = new Lexer(codePoints);
        TokenStream tokens = new TokenStream(lexer.tokens());
        if (lexer.fault().isPresent()) {
            return failed(lexer.fault().get());
        }
        Ast ast = new Parser(tokens, limits).whole();
        return new Parsed(ast, tokens.fault().or(() -> Nesting.fault(ast, limits)));
    }

    private static Parsed failed(ExpressionFault fault) {
        return new Parsed(new Ast.Literal(new Span(0, 0), false), Optional.of(fault));
    }

    private Ast whole() {
        Ast ast = expression();
        if (tokens.peek().kind() != Token.Kind.END) {
            tokens.unexpected(Advice.forToken(tokens.peek()));
        }
        return ast;
    }

    private Ast expression() {
        Span start = tokens.peek().span();
        if (++depth > limits.depth()) {
            tokens.fail(start, Nesting.tooDeep(limits), Nesting.FIX);
            return stub();
        }
        Ast ast = or();
        if (tokens.takeIf("?")) {
            Ast then = or();
            tokens.close(":", "the first choice of '?'");
            Ast otherwise = tokens.failed() ? stub() : expression();
            ast = new Ast.Choice(ast.span().to(otherwise.span()), ast, then, otherwise);
        }
        depth--;
        return ast;
    }

    private Ast or() {
        Ast first = and();
        if (!tokens.peek().is("||")) {
            return first;
        }
        List<Ast> operands = new ArrayList<>(List.of(first));
        while (tokens.takeIf("||")) {
            operands.add(and());
        }
        return logic(false, operands);
    }

    private Ast and() {
        Ast first = relation();
        if (!tokens.peek().is("&&")) {
            return first;
        }
        List<Ast> operands = new ArrayList<>(List.of(first));
        while (tokens.takeIf("&&")) {
            operands.add(relation());
        }
        return logic(true, operands);
    }

    private static Ast logic(boolean conjunction, List<Ast> operands) {
        Span span = operands.get(0).span().to(operands.get(operands.size() - 1).span());
        return new Ast.Logic(span, conjunction, operands);
    }

    private Ast relation() {
        Ast left = sum();
        while (relationHere()) {
            Token operator = tokens.take();
            left = binary(operator, left, sum());
        }
        return left;
    }

    private boolean relationHere() {
        Token token = tokens.peek();
        return token.isWord("in") || (token.kind() == Token.Kind.SIGN && RELATIONS.contains(token.text()));
    }

    private Ast sum() {
        Ast left = product();
        while (tokens.peek().is("+") || tokens.peek().is("-")) {
            Token operator = tokens.take();
            left = binary(operator, left, product());
        }
        return left;
    }

    private Ast product() {
        Ast left = unary();
        while (tokens.peek().is("*") || tokens.peek().is("/") || tokens.peek().is("%")) {
            Token operator = tokens.take();
            left = binary(operator, left, unary());
        }
        return left;
    }

    private static Ast binary(Token operator, Ast left, Ast right) {
        return new Ast.Binary(left.span().to(right.span()), operator.text(), operator.span(), left, right);
    }

    /** As in CEL, a chain has one kind of sign: {@code !-x} is no expression. */
    private Ast unary() {
        List<Span> signs = new ArrayList<>();
        String sign = tokens.peek().text();
        if (tokens.peek().is("!") || tokens.peek().is("-")) {
            while (tokens.peek().is(sign) && !(sign.equals("-") && literals.negativeNumberHere())) {
                signs.add(tokens.take().span());
            }
        }
        Ast ast = member();
        for (int i = signs.size() - 1; i >= 0; i--) {
            Span span = signs.get(i).to(ast.span());
            ast = sign.equals("!") ? new Ast.Not(span, ast) : new Ast.Negate(span, ast);
        }
        return ast;
    }

    private Ast member() {
        Ast ast = primary();
        while (true) {
            if (tokens.takeIf(".")) {
                ast = selection(ast);
            } else if (tokens.takeIf("[")) {
                Ast index = expression();
                tokens.close("]", "the index");
                ast = new Ast.Index(ast.span().to(tokens.last().span()), ast, index);
            } else {
                return ast;
            }
        }
    }

    private Ast selection(Ast operand) {
        Token name = tokens.peek();
        if (name.kind() != Token.Kind.NAME || Literals.WORDS.contains(name.text()) || name.isWord("in")) {
            tokens.unexpected("write the name of a field or function after '.'");
            return operand;
        }
        tokens.take();
        if (tokens.takeIf("(")) {
            List<Ast> arguments = until(")", "the arguments");
            Span span = operand.span().to(tokens.last().span());
            return new Ast.Call(span, Optional.of(operand), name.text(), name.span(), arguments);
        }
        return new Ast.Member(operand.span().to(name.span()), operand, name.text(), name.span());
    }

    private Ast primary() {
        Token token = tokens.peek();
        if (literals.startHere()) {
            return literals.read();
        }
        if (token.kind() == Token.Kind.NAME) {
            return nameOrCall();
        }
        if (tokens.takeIf("(")) {
            Ast ast = expression();
            tokens.close(")", "the parentheses");
            return ast;
        }
        if (tokens.takeIf("[")) {
            List<Ast> elements = until("]", "the list");
            return new Ast.Listing(token.span().to(tokens.last().span()), elements);
        }
        if (tokens.takeIf("{")) {
            return mapping(token);
        }
        tokens.unexpected("a value, a name or '(' is expected");
        return stub();
    }

    private Ast nameOrCall() {
        Token name = tokens.take();
        if (RESERVED.contains(name.text())) {
            tokens.fail(name.span(), "'" + name.text() + "' is a reserved word of CEL", "choose another name");
        }
        if (tokens.takeIf("(")) {
            List<Ast> arguments = until(")", "the arguments");
            return new Ast.Call(
                    name.span().to(tokens.last().span()), Optional.empty(), name.text(), name.span(), arguments);
        }
        return new Ast.Name(name.span(), name.text());
    }

    private List<Ast> until(String end, String what) {
        List<Ast> values = new ArrayList<>();
        if (tokens.takeIf(end)) {
            return values;
        }
        do {
            if (end.equals("]") && !values.isEmpty() && tokens.peek().is(end)) {
                break;
            }
            values.add(expression());
            checkSize(values.size());
        } while (tokens.takeIf(","));
        tokens.close(end, what);
        return values;
    }

    private Ast mapping(Token start) {
        List<Ast> keys = new ArrayList<>();
        List<Ast> values = new ArrayList<>();
        while (!tokens.peek().is("}")) {
            keys.add(expression());
            tokens.close(":", "the key");
            values.add(tokens.failed() ? stub() : expression());
            checkSize(keys.size());
            if (!tokens.takeIf(",")) {
                break;
            }
        }
        tokens.close("}", "the map");
        return new Ast.Mapping(start.span().to(tokens.last().span()), keys, values);
    }

    private void checkSize(int size) {
        if (size > limits.literalSize()) {
            String what = "this list or map has more than " + limits.literalSize() + " elements";
            tokens.fail(tokens.last().span(), what, "read the values from an attribute");
        }
    }

    private Ast stub() {
        return new Ast.Literal(tokens.peek().span(), false);
    }
}
