package dev.soc2.report.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.model.result.Assessment;
import dev.soc2.report.render.RenderResult;
import dev.soc2.report.render.ReportOptions;
import dev.soc2.report.render.ReportSet;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every report of several files must do. Extend it, and name the set and an assessment. */
public abstract class ReportSetContract {

    /** The set under test. */
    protected abstract ReportSet set();

    /** An assessment that it can report. */
    protected abstract Assessment assessment();

    /** The names of the files with their bytes in hexadecimal, in the order in which they were written. */
    private Map<String, String> files() {
        Map<String, String> files = new TreeMap<>();
        List<String> order = new ArrayList<>();
        set().write(assessment(), ReportOptions.defaults(), (name, content) -> {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            content.accept(out);
            files.put(name, HexFormat.of().formatHex(out.toByteArray()));
            order.add(name);
        });
        assertThat(order).isSorted().doesNotHaveDuplicates();
        return files;
    }

    @Test
    void hasAPlainNameAndFilesWithPlainNamesInOrder() {
        assertThat(set().id()).matches("[a-z0-9][a-z0-9-]*");
        assertThat(files().keySet()).isNotEmpty().allMatch(name -> name.matches("[A-Za-z0-9_][A-Za-z0-9._/-]*"));
    }

    @Test
    void sameInputGivesTheSameBytesWhateverTheMachine() {
        Map<String, String> expected = files();
        String archive = archive();
        String separator = System.lineSeparator();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR-u-nu-thai"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Chatham"));
            System.setProperty("line.separator", "\r\n");

            assertThat(files()).isEqualTo(expected);
            assertThat(archive().equals(archive)).isTrue();
        } finally {
            Locale.setDefault(new Locale.Builder()
                    .setLanguage(System.getProperty("user.language", ""))
                    .setRegion(System.getProperty("user.country", ""))
                    .build());
            TimeZone.setDefault(null);
            System.setProperty("line.separator", separator);
        }
    }

    private String archive() {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        set().writeZip(assessment(), ReportOptions.defaults(), zip);
        return HexFormat.of().formatHex(zip.toByteArray());
    }

    @Test
    void aFolderAndAnArchiveHoldTheSameFiles(@TempDir Path folder) throws IOException {
        Map<String, String> expected = files();

        RenderResult result = set().write(assessment(), ReportOptions.defaults(), folder);
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        set().writeZip(assessment(), ReportOptions.defaults(), zip);

        Map<String, String> inFolder = new TreeMap<>();
        for (String name : expected.keySet()) {
            inFolder.put(name, HexFormat.of().formatHex(Files.readAllBytes(folder.resolve(name))));
        }
        Map<String, String> inZip = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip.toByteArray()))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                inZip.put(entry.getName(), HexFormat.of().formatHex(in.readAllBytes()));
            }
        }
        assertThat(inFolder).isEqualTo(expected);
        assertThat(inZip).isEqualTo(expected);
        assertThat(result.bytes())
                .isEqualTo(expected.values().stream()
                        .mapToLong(hex -> hex.length() / 2)
                        .sum());
    }
}
