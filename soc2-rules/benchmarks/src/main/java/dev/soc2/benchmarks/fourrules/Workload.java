package dev.soc2.benchmarks.fourrules;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * A year of events of a company, as columns in order of time; the same for every contestant. For a million events: 20,000
 * employees with 250,000 accounts, 2,000 of whom leave; 120,000 changes; 500 systems under review; 10,000 assets that
 * report their state about weekly.
 */
public final class Workload {

    /** What an event says. */
    public enum Kind {
        SYSTEM_REGISTERED,
        ACCESS_GRANTED,
        EMPLOYEE_LEFT,
        ACCESS_REVOKED,
        CHANGE_APPROVED,
        CHANGE_DEPLOYED,
        SYSTEM_REVIEWED,
        ASSET_STATE
    }

    /** First instant of the examined year, in seconds since 1970. */
    public static final long START =
            LocalDate.of(2025, 1, 1).atStartOfDay(ZoneOffset.UTC).toEpochSecond();

    /** First instant after it. */
    public static final long END =
            LocalDate.of(2026, 1, 1).atStartOfDay(ZoneOffset.UTC).toEpochSecond();

    static final long DAY = Duration.ofDays(1).toSeconds();
    private static final long YEAR = END - START;

    private final SplittableRandom random = new SplittableRandom(42);
    private Kind[] kinds = new Kind[1024];
    private int[] keys = new int[1024];
    private int[] seconds = new int[1024];
    private int[] values = new int[1024];
    private long[] times = new long[1024];
    private int size;

    private Workload() {}

    /** A year of about so many events. */
    public static Workload of(int events) {
        Workload workload = new Workload();
        double scale = events / 1_000_000.0;
        int employees = (int) (20_000 * scale);
        workload.people(employees, (int) (250_000 * scale));
        workload.changes((int) (120_000 * scale), employees);
        workload.reviews((int) Math.max(20, 500 * scale));
        workload.assets((int) (10_000 * scale), events - workload.size);
        workload.sort();
        return workload;
    }

    private void people(int employees, int accounts) {
        long[] left = new long[employees];
        for (int employee = 0; employee < employees; employee++) {
            if (random.nextInt(10) == 0) {
                left[employee] = START + random.nextLong(YEAR - 3 * DAY);
                add(Kind.EMPLOYEE_LEFT, employee, 0, 0, left[employee]);
            }
        }
        for (int account = 0; account < accounts; account++) {
            int employee = account % employees;
            add(Kind.ACCESS_GRANTED, employee, account, 0, START - 1 - random.nextLong(2 * YEAR));
            if (left[employee] != 0) {
                int luck = random.nextInt(100);
                long delay = luck < 89 ? random.nextLong(DAY + 1) : DAY + 1 + random.nextLong(20 * DAY);
                if (luck < 99) {
                    add(Kind.ACCESS_REVOKED, employee, account, 0, left[employee] + delay);
                }
            }
        }
    }

    private void changes(int changes, int employees) {
        for (int change = 0; change < changes; change++) {
            int author = random.nextInt(employees);
            long deployed = START + 2 * DAY + random.nextLong(YEAR - 2 * DAY);
            add(Kind.CHANGE_DEPLOYED, change, author, 0, deployed);
            int luck = random.nextInt(1000);
            if (luck < 990) {
                int approver = luck < 980 ? (author + 1 + random.nextInt(employees - 1)) % employees : author;
                long lead = luck < 970 ? -random.nextLong(2 * DAY) : 1 + random.nextLong(3_600);
                add(Kind.CHANGE_APPROVED, change, approver, 0, Math.min(END - 1, deployed + lead));
            }
            if (luck % 50 == 0) {
                add(Kind.CHANGE_APPROVED, change, author, 0, deployed - random.nextLong(DAY));
            }
        }
    }

    private void reviews(int systems) {
        for (int system = 0; system < systems; system++) {
            add(Kind.SYSTEM_REGISTERED, system, 0, 0, START - 2 * YEAR);
            long at = START - 1 - random.nextLong(80 * DAY);
            while (at < END) {
                add(Kind.SYSTEM_REVIEWED, system, 0, 0, at);
                at += 70 * DAY + random.nextLong(40 * DAY);
            }
        }
    }

    /** States begin up to a day into the year for some: what was before is unknown. */
    private void assets(int assets, int events) {
        int each = Math.max(2, events / assets);
        for (int asset = 0; asset < assets; asset++) {
            long at = random.nextInt(100) == 0 ? START + random.nextLong(DAY) : START - random.nextLong(7 * DAY);
            boolean weak = random.nextInt(20) == 0;
            for (int state = 0; state < each && at < END; state++) {
                boolean encrypted = !weak || random.nextInt(each) != 0;
                add(Kind.ASSET_STATE, asset, 0, encrypted ? 1 : 0, at);
                at += YEAR / each / 2 + random.nextLong(YEAR / each);
            }
        }
    }

    private void add(Kind kind, int key, int second, int value, long at) {
        if (size == kinds.length) {
            int capacity = size * 2;
            kinds = Arrays.copyOf(kinds, capacity);
            keys = Arrays.copyOf(keys, capacity);
            seconds = Arrays.copyOf(seconds, capacity);
            values = Arrays.copyOf(values, capacity);
            times = Arrays.copyOf(times, capacity);
        }
        kinds[size] = kind;
        keys[size] = key;
        seconds[size] = second;
        values[size] = value;
        times[size] = at;
        size++;
    }

    private void sort() {
        int[] order = java.util.stream.IntStream.range(0, size)
                .boxed()
                .sorted((a, b) -> times[a] != times[b] ? Long.compare(times[a], times[b]) : Integer.compare(a, b))
                .mapToInt(Integer::intValue)
                .toArray();
        Workload sorted = new Workload();
        for (int row : order) {
            sorted.add(kinds[row], keys[row], seconds[row], values[row], times[row]);
        }
        kinds = sorted.kinds;
        keys = sorted.keys;
        seconds = sorted.seconds;
        values = sorted.values;
        times = sorted.times;
    }

    /** How many events there are. */
    public int size() {
        return size;
    }

    Kind kind(int event) {
        return kinds[event];
    }

    /** Number of the employee, change, system or asset. */
    int key(int event) {
        return keys[event];
    }

    /** Number of the account, or of the person who approved or wrote a change. */
    int second(int event) {
        return seconds[event];
    }

    /** Whether an asset was encrypted: 1 or 0. */
    int value(int event) {
        return values[event];
    }

    /** When it happened, in seconds since 1970. */
    long time(int event) {
        return times[event];
    }

    /** How many different keys events of a kind have. */
    int keys(Kind kind) {
        int most = 0;
        for (int event = 0; event < size; event++) {
            if (kinds[event] == kind) {
                most = Math.max(most, keys[event] + 1);
            }
        }
        return most;
    }
}
