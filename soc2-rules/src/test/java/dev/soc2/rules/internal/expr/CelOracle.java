package dev.soc2.rules.internal.expr;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The reference implementation of CEL with the same scope as {@link Sample}, asked what an expression means. */
final class CelOracle {

    private static final ImmutableMap<String, CelType> FIELDS = ImmutableMap.<String, CelType>builder()
            .put("name", SimpleType.STRING)
            .put("other", SimpleType.STRING)
            .put("count", SimpleType.INT)
            .put("limit", SimpleType.INT)
            .put("flag", SimpleType.BOOL)
            .put("amount", SimpleType.DOUBLE)
            .put("at", SimpleType.TIMESTAMP)
            .put("seen", SimpleType.TIMESTAMP)
            .put("span", SimpleType.DURATION)
            .put("tags", ListType.create(SimpleType.STRING))
            .put("counts", ListType.create(SimpleType.INT))
            .put("labels", MapType.create(SimpleType.STRING, SimpleType.STRING))
            .buildOrThrow();
    private static final StructType ATTRIBUTES =
            StructType.create("Attributes", FIELDS.keySet(), name -> Optional.ofNullable(FIELDS.get(name)));

    private final CelCompiler compiler;
    private final CelRuntime runtime = CelRuntimeFactory.plannerRuntimeBuilder().build();

    private CelOracle(CelType attributes) {
        compiler = CelCompilerFactory.standardCelCompilerBuilder()
                .addVar("attributes", attributes)
                .addVar("actor", SimpleType.STRING)
                .setTypeProvider(new OneType())
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .build();
    }

    /** With declared attributes, as {@link Sample#SCOPE}. */
    static CelOracle declared() {
        return new CelOracle(ATTRIBUTES);
    }

    /** With attributes of any type, as {@link Sample#OPEN}. */
    static CelOracle open() {
        return new CelOracle(MapType.create(SimpleType.STRING, SimpleType.DYN));
    }

    /** The checked expression; empty when CEL does not accept it. */
    Optional<CelAbstractSyntaxTree> check(String text) {
        try {
            return Optional.of(compiler.compile(text).getAst());
        } catch (CelValidationException refused) {
            return Optional.empty();
        }
    }

    /** The value; empty when CEL answers with an error. */
    Optional<Object> evaluate(CelAbstractSyntaxTree ast, Sample sample) {
        Map<String, Object> attributes = new HashMap<>();
        sample.attributes().forEach((name, value) -> attributes.put(name, toCel(value)));
        Map<String, Object> variables = new HashMap<>(Map.of("attributes", attributes));
        sample.actor().ifPresent(actor -> variables.put("actor", actor));
        try {
            return Optional.of(fromCel(runtime.createProgram(ast).eval(variables)));
        } catch (CelEvaluationException error) {
            return Optional.empty();
        }
    }

    private static Object toCel(Object value) {
        return value instanceof BigDecimal number ? (Object) number.doubleValue() : value;
    }

    private static Object fromCel(Object value) {
        if (value instanceof Double number) {
            return new BigDecimal(number);
        }
        return value instanceof List<?> list
                ? list.stream().map(CelOracle::fromCel).toList()
                : value;
    }

    private static final class OneType implements CelTypeProvider {
        @Override
        public ImmutableCollection<CelType> types() {
            return ImmutableList.of(ATTRIBUTES);
        }

        @Override
        public Optional<CelType> findType(String name) {
            return name.equals("Attributes") ? Optional.of(ATTRIBUTES) : Optional.empty();
        }
    }
}
