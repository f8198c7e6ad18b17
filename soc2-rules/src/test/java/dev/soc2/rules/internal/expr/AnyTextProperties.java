package dev.soc2.rules.internal.expr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Any text at all, most of it no expression. */
class AnyTextProperties {

    /** Whatever is typed, the compiler answers. */
    @Property(tries = 5_000)
    void noTextMakesTheCompilerThrow(@ForAll("soup") String text) {
        assertThatCode(() -> {
                    Compilation compilation =
                            ExpressionCompiler.compile(text, Sample.SCOPE, ExprType.DYN, ExpressionLimits.DEFAULTS);
                    int length = text.codePointCount(0, text.length());
                    assertThat(compilation.faults())
                            .allMatch(fault -> fault.offset() + fault.length() <= length)
                            .noneMatch(fault ->
                                    fault.what().isBlank() || fault.fix().isBlank());
                    compilation.expression().ifPresent(e -> e.bind(Sample::bind).evaluate(Sample.of(Map.of())));
                })
                .as(text)
                .doesNotThrowAnyException();
    }

    @Provide
    Arbitrary<String> soup() {
        Arbitrary<String> words = Arbitraries.of(
                "(",
                ")",
                "[",
                "]",
                "{",
                "}",
                ",",
                ".",
                ":",
                "?",
                "!",
                "-",
                "+",
                "*",
                "/",
                "%",
                "==",
                "<",
                ">=",
                "&&",
                "||",
                "in",
                "=",
                "&",
                "'",
                "\"",
                "'''",
                "r'",
                "\\",
                "'a'",
                "1",
                "0x",
                "1.5",
                "1e9",
                ".5",
                "true",
                "null",
                "has(",
                "size(",
                "attributes",
                "attributes.name",
                ".exists(x, ",
                ".matches(",
                "x",
                "actor",
                "timestamp(",
                "\ud83d",
                "\ud83d\ude00",
                "\u0000",
                "\n",
                " ",
                "//",
                "@",
                "#",
                "`",
                "9223372036854775808");
        return Arbitraries.oneOf(
                words.list().ofMaxSize(12).map(parts -> String.join("", parts)),
                Arbitraries.strings().ofMaxLength(30));
    }
}
