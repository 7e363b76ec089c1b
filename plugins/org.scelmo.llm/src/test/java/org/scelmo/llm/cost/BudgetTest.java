package org.scelmo.llm.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.scelmo.llm.cost.Budget.Verdict;
import org.scelmo.llm.model.Usage;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class BudgetTest {

    private static final Optional<Price> PRICE = PriceTable.builtIn().find("gpt-4o");

    @Test
    void reservationsInFlightCountUntilTheyAreSettled() {
        final var budget = new Budget(new Limits(Optional.empty(), 100, 10), PRICE);
        final var most = new Usage(20, 40);
        assertEquals(Verdict.GRANTED, budget.reserve(most));
        assertEquals(Verdict.LATER, budget.reserve(most));
        budget.settle(most, new Usage(20, 10));
        assertEquals(Verdict.GRANTED, budget.reserve(most));
        budget.settle(most, most);
        assertEquals(Verdict.EXHAUSTED, budget.reserve(most));
        assertEquals(Verdict.GRANTED, budget.reserve(new Usage(10, 0)));
        assertEquals(2, budget.spent().requests());
    }

    @Test
    void failedRequestCountsAndIsChargedOnlyIfItMayHaveBeen() {
        final var budget = new Budget(new Limits(Optional.empty(), 100, 2), PRICE);
        final var most = new Usage(20, 40);
        budget.reserve(most);
        budget.release(most, false);
        assertEquals(Usage.NONE, budget.spent().usage());
        budget.reserve(most);
        budget.release(most, true);
        assertEquals(most, budget.spent().usage());
        assertEquals(Verdict.EXHAUSTED, budget.reserve(Usage.NONE));
    }

    @Test
    void moneyCannotBeLimitedWithoutAPrice() {
        final var limits = new Limits(Optional.of(BigDecimal.ONE), Long.MAX_VALUE, Long.MAX_VALUE);
        assertThrows(PriceException.class, () -> new Budget(limits, Optional.empty()));
        assertThrows(IllegalArgumentException.class,
            () -> new Limits(Optional.of(BigDecimal.ONE.negate()), Long.MAX_VALUE, Long.MAX_VALUE));
    }

    @Test
    void zeroLimitsGrantNothing() {
        assertEquals(Verdict.EXHAUSTED, new Budget(new Limits(Optional.empty(), Long.MAX_VALUE, 0), PRICE)
            .reserve(new Usage(1, 1)));
    }

    @Property(tries = 30)
    void concurrentRequestsNeverExceedAnyLimit(@ForAll @IntRange(max = 5000) final int tokens,
        @ForAll @IntRange(max = 60) final int requests, @ForAll final long seed) throws InterruptedException {
        final var money = new BigDecimal("0.005");
        final var budget = new Budget(new Limits(Optional.of(money), tokens, requests), PRICE);
        final List<Thread> threads = new ArrayList<>();
        IntStream.range(0, 4).forEach(t -> threads.add(new Thread(() -> spend(budget, new Random(seed + t)))));
        threads.forEach(Thread::start);
        for (final var thread : threads) {
            thread.join();
        }
        final var spent = budget.spent();
        assertTrue(spent.money().compareTo(money) <= 0, spent.toString());
        assertTrue(spent.usage().inputTokens() + spent.usage().outputTokens() <= tokens, spent.toString());
        assertTrue(spent.requests() <= requests, spent.toString());
    }

    private static void spend(final Budget budget, final Random random) {
        for (int i = 0; i < 50; i++) {
            final var most = new Usage(random.nextInt(50), random.nextInt(50));
            if (budget.reserve(most) == Verdict.GRANTED) {
                Thread.yield();
                if (random.nextInt(5) == 0) {
                    budget.release(most, random.nextBoolean());
                } else {
                    budget.settle(most, new Usage(random.nextInt((int)most.inputTokens() + 1),
                        random.nextInt((int)most.outputTokens() + 1)));
                }
            }
        }
    }
}
