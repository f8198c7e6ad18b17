package dev.soc2.rules.internal.expr;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/**
 * Writes random expressions over {@link Sample}'s scope. Strictly typed ones hold what both languages mean alike;
 * careless ones put a value of any type anywhere and leave out parentheses. All times are whole seconds: the reference
 * (cel-java 0.14.0) answers sums of durations with an error when the result is negative and has a fraction. Typed
 * conditions are compared with each other only when they are plain: the reference takes an error that comes out of
 * {@code ||} as a value there.
 */
final class Expressions {

    private enum Type {
        BOOL,
        INT,
        TEXT,
        TIME,
        SPAN,
        DECIMAL,
        TEXTS,
        INTS
    }

    private final Random random;
    private final boolean careless;
    private int textVariables;
    private int integerVariables;

    private Expressions(Random random, boolean careless) {
        this.random = random;
        this.careless = careless;
    }

    static Arbitrary<String> typed() {
        return Arbitraries.randomValue(random -> new Expressions(random, false).any(random.nextInt(5)));
    }

    static Arbitrary<String> careless() {
        return Arbitraries.randomValue(random -> new Expressions(random, true).any(random.nextInt(4)));
    }

    static Arbitrary<Sample> samples() {
        return Arbitraries.randomValue(Expressions::sample);
    }

    private static Sample sample(Random random) {
        Expressions values = new Expressions(random, false);
        Map<String, Object> all = new HashMap<>();
        all.put("name", values.of("", "a", "b", "ab", "ba", "\u00e9", "12", "true"));
        all.put("other", values.of("a", "ab", "b", "-3"));
        all.put("count", values.of(0L, 1L, 2L, -7L, 1_000L, Long.MAX_VALUE, Long.MIN_VALUE));
        all.put("limit", values.of(0L, 1L, 3L, -1L));
        all.put("flag", random.nextBoolean());
        all.put("amount", new BigDecimal(random.nextInt(200) - 100).divide(BigDecimal.valueOf(4)));
        all.put("at", Instant.ofEpochSecond(1_700_000_000L + random.nextInt(40_000_000)));
        all.put("seen", Instant.ofEpochSecond(-2_000_000_000L + random.nextInt(2_000_000_000)));
        all.put("span", Duration.ofSeconds(random.nextInt()));
        all.put("tags", values.of(List.of(), List.of("a"), List.of("a", "b", "ab"), List.of("b", "b")));
        all.put("counts", values.of(List.of(), List.of(0L), List.of(1L, 2L, 3L), List.of(2L, 0L, -1L)));
        all.put("labels", values.of(Map.of(), Map.of("a", "b"), Map.of("a", "1", "b", "ab")));
        all.keySet().removeIf(name -> random.nextInt(5) == 0);
        return new Sample(all, random.nextInt(4) == 0 ? Optional.empty() : Optional.of("a"));
    }

    private String any(int depth) {
        Type type = random.nextBoolean() ? Type.BOOL : careless ? anything() : of(Type.values());
        return write(type, depth);
    }

    private String write(Type type, int depth) {
        Type written = careless && random.nextInt(12) == 0 ? anything() : type;
        if (depth == 0) {
            return leaf(written);
        }
        return switch (written) {
            case BOOL -> condition(depth - 1);
            case INT -> integer(depth - 1);
            case TEXT -> text(depth - 1);
            case TIME -> time(depth - 1);
            case SPAN -> span(depth - 1);
            case DECIMAL -> decimal(depth - 1);
            case TEXTS, INTS -> list(written, depth - 1);
        };
    }

    /** Decimals stay out of careless expressions: mixed numbers are a deliberate difference. */
    private Type anything() {
        return of(Type.BOOL, Type.INT, Type.TEXT, Type.TIME, Type.SPAN, Type.TEXTS, Type.INTS);
    }

    private String leaf(Type type) {
        List<String> leaves = new ArrayList<>(
                switch (type) {
                    case BOOL ->
                        List.of("true", "false", "attributes.flag", "has(attributes.name)", "has(attributes.at)");
                    case INT -> List.of("0", "1", "2", "-3", "0x1f", "attributes.count", "attributes.limit");
                    case TEXT ->
                        List.of(
                                "''",
                                "'a'",
                                "\"ab\"",
                                "r'\\d'",
                                "'\\u00e9'",
                                "attributes.name",
                                "attributes.other",
                                "actor");
                    case TIME ->
                        List.of(
                                "timestamp('2024-02-29T12:30:15Z')",
                                "timestamp(0)",
                                "attributes.at",
                                "attributes.seen");
                    case SPAN -> List.of("duration('1h30m')", "duration('-90s')", "duration('0')", "attributes.span");
                    case DECIMAL ->
                        List.of("0.25", "1.5", "-2.75", "1e1", "attributes.amount", "double(attributes.limit)");
                    case TEXTS ->
                        List.of(
                                "['a', 'b']",
                                careless ? "['']" : "(['b'] + [])",
                                "attributes.tags",
                                "[attributes.name]");
                    case INTS -> List.of("[1, 2, 3]", "[0]", "attributes.counts", "[attributes.limit, 1]");
                });
        if (type == Type.TEXT && textVariables > 0) {
            leaves.addAll(List.of("x", "x", "x", "x"));
        }
        if (type == Type.INT && integerVariables > 0) {
            leaves.addAll(List.of("n", "n", "n"));
        }
        return leaves.get(random.nextInt(leaves.size()));
    }

