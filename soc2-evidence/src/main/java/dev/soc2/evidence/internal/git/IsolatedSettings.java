package dev.soc2.evidence.internal.git;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

/**
 * While it is open, the thread that opened it sees no settings of the user or of the machine, and no environment. Others
 * that use JGit in the same process see what they saw before.
 *
 * <p>JGit has one place for the whole process where such settings come from. It would also measure how exact times of
 * the file system are, by writing a file into the repository, on a thread of its own and not more than once in a process;
 * that thread gets a careful answer instead.
 */
final class IsolatedSettings extends SystemReader {

    private static final String MEASURING = "JGit-FileStoreAttribute";
    private static final long CAREFUL_SECONDS = 2;

    private final SystemReader outer;
    private final Thread thread = Thread.currentThread();
    private final AtomicBoolean isOpen = new AtomicBoolean(true);

    private IsolatedSettings(SystemReader outer) {
        this.outer = outer;
    }

    static IsolatedSettings install() {
        synchronized (IsolatedSettings.class) {
            IsolatedSettings settings = new IsolatedSettings(SystemReader.getInstance());
            SystemReader.setInstance(settings);
            return settings;
        }
    }

    void close() {
        synchronized (IsolatedSettings.class) {
            isOpen.set(false);
            // An import on another thread may have come on top; the last one that ends takes all away.
            while (SystemReader.getInstance() instanceof IsolatedSettings settings && !settings.isOpen.get()) {
                SystemReader.setInstance(settings.outer);
            }
        }
    }

    private boolean applies() {
        Thread current = Thread.currentThread();
        return isOpen.get() && (current == thread || current.getName().startsWith(MEASURING));
    }

    @Override
    public StoredConfig getUserConfig() throws ConfigInvalidException, IOException {
        return applies() ? new Nothing() : outer.getUserConfig();
    }

    @Override
    public StoredConfig getJGitConfig() throws ConfigInvalidException, IOException {
        return applies() ? new Nothing() : outer.getJGitConfig();
    }

    @Override
    public StoredConfig getSystemConfig() throws ConfigInvalidException, IOException {
        return applies() ? new Nothing() : outer.getSystemConfig();
    }

    @Override
    public FileBasedConfig openUserConfig(Config parent, FS fs) {
        return applies() ? new Nothing() : outer.openUserConfig(parent, fs);
    }

    @Override
    public FileBasedConfig openSystemConfig(Config parent, FS fs) {
        return applies() ? new Nothing() : outer.openSystemConfig(parent, fs);
    }

    @Override
    public FileBasedConfig openJGitConfig(Config parent, FS fs) {
        return applies() ? new Nothing() : outer.openJGitConfig(parent, fs);
    }

    @Override
    public @Nullable String getenv(String variable) {
        return applies() ? null : outer.getenv(variable);
    }

    @Override
    public String getProperty(String key) {
        return outer.getProperty(key);
    }

    @Override
    public String getHostname() {
        return outer.getHostname();
    }

    @Override
    public long getCurrentTime() {
        return outer.getCurrentTime();
    }

    @Override
    public int getTimezone(long when) {
        return outer.getTimezone(when);
    }

    /** Settings that hold nothing, are never read and never written. */
    private static final class Nothing extends FileBasedConfig {

        Nothing() {
            super(null, null, FS.DETECTED);
        }

        @Override
        public void load() {}

        @Override
        public void save() {}

        @Override
        public boolean isOutdated() {
            return false;
        }

        @Override
        public long getTimeUnit(String section, String subsection, String name, long usual, TimeUnit wanted) {
            return section.equals("filesystem")
                    ? wanted.convert(CAREFUL_SECONDS, TimeUnit.SECONDS)
                    : super.getTimeUnit(section, subsection, name, usual, wanted);
        }
    }
}
