package dev.soc2.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Set;

/** Calls and method references that a value-in, value-out library has no use for. */
final class Calls {

    private static final String NEW = "<init>";

    /** Clock, chance, locale, zone, charset and line end of the machine. */
    static final DescribedPredicate<JavaAccess<?>> AMBIENT =
            DescribedPredicate.describe("ambient time, chance, locale, zone or charset", Calls::isAmbient);

    /** The same for tests, which may ask for a system property. */
    static final DescribedPredicate<JavaAccess<?>> UNREPEATABLE = DescribedPredicate.describe(
            "ambient time, chance, locale, zone or charset", access -> code(access, Calls::isUnrepeatable));

    /** Threads that nobody handed in. */
    static final DescribedPredicate<JavaAccess<?>> OWN_THREADS =
            DescribedPredicate.describe("threads of one's own", access -> code(access, Calls::ownsThreads));

    /** Ways around the type system, and ways out of the process. */
    static final DescribedPredicate<JavaAccess<?>> REFLECTION_AND_PROCESSES = DescribedPredicate.describe(
            "reflection tricks, processes and connections", access -> code(access, Calls::escapes));

    private Calls() {}

    private interface Check {
        boolean test(String owner, String name, List<String> parameters);
    }

    private static boolean code(JavaAccess<?> access, Check check) {
        return access.getTarget() instanceof CodeUnitAccessTarget target
                && check.test(
                        target.getOwner().getFullName(),
                        target.getName(),
                        target.getRawParameterTypes().stream()
                                .map(JavaClass::getName)
                                .toList());
    }

    private static boolean isAmbient(JavaAccess<?> access) {
        return code(
                access, (owner, name, parameters) -> isUnrepeatable(owner, name, parameters) || machine(owner, name));
    }

    private static boolean isUnrepeatable(String owner, String name, List<String> parameters) {
        return time(owner, name, parameters)
                || chance(owner, name, parameters)
                || locale(owner, name, parameters)
                || charset(owner, name, parameters);
    }

    private static boolean time(String owner, String name, List<String> parameters) {
        return switch (owner) {
            case "java.lang.System" -> name.equals("currentTimeMillis") || name.equals("nanoTime");
            case "java.time.Clock" -> name.startsWith("system") || (name.startsWith("tick") && parameters.size() == 1);
            case "java.time.InstantSource" -> name.equals("system");
            case "java.util.Date", "java.util.GregorianCalendar" -> name.equals(NEW) && parameters.isEmpty();
            case "java.util.Calendar" -> name.equals("getInstance");
            default ->
                owner.startsWith("java.time.")
                        && (name.equals("now") || name.equals("dateNow"))
                        && !parameters.contains("java.time.Clock");
        };
    }

    private static boolean chance(String owner, String name, List<String> parameters) {
        return switch (owner) {
            case "java.util.UUID" -> name.equals("randomUUID");
            case "java.util.Random", "java.util.SplittableRandom" -> name.equals(NEW) && parameters.isEmpty();
            case "java.security.SecureRandom" ->
                (name.equals(NEW) && !parameters.contains("java.security.SecureRandomSpi"))
                        || name.startsWith("getInstance");
            case "java.lang.Math", "java.lang.StrictMath" -> name.equals("random");
            case "java.util.concurrent.ThreadLocalRandom" -> name.equals("current");
            case "java.util.random.RandomGenerator" -> name.equals("getDefault") || name.equals("of");
            case "java.util.Collections" -> name.equals("shuffle") && parameters.size() == 1;
            case "java.lang.System" -> name.equals("identityHashCode");
            default -> false;
        };
    }

