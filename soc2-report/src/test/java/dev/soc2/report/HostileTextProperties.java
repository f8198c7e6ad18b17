package dev.soc2.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.report.render.ReportOptions;
import java.util.List;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever stands in front of every text of an assessment, the structure of a report stays what it was. */
class HostileTextProperties {

    private static final Pattern TAG = Pattern.compile("<(/?[A-Za-z!?][^\\s>]*)[^>]*>");
    private static final Pattern HREF = Pattern.compile("<a [^>]*?href=\"([^\"]*)\"");
    private static final Pattern BAR = Pattern.compile("\\|");
    private static final ReportOptions DEFAULTS = ReportOptions.defaults();

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> any = Arbitraries.strings().all().ofMaxLength(40);
        Arbitrary<String> signs = Arbitraries.strings()
                .withChars("<>\"'&|`*_[]()#-+=~!:./\\\n\r\t $@\u202E\u001B")
                .ofMaxLength(30);
        return Arbitraries.oneOf(Arbitraries.of(HostileText.ALL), any, signs);
    }

    @Property(tries = 150)
    void htmlKeepsItsTags(@ForAll("texts") String text) {
        String page = Reports.html().render(Samples.hostile(text), DEFAULTS);

        assertThat(tags(page)).isEqualTo(tags(Reports.html().render(Samples.year(), DEFAULTS)));
        assertThat(HREF.matcher(page).results().map(r -> r.group(1)))
                .allMatch(href -> href.matches("#[A-Za-z0-9._~-]+"));
        assertNothingDeceives(page);
    }

    @Property(tries = 150)
    void markdownKeepsItsLinesAndCells(@ForAll("texts") String text) {
        List<String> lines = Reports.markdown()
                .render(Samples.hostile(text), DEFAULTS.verbose(true))
                .lines()
                .toList();
        List<String> calm = Reports.markdown()
                .render(Samples.year(), DEFAULTS.verbose(true))
                .lines()
                .toList();

        assertThat(lines).hasSameSizeAs(calm);
        for (int i = 0; i < lines.size(); i++) {
            assertThat(BAR.matcher(lines.get(i)).results().count())
                    .isEqualTo(BAR.matcher(calm.get(i)).results().count());
            assertThat(lines.get(i)).doesNotContain("<", "://", "](", "![");
            assertThat(lines.get(i).replace("`assessment.json`", "")).doesNotContain("`");
        }
        assertNothingDeceives(String.join("\n", lines));
    }

    @Property(tries = 150)
    void consoleKeepsItsLines(@ForAll("texts") String text) {
        String lines = Reports.console().render(Samples.hostile(text), DEFAULTS.verbose(true));

        assertThat(lines.lines().count())
                .isEqualTo(Reports.console()
                        .render(Samples.year(), DEFAULTS.verbose(true))
                        .lines()
                        .count());
        assertNothingDeceives(lines);
        assertThat(Reports.console().render(Samples.hostile(text), DEFAULTS.ascii(true)))
                .matches("[\\x20-\\x7E\\n]*");
    }

    @Property(tries = 100)
    void documentStaysValid(@ForAll("texts") String text) {
        // Readers refuse evidence with halves of pairs; the document would keep them as escapes, which not every parser
        // accepts.
        Assume.that(text.codePoints().noneMatch(c -> Character.getType(c) == Character.SURROGATE));

        assertThat(AssessmentSchemaTest.faults(Reports.json().render(Samples.hostile(text), DEFAULTS)))
                .isEmpty();
    }

    private static List<String> tags(String page) {
        return TAG.matcher(page).results().map(r -> r.group(1)).toList();
    }

    private static void assertNothingDeceives(String text) {
        assertThat(text.codePoints().filter(c -> c != '\n'))
                .noneMatch(c -> Character.isISOControl(c)
                        || (c >= 0x202A && c <= 0x202E)
                        || (c >= 0x2066 && c <= 0x2069)
                        || c == 0x200B
                        || c == 0x200E
                        || c == 0x200F
                        || c == 0xFEFF
                        || Character.getType(c) == Character.SURROGATE);
    }
}
