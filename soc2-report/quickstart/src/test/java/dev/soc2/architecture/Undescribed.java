package dev.soc2.architecture;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/**
 * Finds what lacks a description, as doclint's group "missing" does, but asks the record for its components and not each
 * compact constructor again, which is what doclint does on JDK 17.
 */
final class Undescribed {

    private static final String NOT_PUBLISHED = "-dev.soc2.model.internal.*,-dev.soc2.model.document.tree,"
            + "-dev.soc2.rules.internal.*,-dev.soc2.evidence.internal.*,-dev.soc2.report.internal.*";

    private Undescribed() {}

    /** Faults in all sources below a folder, each with its place. */
    static List<String> in(Path sources) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        var found = new DiagnosticCollector<JavaFileObject>();
        var options = List.of("-proc:none", "-Xdoclint:missing/protected", "-Xdoclint/package:" + NOT_PUBLISHED);
        List<String> faults = new ArrayList<>();
        try (var files = compiler.getStandardFileManager(found, Locale.ROOT, StandardCharsets.UTF_8);
                Stream<Path> tree = Files.walk(sources)) {
            List<Path> units = tree.filter(f -> f.toString().endsWith(".java"))
                    .filter(f -> !f.endsWith("module-info.java"))
                    .sorted()
                    .toList();
            var task = (JavacTask)
                    compiler.getTask(null, files, found, options, null, files.getJavaFileObjectsFromPaths(units));
            for (Element element : task.analyze()) {
                components(element, DocTrees.instance(task), faults);
            }
        }
        found.getDiagnostics().stream()
                .filter(d -> d.getKind() == Diagnostic.Kind.WARNING || d.getKind() == Diagnostic.Kind.ERROR)
                .map(Undescribed::told)
                .filter(fault -> !fault.matches(".* no @param for \\w+: (public|protected) \\w+ \\{"))
                .forEach(faults::add);
        return faults;
    }

    private static void components(Element element, DocTrees trees, List<String> faults) {
        if (element.getKind() != ElementKind.RECORD || !isPublished(element)) {
            return;
        }
        Set<String> described = Optional.ofNullable(trees.getDocCommentTree(element)).stream()
                .map(DocCommentTree::getBlockTags)
                .flatMap(List::stream)
                .filter(ParamTree.class::isInstance)
                .map(tag -> ((ParamTree) tag).getName().toString())
                .collect(Collectors.toSet());
        ElementFilter.recordComponentsIn(((TypeElement) element).getRecordComponents()).stream()
                .map(component -> component.getSimpleName().toString())
                .filter(name -> !described.contains(name))
                .forEach(name -> faults.add(element + " has no @param for " + name));
    }

    private static boolean isPublished(Element element) {
        if (element.getKind() == ElementKind.PACKAGE) {
            String name = element.toString();
            return !name.contains(".internal") && !name.startsWith("dev.soc2.model.document.tree");
        }
        return element.getModifiers().contains(Modifier.PUBLIC) && isPublished(element.getEnclosingElement());
    }

    private static String told(Diagnostic<? extends JavaFileObject> fault) {
        String message = fault.getMessage(Locale.ROOT);
        if (fault.getSource() == null) {
            return message;
        }
        Path file = Path.of(fault.getSource().toUri());
        int number = Math.toIntExact(fault.getLineNumber());
        return file.getFileName() + ":" + number + " " + message + ": " + line(file, number);
    }

    private static String line(Path file, int number) {
        try {
            return Files.readAllLines(file).get(number - 1).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