    private static boolean locale(String owner, String name, List<String> parameters) {
        boolean named = parameters.contains("java.util.Locale");
        return switch (owner) {
            case "java.time.ZoneId" -> name.equals("systemDefault");
            case "java.util.TimeZone" -> name.equals("getDefault");
            case "java.util.Locale" -> name.equals("getDefault");
            case "java.lang.String" ->
                name.equals("formatted")
                        || (Set.of("format", "toLowerCase", "toUpperCase").contains(name) && !named);
            case "java.util.Formatter", "java.util.Scanner" -> name.equals(NEW) && !named;
            case "java.io.PrintStream", "java.io.PrintWriter" ->
                (name.equals("format") || name.equals("printf")) && !named;
            case "java.time.format.DateTimeFormatter" ->
                (name.equals("ofPattern") && !named) || name.startsWith("ofLocalized");
            case "java.time.format.DateTimeFormatterBuilder" -> name.equals("toFormatter") && !named;
            case "java.text.DecimalFormat", "java.text.SimpleDateFormat" -> name.equals(NEW) && parameters.size() < 2;
            case "java.text.NumberFormat", "java.text.DateFormat", "java.text.Collator" ->
                name.startsWith("get") && name.endsWith("Instance") && !named;
            case "java.text.MessageFormat" -> (name.equals(NEW) && !named) || name.equals("format");
            case "java.util.ResourceBundle" -> name.equals("getBundle") && !named;
            default -> false;
        };
    }

    private static boolean charset(String owner, String name, List<String> parameters) {
        boolean named = parameters.contains("java.nio.charset.Charset")
                || parameters.contains("java.nio.charset.CharsetDecoder")
                || parameters.contains("java.nio.charset.CharsetEncoder")
                || (!parameters.isEmpty()
                        && parameters.get(parameters.size() - 1).equals("java.lang.String"));
        return switch (owner) {
            case "java.nio.charset.Charset" -> name.equals("defaultCharset");
            case "java.lang.String" ->
                (name.equals("getBytes") && parameters.isEmpty())
                        || (name.equals(NEW) && parameters.contains("[B") && !named);
            case "java.io.ByteArrayOutputStream" -> name.equals("toString") && parameters.isEmpty();
            case "java.io.InputStreamReader", "java.io.OutputStreamWriter" -> name.equals(NEW) && !named;
            case "java.io.FileReader", "java.io.FileWriter" ->
                name.equals(NEW) && !parameters.contains("java.nio.charset.Charset");
            case "java.io.PrintStream", "java.io.PrintWriter" ->
                name.equals(NEW) && !parameters.contains("java.io.Writer") && (parameters.size() < 2 || !named);
            default -> false;
        };
    }

    private static boolean machine(String owner, String name) {
        return switch (owner) {
            case "java.lang.System" ->
                Set.of("lineSeparator", "getenv", "getProperty", "getProperties")
                        .contains(name);
            case "java.lang.Integer", "java.lang.Long" -> name.equals("getInteger") || name.equals("getLong");
            case "java.lang.Boolean" -> name.equals("getBoolean");
            case "java.io.BufferedWriter" -> name.equals("newLine");
            default -> false;
        };
    }

    private static boolean ownsThreads(String owner, String name, List<String> parameters) {
        return switch (owner) {
            case "java.lang.Thread" -> name.equals(NEW) || name.equals("start") || name.equals("sleep");
            case "java.util.concurrent.Executors", "java.util.Timer" -> true;
            case "java.util.concurrent.ForkJoinPool" -> name.equals(NEW) || name.equals("commonPool");
            case "java.util.concurrent.CompletableFuture" ->
                name.endsWith("Async") && !parameters.contains("java.util.concurrent.Executor");
            default ->
                name.equals("parallelStream")
                        || (name.equals("parallel") && owner.startsWith("java.util.stream."))
                        || name.equals("addShutdownHook");
        };
    }

    private static boolean escapes(String owner, String name, List<String> parameters) {
        return switch (owner) {
            case "java.lang.Class" -> name.equals("forName");
            case "java.io.ObjectInputStream", "java.lang.ProcessBuilder" -> true;
            case "java.lang.Runtime" -> name.equals("exec") || name.equals("halt") || name.equals("exit");
            case "java.lang.System" -> name.equals("exit") || name.startsWith("load") || name.equals("setProperty");
            case "java.net.URL" -> name.startsWith("open") || name.equals("getContent");
            default -> name.equals("setAccessible") || name.equals("trySetAccessible");
        };
    }
}
