package dev.soc2.report.internal.workpaper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FileNamesTest {

    @Test
    void aPlainIdIsItsOwnName() {
        assertThat(FileNames.of(List.of("IAM-03"))).isEqualTo(Map.of("IAM-03", "control-IAM-03"));
    }

    @Test
    void idsThatDifferNeverShareAFileEvenWhereCaseDoesNotCount() {
        List<String> ids = List.of(
                "IAM-03",
                "iam-03",
                "a/b",
                "a_b",
                "a\\b",
                "..",
                "../../x",
                "con",
                "\u202Ex",
                "",
                "x".repeat(300),
                "x".repeat(301));

        Map<String, String> names = FileNames.of(ids);

        assertThat(names.values().stream().map(name -> name.toLowerCase(Locale.ROOT)))
                .hasSize(ids.size())
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("control-[a-z0-9._-]{0,80}"));
    }
}
