package dev.soc2.benchmarks.fourrules;

import dev.soc2.benchmarks.fourrules.Workload.Kind;
import java.util.Arrays;

/**
 * The limit: what somebody writes by hand who knows the four rules, the data and the machine. Events of a kind lie
 * clustered by their key in order of time; each rule is one loop over primitive arrays.
 */
public final class ClusteredLoop {

    private static final long[] QUARTERS = {
        Workload.START,
        Workload.START + 90 * Workload.DAY,
        Workload.START + 181 * Workload.DAY,
        Workload.START + 273 * Workload.DAY,
        Workload.END
    };

    /** Events of one kind by key: those of key k lie in [starts[k], starts[k + 1]). */
    private static final class Runs {

        private final int[] starts;
        private final long[] times;
        private final int[] seconds;
        private final int[] values;

        Runs(Workload workload, Kind kind, int keys, boolean bySecond) {
            starts = new int[keys + 1];
            for (int event = 0; event < workload.size(); event++) {
                if (workload.kind(event) == kind) {
                    starts[(bySecond ? workload.second(event) : workload.key(event)) + 1]++;
                }
            }
            for (int key = 0; key < keys; key++) {
                starts[key + 1] += starts[key];
            }
            int[] next = Arrays.copyOf(starts, keys);
            times = new long[starts[keys]];
            seconds = new int[starts[keys]];
            values = new int[starts[keys]];
            for (int event = 0; event < workload.size(); event++) {
                if (workload.kind(event) == kind) {
                    int place = next[bySecond ? workload.second(event) : workload.key(event)]++;
                    times[place] = workload.time(event);
                    seconds[place] = bySecond ? workload.key(event) : workload.second(event);
                    values[place] = workload.value(event);
                }
            }
        }
    }

    private final Runs left;
    private final Runs granted;
    private final Runs revoked;
    private final Runs deployed;
    private final Runs approved;
    private final Runs reviewed;
    private final Runs states;

    public ClusteredLoop(Workload workload) {
        int employees = workload.keys(Kind.ACCESS_GRANTED);
        int changes = workload.keys(Kind.CHANGE_DEPLOYED);
        int accounts = 0;
        for (int event = 0; event < workload.size(); event++) {
            if (workload.kind(event) == Kind.ACCESS_GRANTED) {
                accounts = Math.max(accounts, workload.second(event) + 1);
            }
        }
        left = new Runs(workload, Kind.EMPLOYEE_LEFT, employees, false);
        granted = new Runs(workload, Kind.ACCESS_GRANTED, employees, false);
        revoked = new Runs(workload, Kind.ACCESS_REVOKED, accounts, true);
        deployed = new Runs(workload, Kind.CHANGE_DEPLOYED, changes, false);
        approved = new Runs(workload, Kind.CHANGE_APPROVED, changes, false);
        reviewed = new Runs(workload, Kind.SYSTEM_REVIEWED, workload.keys(Kind.SYSTEM_REGISTERED), false);
        states = new Runs(workload, Kind.ASSET_STATE, workload.keys(Kind.ASSET_STATE), false);
    }

    /** All four rules. */
    public Answers evaluate() {
        long lateAccounts = 0;
        long lateSeconds = 0;
        for (int employee = 0; employee < left.starts.length - 1; employee++) {
            for (int leave = left.starts[employee]; leave < left.starts[employee + 1]; leave++) {
                long at = left.times[leave];
                for (int grant = granted.starts[employee]; grant < granted.starts[employee + 1]; grant++) {
                    int account = granted.seconds[grant];
                    int answer = revoked.starts[account];
                    while (answer < revoked.starts[account + 1] && revoked.times[answer] < at) {
                        answer++;
                    }
                    if (answer == revoked.starts[account + 1]) {
                        lateAccounts++;
                    } else if (revoked.times[answer] > at + Workload.DAY) {
                        lateAccounts++;
                        lateSeconds += revoked.times[answer] - at - Workload.DAY;
                    }
                }
            }
        }
        long badChanges = 0;
        long badChangeSum = 0;
        for (int change = 0; change < deployed.starts.length - 1; change++) {
            for (int deploy = deployed.starts[change]; deploy < deployed.starts[change + 1]; deploy++) {
                boolean good = false;
                for (int approval = approved.starts[change];
                        approval < approved.starts[change + 1] && approved.times[approval] <= deployed.times[deploy];
                        approval++) {
                    good |= approved.seconds[approval] != deployed.seconds[deploy];
                }
                if (!good) {
                    badChanges++;
                    badChangeSum += change;
                }
            }
        }
        long missing = 0;
        long gaps = 0;
        long excess = 0;
        for (int system = 0; system < reviewed.starts.length - 1; system++) {
            long anchor = Workload.START;
            int quarter = 0;
            boolean done = false;
            for (int review = reviewed.starts[system]; review < reviewed.starts[system + 1]; review++) {
                long at = reviewed.times[review];
                if (at >= Workload.START) {
                    while (at >= QUARTERS[quarter + 1]) {
                        missing += done ? 0 : 1;
                        done = false;
                        quarter++;
                    }
                    done = true;
                    if (at - anchor > 92 * Workload.DAY) {
                        gaps++;
                        excess += at - anchor - 92 * Workload.DAY;
                    }
                }
                anchor = at;
            }
            missing += done ? 0 : 1;
            missing += 3 - quarter;
            if (Workload.END - anchor > 92 * Workload.DAY) {
                gaps++;
                excess += Workload.END - anchor - 92 * Workload.DAY;
            }
        }
        long openAssets = 0;
        long openSeconds = 0;
        for (int asset = 0; asset < states.starts.length - 1; asset++) {
            long open = 0;
            long since = Workload.START;
            boolean encrypted = false;
            for (int state = states.starts[asset]; state < states.starts[asset + 1]; state++) {
                long at = Math.max(Workload.START, states.times[state]);
                open += encrypted ? 0 : at - since;
                since = at;
                encrypted = states.values[state] == 1;
            }
            open += encrypted ? 0 : Workload.END - since;
            openAssets += open > 0 ? 1 : 0;
            openSeconds += open;
        }
        return new Answers(
                lateAccounts, lateSeconds, badChanges, badChangeSum, missing, gaps, excess, openAssets, openSeconds);
    }
}
