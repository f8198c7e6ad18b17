package dev.soc2.evidence;

import dev.soc2.evidence.proof.Checkpoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Clients that write to one ledger and read from it until their time is over. */
final class LedgerClients {

    private final EvidenceLedger ledger;
    private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
    private final Queue<Checkpoint> heads = new ConcurrentLinkedQueue<>();
    private final Queue<String> faults = new ConcurrentLinkedQueue<>();
    private final AtomicInteger readings = new AtomicInteger();
    private final CountDownLatch over = new CountDownLatch(1);

    LedgerClients(EvidenceLedger ledger) {
        this.ledger = ledger;
    }

    void run(int writers, int readers, Duration time) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(writers + readers + 1);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < writers; i++) {
                int number = i;
                all.add(threads.submit(until(() -> write(number))));
            }
            for (int i = 0; i < readers; i++) {
                all.add(threads.submit(until(this::read)));
            }
            // Waiting for what never comes is how long this goes on.
            boolean early = over.await(time.toMillis(), TimeUnit.MILLISECONDS);
            over.countDown();
            if (early) {
                faults.add("a client stopped early");
            }
            for (Future<?> each : all) {
                each.get();
            }
        } finally {
            threads.shutdown();
        }
    }

    private Callable<Integer> until(Callable<Integer> step) {
        return () -> {
            int steps = 0;
            try {
                while (over.getCount() > 0) {
                    steps += step.call();
                }
            } catch (Exception | AssertionError e) {
                faults.add(e.toString());
                over.countDown();
            }
            return steps;
        };
    }

    private final AtomicInteger next = new AtomicInteger();

    /** One record alone, then some together; each comes a second time from somewhere. */
    private int write(int number) {
        String id = "w" + number + "-" + next.incrementAndGet();
        if (!ledger.add(EvidenceLedgerContract.record(id).build())) {
            faults.add(id + " was there before it was written");
        }
        acknowledged.add(id);
        List<String> together = new ArrayList<>();
        ledger.inBatches(store -> {
            for (int i = 0; i < 30; i++) {
                String one = "b" + number + "-" + next.incrementAndGet();
                store.add(EvidenceLedgerContract.record(one).build());
                together.add(one);
            }
        });
        acknowledged.addAll(together);
        if (ledger.add(EvidenceLedgerContract.record(together.get(7)).build())) {
            faults.add(together.get(7) + " was taken twice");
        }
        return 1;
    }

    /** What was acknowledged before reading began must be read, and a head must be one of the log's for ever. */
    private int read() {
        List<String> before = new ArrayList<>(acknowledged);
        Checkpoint head = ledger.log().checkpoint();
        heads.add(head);
        List<String> seen = EvidenceLedgerContract.ids(ledger);
        if (seen.size() < before.size() || !new HashSet<>(seen).containsAll(before)) {
            faults.add("of " + before.size() + " acknowledged records " + seen.size() + " were read");
        }
        long early = head.size() / 2;
        if (early > 0 && ledger.log().checkpoint(early).size() != early) {
            faults.add("the log of " + early + " entries has another head");
        }
        readings.incrementAndGet();
        return 1;
    }

    List<String> acknowledged() {
        return List.copyOf(acknowledged);
    }

    List<Checkpoint> heads() {
        return List.copyOf(heads);
    }

    List<String> faults() {
        return List.copyOf(faults);
    }

    int readings() {
        return readings.get();
    }
}
