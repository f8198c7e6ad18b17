package dev.soc2.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.model.result.Assessment;
import dev.soc2.report.render.ReportOptions;
import dev.soc2.report.render.ReportSet;
import dev.soc2.report.testkit.ReportSetContract;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SectionIvCsvTest extends ReportSetContract {

    @Override
    protected ReportSet set() {
        return Reports.sectionIvCsv();
    }

    @Override
    protected Assessment assessment() {
        return Samples.year();
    }

    private static Map<String, String> tables(Assessment assessment) {
        Map<String, String> tables = new TreeMap<>();
        Reports.sectionIvCsv().write(assessment, ReportOptions.defaults(), (name, content) -> {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            content.accept(out);
            tables.put(name, out.toString(StandardCharsets.UTF_8));
        });
        return tables;
    }

    @Test
    void eachTestStandsOnceWithPopulationItemsAndResult() {
        String tests = tables(Samples.year()).get("tests.csv");

        assertThat(tests.lines().filter(line -> line.startsWith("\"IAM-03\"")))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line).contains("\"T1\"").contains("Exceptions noted: 3 of 39 (7.7 %)");
                    assertThat(line).contains("\"Not effective\"");
                });
    }

    @Test
    void everyTableOfTheWorkbookIsThere() {
        assertThat(tables(Samples.year()).keySet())
                .containsExactly(
                        "coverage.csv",
                        "criteria-index.csv",
                        "evidence.csv",
                        "exceptions.csv",
                        "populations-and-ipe.csv",
                        "read-me.csv",
                        "samples.csv",
                        "tests.csv");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1+1",
                "-1+1",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "\n=1",
                " =1",
                "\uFF1D1+1",
                "=cmd|' /C calc'!A0"
            })
    void noTextBecomesAFormula(String hostile) {
        tables(Samples.hostile(hostile)).forEach((name, table) -> {
            for (String cell : table.split("\"(?:,|\r\n)\"", -1)) {
                assertThat(cell).as(name).doesNotMatch("(?s)\"?\\s*[=+@\\uFF1D].*");
            }
        });
    }

    @Test
    void numbersStayNumbers() {
        assertThat(tables(Samples.year()).get("coverage.csv")).contains(",0,").doesNotContain("'0");
    }
}
