package dev.soc2.evidence.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import org.junit.jupiter.api.Test;

class GitWithoutLibraryTest {

    @Test
    void withoutJGitTheFormatNamesWhatIsMissing() throws ReflectiveOperationException {
        Class<?> importers = new WithoutJGit().loadClass("dev.soc2.evidence.importing.Importers");

        Throwable thrown =
                catchThrowable(() -> importers.getMethod("of", String.class).invoke(null, "GIT"));

        assertThat(thrown).isInstanceOf(InvocationTargetException.class);
        assertThat(thrown.getCause().getClass().getSimpleName()).isEqualTo("ImportException");
        assertThat(thrown.getCause())
                .hasMessageContaining("SOC2-E042")
                .hasMessageContaining("JGit")
                .hasMessageContaining("org.eclipse.jgit:org.eclipse.jgit:6.");
        assertThat(importers.getMethod("of", String.class).invoke(null, "GIT_LOG"))
                .isNotNull();
    }

    /** Our classes once more, where nobody brought JGit. */
    private static final class WithoutJGit extends ClassLoader {

        WithoutJGit() {
            super(GitWithoutLibraryTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("org.eclipse.jgit.")) {
                throw new ClassNotFoundException(name);
            }
            if (!name.startsWith("dev.soc2.evidence.")) {
                return super.loadClass(name, resolve);
            }
            Class<?> known = findLoadedClass(name);
            return known == null ? define(name) : known;
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
