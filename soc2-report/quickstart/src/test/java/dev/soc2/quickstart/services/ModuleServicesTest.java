package dev.soc2.quickstart.services;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.rules.spi.RulePackProvider;
import java.io.File;
import java.io.IOException;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A provider that is a module, in a layer of its own with the library: found although no class loader is told of it. */
class ModuleServicesTest {

    private static final Pattern NEEDED = Pattern.compile(
            ".*(soc2-model|soc2-rules|re2j|jspecify|jakarta.validation|jackson-core|hibernate-validator|jboss-logging"
                    + "|classmate|snakeyaml-engine)[^/\\\\]*([/\\\\]target[/\\\\]classes)?");

    private static final String PACKS = """
            package acme.packs;

            import dev.soc2.rules.rule.RulePack;
            import dev.soc2.rules.spi.RulePackProvider;
            import java.util.Set;

            public final class AcmePacks implements RulePackProvider {
                public Set<String> ids() {
                    return Set.of("acme-module");
                }

                public RulePack pack(String id) {
                    throw new IllegalStateException("not asked for here");
                }
            }
            """;

    @TempDir
    private Path folder;

    @Test
    void aPackOfAModuleIsListed() throws Exception {
        List<Path> library = Stream.of(System.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator)))
                .filter(entry -> NEEDED.matcher(entry).matches())
                .map(Path::of)
                .toList();
        List<Path> all = new ArrayList<>(library);
        all.add(compiled(library));
        ModuleFinder finder = ModuleFinder.of(all.toArray(Path[]::new));
        Configuration modules =
                ModuleLayer.boot().configuration().resolveAndBind(finder, ModuleFinder.of(), Set.of("acme.packs"));
        ModuleLayer layer =
                ModuleLayer.boot().defineModulesWithOneLoader(modules, ClassLoader.getPlatformClassLoader());

        Object ids = layer.findLoader("dev.soc2.rules")
                .loadClass("dev.soc2.rules.RulePacks")
                .getMethod("ids")
                .invoke(null);

        assertThat(ids).isEqualTo(List.of("acme-module", "soc2-audit-trail", "soc2-starter"));
        assertThat(layer.findModule("dev.soc2.rules").orElseThrow()).isNotEqualTo(RulePackProvider.class.getModule());
    }

    private Path compiled(List<Path> library) throws IOException {
        Path sources = Files.createDirectories(folder.resolve("src/acme/packs"));
        Path module = Files.writeString(
                folder.resolve("src/module-info.java"),
                "module acme.packs { requires dev.soc2.rules; provides dev.soc2.rules.spi.RulePackProvider with"
                        + " acme.packs.AcmePacks; }");
        Path packs = Files.writeString(sources.resolve("AcmePacks.java"), PACKS);
        Path classes = folder.resolve("classes");
        int failed = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-d",
                        classes.toString(),
                        "-proc:none",
                        "--module-path",
                        library.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)),
                        module.toString(),
                        packs.toString());
        assertThat(failed).isZero();
        return classes;
    }
}
