package dev.soc2.rules.internal.expr;

import dev.soc2.rules.internal.expr.Function.Kind;
import dev.soc2.rules.internal.expr.Function.Overload;
import dev.soc2.rules.internal.expr.Function.Style;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;

/** The table of functions: the standard of CEL without bytes, unsigned integers and types, plus {@code decimal}. */
final class Functions {

    private final Map<String, Function> table = new HashMap<>();

    Functions(ExpressionLimits limits) {
        texts(new RegularExpression(limits));
        conversions();
        accessors();
    }

    Map<String, Function> table() {
        return table;
    }

    /** The accessors by name; the zone may be known when the expression is compiled. */
    static final Map<String, ToIntFunction<ZonedDateTime>> PARTS = Map.of(
            "getFullYear",
            ZonedDateTime::getYear,
            "getMonth",
            time -> time.getMonthValue() - 1,
            "getDate",
            ZonedDateTime::getDayOfMonth,
            "getDayOfMonth",
            time -> time.getDayOfMonth() - 1,
            "getDayOfWeek",
            time -> time.getDayOfWeek().getValue() % 7,
            "getDayOfYear",
            time -> time.getDayOfYear() - 1,
            "getHours",
            ZonedDateTime::getHour,
            "getMinutes",
            ZonedDateTime::getMinute,
            "getSeconds",
            ZonedDateTime::getSecond,
            "getMilliseconds",
            time -> time.get(ChronoField.MILLI_OF_SECOND));

    private void texts(RegularExpression regularExpression) {
        Overload twoTexts = new Overload(List.of(Kind.STRING, Kind.STRING), ExprType.BOOL);
        one("size", Style.BOTH, false, Texts::size, ExprType.INT, Kind.STRING, Kind.LIST, Kind.MAP);
        two("contains", Style.RECEIVER, twoTexts, Texts::contains);
        two("startsWith", Style.RECEIVER, twoTexts, Texts::startsWith);
        two("endsWith", Style.RECEIVER, twoTexts, Texts::endsWith);
        two("matches", Style.BOTH, twoTexts, regularExpression::matches);
    }

    private void conversions() {
        convert("int", Conversions::toInteger, ExprType.INT, Kind.INT, Kind.DECIMAL, Kind.STRING, Kind.TIMESTAMP);
        convert("double", Conversions::toDecimal, ExprType.DECIMAL, Kind.INT, Kind.DECIMAL, Kind.STRING);
        convert("decimal", Conversions::toDecimal, ExprType.DECIMAL, Kind.INT, Kind.DECIMAL, Kind.STRING);
        convert(
                "string",
                Conversions::toText,
                ExprType.STRING,
                Kind.BOOL,
                Kind.INT,
                Kind.DECIMAL,
                Kind.STRING,
                Kind.TIMESTAMP,
                Kind.DURATION);
        convert("bool", Conversions::toBoolean, ExprType.BOOL, Kind.BOOL, Kind.STRING);
        convert("timestamp", Conversions::toTimestamp, ExprType.TIMESTAMP, Kind.TIMESTAMP, Kind.STRING, Kind.INT);
        convert("duration", Conversions::toDuration, ExprType.DURATION, Kind.DURATION, Kind.STRING);
    }

    private void accessors() {
        PARTS.forEach((name, part) -> {
            List<Overload> overloads = new ArrayList<>();
            overloads.add(new Overload(List.of(Kind.TIMESTAMP), ExprType.INT));
            overloads.add(new Overload(List.of(Kind.TIMESTAMP, Kind.STRING), ExprType.INT));
            if (List.of("getHours", "getMinutes", "getSeconds", "getMilliseconds")
                    .contains(name)) {
                overloads.add(new Overload(List.of(Kind.DURATION), ExprType.INT));
            }
            table.put(
                    name,
                    new Function(
                            name,
                            Style.RECEIVER,
                            List.copyOf(overloads),
                            Optional.of(Times.part(name, part)),
                            Optional.of(Times.inZone(name, part)),
                            false));
        });
    }

    private void convert(String name, Operation.Unary operation, ExprType result, Kind... kinds) {
        one(name, Style.GLOBAL, true, operation, result, kinds);
    }

    private void one(
            String name, Style style, boolean foldable, Operation.Unary operation, ExprType result, Kind... kinds) {
        List<Overload> overloads = List.of(kinds).stream()
                .map(kind -> new Overload(List.of(kind), result))
                .toList();
        table.put(name, new Function(name, style, overloads, Optional.of(operation), Optional.empty(), foldable));
    }

    private void two(String name, Style style, Overload overload, Operation.Binary operation) {
        table.put(name, new Function(name, style, List.of(overload), Optional.empty(), Optional.of(operation), false));
    }
}
