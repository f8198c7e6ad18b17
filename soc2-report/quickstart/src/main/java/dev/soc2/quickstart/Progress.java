package dev.soc2.quickstart;

import dev.soc2.evidence.importing.ImportProgress;
import dev.soc2.model.result.ControlResult;
import dev.soc2.rules.AssessmentListener;
import java.io.PrintStream;
import java.util.Locale;

/** Tells how far the work is: one line that is written over on a terminal, a few plain lines elsewhere. */
final class Progress implements AssessmentListener, ImportProgress {

    private static final int PLAIN_EVERY = 25;
    private static final long LEAST_MILLIS = 500;

    private final PrintStream out;
    private final boolean live;
    private int longest;
    private long begun;

    Progress(PrintStream out, boolean live) {
        this.out = out;
        this.live = live;
    }

    @Override
    public void started(String file, long bytes) {
        begun = System.nanoTime();
        say("  reading " + file, live);
    }

    @Override
    public void counted(String file, long rows, long rejected) {
        long millis = (System.nanoTime() - begun) / 1_000_000;
        String rate =
                millis < LEAST_MILLIS ? "" : String.format(Locale.ROOT, ", %,d rows a second", rows * 1_000 / millis);
        String refused = rejected == 0 ? "" : String.format(Locale.ROOT, ", %,d refused", rejected);
        say(String.format(Locale.ROOT, "  reading %s: %,d rows%s%s", file, rows, refused, rate), live);
    }

    @Override
    public void planned(int controls) {
        say("  " + controls + (controls == 1 ? " control" : " controls") + " to test", true);
    }

    @Override
    public void read(long records) {
        say(String.format(Locale.ROOT, "  %,d records read", records), true);
    }

    @Override
    public void controlAssessed(ControlResult result, int done, int of) {
        say("  " + done + " of " + of + " controls assessed", live || done == of || done % PLAIN_EVERY == 0);
        if (live && done == of) {
            out.println();
        }
    }

    private void say(String line, boolean wanted) {
        if (!wanted) {
            return;
        }
        if (live) {
            longest = Math.max(longest, line.length());
            out.print("\r" + line + " ".repeat(longest - line.length()));
            out.flush();
        } else {
            out.println(line);
        }
    }
}
