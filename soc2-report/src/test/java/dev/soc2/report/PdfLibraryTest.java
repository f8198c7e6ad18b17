package dev.soc2.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.model.issue.Soc2Exception;
import dev.soc2.model.result.Assessment;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every format but PDF works without the library of PDF, and PDF says what is missing. */
class PdfLibraryTest {

    @Test
    void theMissingArtifactIsNamed(@TempDir Path folder) throws ReflectiveOperationException {
        Throwable thrown = null;
        try {
            write("pdf", folder.resolve("report.pdf"));
        } catch (InvocationTargetException e) {
            thrown = e.getCause();
        }

        assertThat(thrown)
                .isInstanceOf(Soc2Exception.class)
                .hasMessageContaining("SOC2-P040")
                .hasMessageContaining("add io.github.openhtmltopdf:openhtmltopdf-pdfbox")
                .hasMessageContaining("--add-modules");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aPageInHtmlNeedsNoLibrary(@TempDir Path folder) throws Exception {
        write("html", folder.resolve("soc2.html"));

        assertThat(Files.readString(folder.resolve("soc2.html"))).contains("3 of 13 criteria");
    }

    private static void write(String renderer, Path file) throws ReflectiveOperationException {
        ClassLoader without = new WithoutLibrary();
        Object made =
                without.loadClass(Reports.class.getName()).getMethod(renderer).invoke(null);
        without.loadClass("dev.soc2.report.render.ReportRenderer")
                .getMethod("write", Assessment.class, Path.class)
                .invoke(made, Samples.year(), file);
    }

    /** Loads the classes of this module again, where the library is not to be found. */
    private static final class WithoutLibrary extends ClassLoader {

        WithoutLibrary() {
            super(PdfLibraryTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("com.openhtmltopdf.") || name.startsWith("org.apache.")) {
                throw new ClassNotFoundException(name);
            }
            if (!name.startsWith("dev.soc2.report.")) {
                return super.loadClass(name, resolve);
            }
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? define(name) : loaded;
        }

        @Override
        public InputStream getResourceAsStream(String name) {
            return PdfLibraryTest.class.getResourceAsStream("/" + name);
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
                if (in == null) {
                    throw new ClassNotFoundException(name);
                }
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
