package dev.soc2.quickstart;

import dev.soc2.evidence.proof.Checkpoint;
import dev.soc2.model.issue.Issue;
import dev.soc2.model.issue.Soc2Exception;
import dev.soc2.model.result.Assessment;
import dev.soc2.report.Reports;
import dev.soc2.report.render.ReportOptions;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Assesses engagement folders from a ledger and writes their reports and the bundle of their evidence, or runs scenario
 * files, or verifies a bundle.
 *
 * <p>System properties: {@code engagement}, a folder to assess instead of the two that are shipped; {@code scenarios}, a
 * folder of scenario files to run instead; {@code bundle}, a bundle to verify instead, and {@code key}, the verifier key
 * of its log; {@code quickstart.home}, where the shipped folders and {@code target} lie.
 * Exit status: 0 when all is done, 1 when a scenario failed, 2 for bad input. Lines of evidence that were refused are bad
 * input too, but what could be read is assessed and reported, with their number. For a bundle: 0 intact, 1 tampered, 2
 * incomplete, 3 unreadable or no bundle.
 */
public final class Quickstart {

    private static final int DONE = 0;
    private static final int SCENARIO_FAILED = 1;
    private static final int BAD_INPUT = 2;
    private static final int NO_BUNDLE = 3;

    private final Path home;
    private final PrintStream out;
    private final PrintStream err;
    private final Surroundings surroundings;

    /**
     * Where it runs.
     *
     * @param live whether somebody watches a terminal, where a line can be written over
     * @param unicode whether what is printed may leave ASCII
     */
    record Surroundings(boolean live, boolean unicode) {}

    Quickstart(Path home, PrintStream out, PrintStream err, Surroundings surroundings) {
        this.home = home;
        this.out = out;
        this.err = err;
        this.surroundings = surroundings;
    }

    /**
     * Runs as the system properties say, and ends the machine with the exit status.
     *
     * @param args none
     */
    public static void main(String[] args) {
        PrintStream out = utf8(FileDescriptor.out);
        PrintStream err = utf8(FileDescriptor.err);
        boolean unicode = "UTF-8".equalsIgnoreCase(System.getProperty("native.encoding", "UTF-8"));
        Path home = Path.of(System.getProperty("quickstart.home", "soc2-report/quickstart"));
        int status = new Quickstart(home, out, err, new Surroundings(isTerminal(), unicode))
                .run(new Wanted(folder("engagement"), folder("scenarios"), folder("bundle"), given("key")));
        System.exit(status);
    }

    /** From Java 22 on there is a console without a terminal too, unless {@code jdk.console=java.base} is set. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isTerminal() {
        return System.console() != null;
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }

    private static Optional<Path> folder(String property) {
        return given(property).map(Path::of);
    }

    private static Optional<String> given(String property) {
        return Optional.ofNullable(System.getProperty(property)).filter(text -> !text.isBlank());
    }

    /** What the system properties ask for. */
    record Wanted(Optional<Path> engagement, Optional<Path> scenarios, Optional<Path> bundle, Optional<String> key) {}

    int run(Optional<Path> engagement, Optional<Path> scenarios) {
        return run(new Wanted(engagement, scenarios, Optional.empty(), Optional.empty()));
    }

    int run(Wanted wanted) {
        return wanted.bundle().isPresent()
                ? verify(wanted.bundle().get(), wanted.key())
                : assessOrTry(wanted.engagement(), wanted.scenarios());
    }

    private int verify(Path bundle, Optional<String> key) {
        try {
            return new BundleRun(out).run(bundle, key);
        } catch (Soc2Exception noBundle) {
            out.flush();
            err.println(noBundle.getMessage());
            return NO_BUNDLE;
        }
    }

    private int assessOrTry(Optional<Path> engagement, Optional<Path> scenarios) {
        try {
            if (scenarios.isPresent()) {
                return new ScenarioRun(out).run(scenarios.get()) ? DONE : SCENARIO_FAILED;
            }
            return assess(engagement.map(List::of).orElseGet(this::shipped));
        } catch (Soc2Exception badInput) {
            out.flush();
            err.println(badInput.getMessage());
            err.println();
            err.println("Nothing was written: exit " + BAD_INPUT + " for bad input, "
                    + badInput.issues().size() + (badInput.issues().size() == 1 ? " fault" : " faults") + " in all.");
            return BAD_INPUT;
        } catch (UncheckedIOException | IOException failed) {
            out.flush();
            err.println("The reports could not be written: " + failed.getMessage());
            return BAD_INPUT;
        }
    }

    private List<Path> shipped() {
        Path engagements = home.resolve("src/main/engagements");
        return List.of(
                engagements.resolve("kafka-2023"),
                engagements.resolve("public-records"),
                engagements.resolve("acme-2025"));
    }

    /** Everything is assessed before anything is written. */
    private int assess(List<Path> folders) throws IOException {
        List<EngagementFolder.Assessed> all = new ArrayList<>();
        List<Issue> refused = new ArrayList<>();
        for (Path folder : folders) {
            out.println("Assessing " + Here.path(folder));
            EngagementFolder.Assessed assessed =
                    EngagementFolder.assess(folder, ledgers(), new Progress(out, surroundings.live()));
            all.add(assessed);
            refused.addAll(assessed.refused());
            out.println();
        }
        ReportOptions options = ReportOptions.defaults().ascii(!surroundings.unicode());
        for (EngagementFolder.Assessed assessed : all) {
            out.println(Reports.console().render(assessed.assessment(), options));
            Path reports = write(assessed);
            ReportFolder.FILES.forEach((name, renderer) -> out.println("  " + reports.resolve(name)));
            ReportFolder.SETS.forEach((name, set) -> out.println("  " + reports.resolve(name) + "/"));
            say(reports.resolve(ReportFolder.PUBLIC_SUMMARY), "no public summary of this engagement");
            say(reports.resolve(ReportFolder.DELTA), "no comparison: there was no period a quarter earlier");
            out.println("  " + reports.resolve(ReportFolder.HOST_PAGE));
            out.println("  " + reports.resolve(ReportFolder.BUNDLE) + "/");
            out.println("  " + reports.resolve(ReportFolder.PACKAGE));
            out.println();
        }
        return refused.isEmpty() ? DONE : sayRefused(refused);
    }

    private Path ledgers() {
        return home.resolve("target/ledger");
    }

    private void say(Path file, String otherwise) {
        out.println("  " + (Files.exists(file) ? file : otherwise));
    }

    private Path write(EngagementFolder.Assessed assessed) throws IOException {
        Assessment assessment = assessed.assessment();
        try (DemoLedger ledger = DemoLedger.again(ledgers(), assessment.engagement())) {
            return new ReportFolder(home.resolve("target/reports"))
                    .write(
                            assessment,
                            assessed.before(ledger.evidence()),
                            place -> say(ledger.bundle(assessment, place)));
        }
    }

    /** A checkpoint to keep: whoever has it can tell later whether the log was changed or cut off. */
    private void say(Checkpoint checkpoint) {
        out.println("checkpoint of the evidence, signed with a key of this demonstration: " + checkpoint.origin() + ", "
                + checkpoint.size() + " entries, root " + checkpoint.root());
        out.println();
    }

    private int sayRefused(List<Issue> refused) {
        out.flush();
        err.println(new Soc2Exception(refused).getMessage());
        err.println();
        err.println("The reports were written without what was refused: exit " + BAD_INPUT + " for bad input, "
                + refused.size() + (refused.size() == 1 ? " fault" : " faults") + " in all.");
        return BAD_INPUT;
    }
}
