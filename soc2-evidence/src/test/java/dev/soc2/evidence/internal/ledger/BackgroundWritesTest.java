package dev.soc2.evidence.internal.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackgroundWritesTest {

    private final List<String> done = Collections.synchronizedList(new ArrayList<>());

    private long write(int number) {
        done.add("write " + number);
        return number;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void writesEndInTheirOrderHoweverManyThreadsThereAre(int threads) {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            BackgroundWrites writes = new BackgroundWrites(pool);
            Queue<BackgroundWrites.Write> flights = new ArrayDeque<>();
            for (int i = 0; i < 5_000; i++) {
                int number = i;
                flights.add(writes.add(() -> write(number)));
                writes.ask();
                if (flights.size() > i % 4) {
                    assertThat(flights.remove().outcome()).isEqualTo(i + 1L - flights.size() - 1);
                }
            }
            while (!flights.isEmpty()) {
                flights.remove().outcome();
            }
            assertThat(done)
                    .isEqualTo(IntStream.range(0, 5_000)
                            .mapToObj(i -> "write " + i)
                            .toList());
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void otherWorkOfTheHostHasItsTurnBetweenTwoWrites() {
        Queue<Runnable> host = new ArrayDeque<>();
        BackgroundWrites writes = new BackgroundWrites(host::add);
        BackgroundWrites.Write first = writes.add(() -> write(1));
        writes.ask();
        host.add(() -> done.add("other work"));
        BackgroundWrites.Write second = writes.add(() -> write(2));
        writes.ask();

        while (!host.isEmpty()) {
            host.remove().run();
        }

        assertThat(done).containsExactly("write 1", "other work", "write 2");
        assertThat(first.outcome()).isEqualTo(1);
        assertThat(second.outcome()).isEqualTo(2);
    }

    @Test
    void whoeverWaitsDoesWhatTheExecutorHasNotBegunAndItIsNotDoneAgain() {
        Queue<Runnable> host = new ArrayDeque<>();
        BackgroundWrites writes = new BackgroundWrites(host::add);
        BackgroundWrites.Write first = writes.add(() -> write(1));
        BackgroundWrites.Write second = writes.add(() -> write(2));
        writes.ask();

        assertThat(first.hasEnded()).isFalse();
        assertThat(first.outcome()).isEqualTo(1);
        assertThat(done).containsExactly("write 1");
        host.remove().run();
        assertThat(done).containsExactly("write 1", "write 2");
        assertThat(second.hasEnded()).isTrue();
        assertThat(second.outcome()).isEqualTo(2);
        while (!host.isEmpty()) {
            host.remove().run();
        }
        assertThat(done).hasSize(2);
    }

    @Test
    void aWriteThatFailsIsToldToWhoeverWaitsAndTheNextOneGoesOn() {
        BackgroundWrites writes = new BackgroundWrites(Runnable::run);
        BackgroundWrites.Write failing = writes.add(() -> {
            throw new IllegalStateException("the disk is full");
        });
        BackgroundWrites.Write next = writes.add(() -> write(2));
        writes.ask();

        assertThat(done).containsExactly("write 2");
        assertThatThrownBy(failing::outcome)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the disk is full");
        assertThat(next.outcome()).isEqualTo(2);
    }

    @Test
    void anExecutorThatRefusesOrBreaksLosesNothing() {
        BackgroundWrites refused = new BackgroundWrites(command -> {
            throw new RejectedExecutionException("shut down");
        });
        BackgroundWrites.Write first = refused.add(() -> write(1));
        refused.ask();
        assertThat(done).containsExactly("write 1");
        assertThat(first.outcome()).isEqualTo(1);

        BackgroundWrites broken = new BackgroundWrites(command -> {
            throw new OutOfMemoryError("no more threads");
        });
        BackgroundWrites.Write second = broken.add(() -> write(2));
        assertThatThrownBy(broken::ask).isInstanceOf(OutOfMemoryError.class);
        assertThat(second.outcome()).isEqualTo(2);
    }
}
