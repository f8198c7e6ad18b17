package dev.soc2.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.LocationProvider;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** The compiled classes of the four published modules, found by path: jars or not, class path or module path. */
enum House {
    // Raise a number when its module has grown: a rule that sees too little proves nothing.
    MODEL("model", "soc2-model", 144),
    RULES("rules", "soc2-rules", 143),
    EVIDENCE("evidence", "soc2-evidence", 0),
    REPORT("report", "soc2-report", 0);

    /** Compiled from templates by jte: not our hand. */
    static final DescribedPredicate<JavaClass> GENERATED = DescribedPredicate.describe(
            "generated",
            c -> c.getSimpleName().startsWith("Jte") && c.getSimpleName().endsWith("Generated"));

    static final DescribedPredicate<JavaClass> INTERNAL =
            resideInAPackage("..internal..").as("internal");

    /** Reading state and low-level nodes of documents: exported to the sibling modules by name, to nobody else. */
    static final DescribedPredicate<JavaClass> TREE = resideInAPackage("..soc2.model.document.tree..");

    static final DescribedPredicate<JavaClass> MODEL_CODE = resideInAPackage("..soc2.model..");

    final String room;
    final String folder;
    final int atLeast;

    House(String room, String folder, int atLeast) {
        this.room = room;
        this.folder = folder;
        this.atLeast = atLeast;
    }

    /** The package pattern of the module. */
    String code() {
        return "..soc2." + room + "..";
    }

    Path mainClasses() {
        return root().resolve(folder).resolve("target/classes");
    }

    Path testClasses() {
        return root().resolve(folder).resolve("target/test-classes");
    }

    long size() {
        return new ClassFileImporter()
                .importPath(mainClasses()).stream()
                        .filter(c -> !c.getSimpleName().endsWith("-info"))
                        .count();
    }

    /** The folder of the parent pom, from wherever the tests were started. */
    static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve(MODEL.folder))) {
            folder = folder.getParent();
        }
        return folder;
    }

    /** Main code of the library. */
    static final class Main implements LocationProvider {
        @Override
        public Set<Location> get(Class<?> testClass) {
            return Set.of(values()).stream()
                    .map(module -> Location.of(module.mainClasses()))
                    .collect(Collectors.toSet());
        }
    }

    /** Test code of the library and of the quickstart, without the examples of bad code. */
    static final class Tests implements LocationProvider {
        @Override
        public Set<Location> get(Class<?> testClass) {
            Set<Location> found = new LinkedHashSet<>();
            for (House module : values()) {
                if (Files.isDirectory(module.testClasses())) {
                    found.add(Location.of(module.testClasses()));
                }
            }
            found.add(Location.of(root().resolve("soc2-report/quickstart/target/test-classes")));
            return found;
        }
    }
}
