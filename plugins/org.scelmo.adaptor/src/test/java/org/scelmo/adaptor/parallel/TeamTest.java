package org.scelmo.adaptor.parallel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TeamTest {

    private static void await(final CountDownLatch latch) {
        try {
            assertTrue(latch.await(1, TimeUnit.MINUTES), "the other thread did not come so far");
        } catch (final InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void eachPartIsDoneOnceBeforeRunReturns(final int threads) {
        try (var team = new Team(threads, () -> { })) {
            for (int round = 0; round < 200; round++) {
                final var done = new AtomicIntegerArray(17);
                team.run(17, done::incrementAndGet);
                for (int part = 0; part < 17; part++) {
                    assertEquals(1, done.get(part));
                }
            }
        }
    }

    @Test
    void stretchesCoverAllItemsAndOnlyTheLastIsShorter() {
        final var begins = new ArrayList<Integer>();
        final var covered = new int[10];
        Team.ALONE.runStretches(10, 4, (from, to) -> {
            begins.add(from);
            for (int i = from; i < to; i++) {
                covered[i]++;
            }
        });
        assertEquals(List.of(0, 4, 8), begins);
        assertArrayEquals(new int[]{1, 1, 1, 1, 1, 1, 1, 1, 1, 1}, covered);
        Team.ALONE.runStretches(0, 4, (from, to) -> {
            throw new AssertionError("nothing to do");
        });
    }

    @Test
    void twoThreadsWorkAtTheSameTime() {
        final var both = new CountDownLatch(2);
        final var threads = Collections.synchronizedSet(new HashSet<Thread>());
        try (var team = new Team(2, () -> { })) {
            team.run(2, part -> {
                threads.add(Thread.currentThread());
                both.countDown();
                await(both);
            });
        }
        assertEquals(2, threads.size());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void whatAPartThrowsIsThrownAndTheTeamGoesOn(final int threads) {
        final var failure = new IllegalStateException("part 4");
        final var error = new OutOfMemoryError("no memory");
        try (var team = new Team(threads, () -> { })) {
            assertSame(failure, assertThrows(IllegalStateException.class, () -> team.run(20, part -> {
                if (part == 4) {
                    throw failure;
                }
            })));
            assertSame(error, assertThrows(OutOfMemoryError.class, () -> team.run(2, part -> {
                throw error;
            })));
            final var done = new AtomicIntegerArray(3);
            team.run(3, done::incrementAndGet);
            assertEquals("[1, 1, 1]", done.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void theCheckEndsTheWorkBeforeAllPartsAreDone(final int threads) {
        final var canceled = new IllegalStateException("canceled");
        final var caller = Thread.currentThread();
        final var checks = new AtomicInteger();
        final var stopped = new CountDownLatch(1);
        final var done = new AtomicInteger();
        try (var team = new Team(threads, () -> {
            assertSame(caller, Thread.currentThread());
            if (checks.incrementAndGet() == 3) {
                stopped.countDown();
                throw canceled;
            }
        })) {
            assertSame(canceled, assertThrows(IllegalStateException.class, () -> team.run(1_000, part -> {
                done.incrementAndGet();
                if (Thread.currentThread() != caller) {
                    await(stopped);
                }
            })));
        }
        assertEquals(3, checks.get());
        assertTrue(done.get() >= 2 && done.get() <= 4, done + " parts");
    }

    @Test
    void aTeamNeedsAThread() {
        assertThrows(IllegalArgumentException.class, () -> new Team(0, () -> { }));
    }
}
