package dev.soc2.architecture.bad.soc2.report;

import com.tngtech.archunit.core.domain.JavaClass;
import dev.soc2.architecture.bad.soc2.evidence.DeviationException;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.lang.reflect.AccessibleObject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.Supplier;
import java.util.logging.Logger;

/** Bad on purpose, in as many ways as fit into one class. */
@SuppressWarnings({"DefaultCharset", "NonFinalStaticField", "StringCaseLocaleUsage", "JavaUtilDate"})
public final class ReportHelper {

    private static final HashMap<String, String> SEEN = new HashMap<>();

    private ReportHelper() {}

    public static JavaClass leak(JavaClass type) {
        return type;
    }

    public static Supplier<Instant> clock() {
        return Instant::now;
    }

    public static String shout(DeviationException deviation) {
        SEEN.put(deviation.what(), deviation.what().toUpperCase());
        System.out.println(SEEN);
        Logger.getLogger("bad").info(deviation.what());
        throw new RuntimeException(deviation.what());
    }

    public static Map<String, String> seen() {
        return Map.copyOf(SEEN);
    }

    public static Object read(ObjectInputStream in) throws IOException, ClassNotFoundException {
        return in.readObject();
    }

    public static void open(AccessibleObject member) {
        member.setAccessible(true);
    }

    public static ServiceLoader<Runnable> services() {
        return ServiceLoader.load(Runnable.class);
    }

    public static long together(List<String> items) throws InterruptedException {
        Thread.sleep(1);
        return items.parallelStream().count();
    }
}