    private String condition(int depth) {
        Type comparable = of(Type.INT, Type.TEXT, Type.TIME, Type.SPAN, Type.BOOL, careless ? Type.INT : Type.DECIMAL);
        Type list = of(Type.TEXTS, Type.INTS);
        return switch (random.nextInt(12)) {
            case 0, 1 ->
                pair(
                        comparable,
                        of("==", "!=", "<", "<=", ">", ">="),
                        comparable,
                        comparable == Type.BOOL && !careless ? 0 : depth);
            case 2 -> pair(list, of("==", "!="), list, depth);
            case 3, 4, 5 -> pair(Type.BOOL, of("&&", "||"), Type.BOOL, depth);
            case 6 -> "!(" + write(Type.BOOL, depth) + ")";
            case 7 -> list == Type.TEXTS ? pair(Type.TEXT, "in", list, depth) : pair(Type.INT, "in", list, depth);
            case 8 ->
                receiver(Type.TEXT, depth) + "." + of("contains", "startsWith", "endsWith") + "("
                        + write(Type.TEXT, depth) + ")";
            case 9 -> receiver(Type.TEXT, depth) + ".matches(" + of("'^a'", "'b+$'", "r'^\\d*$'", "'(a|b)+'") + ")";
            case 10 -> choice(Type.BOOL, depth);
            default -> loop(list, of("exists", "all", "exists_one"), Type.BOOL, depth);
        };
    }

    private String integer(int depth) {
        return switch (random.nextInt(8)) {
            case 0, 1, 2 -> pair(Type.INT, of("+", "-", "*", "/", "%"), Type.INT, depth);
            case 3 -> "-(" + write(Type.INT, depth) + ")";
            case 4 -> "size(" + write(of(Type.TEXT, Type.TEXTS, Type.INTS), depth) + ")";
            case 5 -> of("int('-12')", "int(attributes.other)", "int(attributes.amount)", "int(attributes.at)");
            case 6 ->
                random.nextBoolean()
                        ? receiver(Type.TIME, depth) + "."
                                + of(Functions.PARTS.keySet().toArray(String[]::new)) + "("
                                + of("", "'Europe/Paris'", "'-03:30'", "attributes.name") + ")"
                        : receiver(Type.SPAN, depth) + "."
                                + of("getHours()", "getMinutes()", "getSeconds()", "getMilliseconds()");
            default ->
                random.nextBoolean()
                        ? choice(Type.INT, depth)
                        : receiver(Type.INTS, depth) + "[" + write(Type.INT, depth) + "]";
        };
    }

    private String text(int depth) {
        return switch (random.nextInt(5)) {
            case 0, 1 -> pair(Type.TEXT, "+", Type.TEXT, depth);
            case 2 -> "string(" + write(of(Type.INT, Type.TEXT, Type.BOOL, Type.TIME, Type.SPAN), depth) + ")";
            case 3 ->
                random.nextBoolean()
                        ? receiver(Type.TEXTS, depth) + "[" + write(Type.INT, depth) + "]"
                        : of("attributes.labels.a", "attributes.labels['b']", "{'k': actor}.k");
            default -> choice(Type.TEXT, depth);
        };
    }

    private String time(int depth) {
        return random.nextBoolean() ? pair(Type.TIME, of("+", "-"), Type.SPAN, depth) : choice(Type.TIME, depth);
    }

    private String span(int depth) {
        return switch (random.nextInt(3)) {
            case 0 -> pair(Type.TIME, "-", Type.TIME, depth);
            case 1 -> pair(Type.SPAN, of("+", "-"), Type.SPAN, depth);
            default -> choice(Type.SPAN, depth);
        };
    }

    /** Quarters, sums of them and one product: a double is exact there. */
    private String decimal(int depth) {
        return switch (random.nextInt(4)) {
            case 0 -> "(" + leaf(Type.DECIMAL) + " * " + leaf(Type.DECIMAL) + ")";
            case 1 -> choice(Type.DECIMAL, depth);
            default -> pair(Type.DECIMAL, of("+", "-"), Type.DECIMAL, depth);
        };
    }

    private String list(Type type, int depth) {
        Type element = type == Type.TEXTS ? Type.TEXT : Type.INT;
        return switch (random.nextInt(4)) {
            case 0 -> pair(type, "+", type, depth);
            // Careless elements of two types would make a list of any type, whose sums the reference guesses.
            case 1 -> "[" + write(element, depth) + (careless ? "]" : ", " + write(element, depth) + "]");
            case 2 -> loop(type, "filter", Type.BOOL, depth);
            default -> loop(of(Type.TEXTS, Type.INTS), "map", element, depth);
        };
    }

    private String loop(Type list, String macro, Type body, int depth) {
        boolean texts = list == Type.TEXTS;
        String range = receiver(list, depth);
        textVariables += texts ? 1 : 0;
        integerVariables += texts ? 0 : 1;
        String condition = macro.equals("map") && random.nextBoolean() ? write(Type.BOOL, depth) + ", " : "";
        String written = range + "." + macro + "(" + (texts ? "x" : "n") + ", " + condition + write(body, depth) + ")";
        textVariables -= texts ? 1 : 0;
        integerVariables -= texts ? 0 : 1;
        return written;
    }

    private String choice(Type type, int depth) {
        return "(" + write(Type.BOOL, depth) + " ? " + write(type, depth) + " : " + write(type, depth) + ")";
    }

    private String pair(Type left, String operator, Type right, int depth) {
        String written = write(left, depth) + " " + operator + " " + write(right, depth);
        return careless && random.nextInt(3) > 0 ? written : "(" + written + ")";
    }

    private String receiver(Type type, int depth) {
        String written = write(type, depth);
        return written.startsWith("-") ? "(" + written + ")" : written;
    }

    @SafeVarargs
    private <T> T of(T... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
