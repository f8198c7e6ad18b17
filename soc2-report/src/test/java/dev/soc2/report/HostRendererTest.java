package dev.soc2.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.soc2.report.render.ReportOptions;
import dev.soc2.report.render.ReportRenderer;
import dev.soc2.report.spi.ReportRendererProvider;
import dev.soc2.report.testkit.ReportRendererProviderContract;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** A renderer that a host brings, found as on the class path of a host. */
class HostRendererTest extends ReportRendererProviderContract {

    /** Brings one renderer. */
    public static final class HouseStyle implements ReportRendererProvider {
        @Override
        public List<ReportRenderer> renderers() {
            return List.of(new House());
        }
    }

    /** Takes the name of a built-in one. */
    public static final class Impostor implements ReportRendererProvider {
        @Override
        public List<ReportRenderer> renderers() {
            return List.of(Reports.html());
        }
    }

    /** Writes what the console shows. */
    public static final class House implements ReportRenderer {
        @Override
        public String id() {
            return "acme-house";
        }

        @Override
        public String mediaType() {
            return "text/plain";
        }

        @Override
        public String fileName() {
            return "house.txt";
        }

        @Override
        public void write(
                dev.soc2.model.result.Assessment assessment, ReportOptions options, java.io.OutputStream out) {
            Reports.console().write(assessment, options, out);
        }
    }

    @Override
    protected ReportRendererProvider provider() {
        return new HouseStyle();
    }

    @Test
    void isFoundBesideTheBuiltInOnes() {
        List<String> names = hosting(HouseStyle.class, Reports::names);

        assertThat(names).isSorted().contains("acme-house").containsAll(Reports.names());
        assertThat(names).hasSize(Reports.names().size() + 1);
    }

    @Test
    void mayNotTakeTheNameOfABuiltInOne() {
        assertThatThrownBy(() -> hosting(Impostor.class, Reports::names))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("two renderers are called 'html'")
                .hasMessageContaining("Impostor");
    }

    private static <T> T hosting(Class<?> provider, Supplier<T> call) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try {
            thread.setContextClassLoader(new HostLoader(provider, before));
            return call.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** Defines the provider in its own unnamed module and registers it, as the jar of a host would. */
    private static final class HostLoader extends ClassLoader {
        private final Class<?> provider;

        HostLoader(Class<?> provider, ClassLoader parent) {
            super(parent);
            this.provider = provider;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith(HostRendererTest.class.getName() + "$")) {
                return super.loadClass(name, resolve);
            }
            Class<?> known = findLoadedClass(name);
            if (known != null) {
                return known;
            }
            String file = name.substring(name.lastIndexOf('.') + 1) + ".class";
            try (InputStream in = HostRendererTest.class.getResourceAsStream(file)) {
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }

        @Override
        public Enumeration<URL> getResources(String name) throws IOException {
            if (!name.equals("META-INF/services/" + ReportRendererProvider.class.getName())) {
                return super.getResources(name);
            }
            byte[] line = provider.getName().getBytes(StandardCharsets.UTF_8);
            return Collections.enumeration(List.of(new URL(null, "memory:services", new URLStreamHandler() {
                @Override
                protected URLConnection openConnection(URL url) {
                    return new URLConnection(url) {
                        @Override
                        public void connect() {}

                        @Override
                        public InputStream getInputStream() {
                            return new ByteArrayInputStream(line);
                        }
                    };
                }
            })));
        }
    }
}
