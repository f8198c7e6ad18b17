package dev.soc2.evidence.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.evidence.vectors.Vectors;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Everything but time stamps works without Bouncy Castle, and time stamps say what is missing. */
class TimestampLibraryTest {

    @Test
    void theMissingArtifactIsNamed() throws ReflectiveOperationException {
        Class<?> timestamps = new WithoutBouncyCastle().loadClass(Timestamps.class.getName());

        Throwable thrown = null;
        try {
            timestamps.getMethod("request", byte[].class, Optional.class).invoke(null, new byte[1], Optional.empty());
        } catch (InvocationTargetException e) {
            thrown = e.getCause();
        }

        assertThat(thrown)
                .hasMessageContaining("SOC2-E135")
                .hasMessageContaining("org.bouncycastle:bcpkix-jdk18on")
                .hasMessageContaining("org.bouncycastle:bcprov-jdk18on");
    }

    @Test
    void notesNeedNoBouncyCastle() throws ReflectiveOperationException {
        Class<?> notes = new WithoutBouncyCastle().loadClass(SignedNote.class.getName());

        Object note = notes.getMethod("read", String.class, byte[].class)
                .invoke(null, "checkpoint", Vectors.bytes("log-of-three/checkpoint-3"));

        assertThat(notes.getMethod("text").invoke(note)).asString().startsWith("evidence.example/ledger\n3\n");
    }

    /** Loads the classes of this module again, where Bouncy Castle is not to be found. */
    private static final class WithoutBouncyCastle extends ClassLoader {

        WithoutBouncyCastle() {
            super(TimestampLibraryTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("org.bouncycastle.")) {
                throw new ClassNotFoundException(name);
            }
            if (!name.startsWith("dev.soc2.evidence.")) {
                return super.loadClass(name, resolve);
            }
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? define(name) : loaded;
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
