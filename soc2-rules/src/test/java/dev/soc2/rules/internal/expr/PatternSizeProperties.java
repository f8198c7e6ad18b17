package dev.soc2.rules.internal.expr;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PatternSizeProperties {

    @Provide
    Arbitrary<String> patterns() {
        return Arbitraries.of("a", "b", "(", ")", "{3}", "{2,5}", "{4,}", "|", "*", "[ab]", "\\d", "?", "{")
                .list()
                .ofMaxSize(14)
                .map(parts -> String.join("", parts));
    }

    @Property(tries = 2_000)
    void whatIsSmallByTheEstimateIsSmallWhenItIsCompiled(@ForAll("patterns") String pattern) {
        if (PatternSize.isAtMost(pattern, 300)) {
            try {
                assertThat(Pattern.compile(pattern).programSize()).isLessThan(300 * 6);
            } catch (PatternSyntaxException broken) {
                assertThat(broken.getMessage()).isNotEmpty();
            }
        }
    }
}
