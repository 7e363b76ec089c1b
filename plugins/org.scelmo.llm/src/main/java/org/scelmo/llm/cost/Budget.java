package org.scelmo.llm.cost;

import java.math.BigDecimal;
import java.util.Optional;

import org.scelmo.llm.model.Usage;

/**
 * Keeps spending within its {@link Limits}, whatever the number of requests in flight: before a request is sent, the
 * most that it can cost is reserved; when it ends, the reservation is replaced by what it did cost. So the limits hold
 * as long as no request costs more than was reserved for it, which a limit of output tokens ensures. Thread-safe.
 */
public final class Budget {

    private final Limits m_limits;
    private final Optional<Price> m_price;
    private Spending m_spent = Spending.NOTHING;
    private Spending m_reserved = Spending.NOTHING;

    /**
     * @param limits what may be spent
     * @param price of the model asked, if known
     * @throws PriceException if money is limited and the price unknown
     */
    public Budget(final Limits limits, final Optional<Price> price) {
        if (limits.money().isPresent() && price.isEmpty()) {
            throw new PriceException("The money to spend is limited, but no price of the model is known.",
                "Add the model to an own price table.", "Limit tokens or requests instead of money.");
        }
        m_limits = limits;
        m_price = price;
    }

    /** @return a budget without limits, which only counts */
    public static Budget unlimited(final Optional<Price> price) {
        return new Budget(Limits.NONE, price);
    }

    /** Whether a request may be sent. */
    public enum Verdict {
        /** it may; its reservation is made */
        GRANTED,
        /** not now, but perhaps when requests in flight turn out cheaper than reserved */
        LATER,
        /** never: what was spent leaves too little */
        EXHAUSTED
    }

    /**
     * Asks to send a request.
     *
     * @param most the most tokens that it can cost
     * @return whether it may be sent; if granted, exactly one of {@link #settle} and {@link #release} must follow
     */
    public synchronized Verdict reserve(final Usage most) {
        final var request = spending(most, 1);
        if (m_spent.plus(m_reserved).plus(request).within(m_limits)) {
            m_reserved = m_reserved.plus(request);
            return Verdict.GRANTED;
        }
        return m_reserved.requests() > 0 && m_spent.plus(request).within(m_limits) ? Verdict.LATER : Verdict.EXHAUSTED;
    }

    /**
     * Reserves for a request that was sent in an earlier run: whatever the limits, it will be charged.
     *
     * @param most the most tokens that it can cost; exactly one of {@link #settle} and {@link #release} must follow
     */
    public synchronized void commit(final Usage most) {
        m_reserved = m_reserved.plus(spending(most, 1));
    }

    /**
     * Replaces a reservation by what was charged.
     *
     * @param most as reserved
     * @param actual what the provider counted
     */
    public synchronized void settle(final Usage most, final Usage actual) {
        m_reserved = m_reserved.minus(spending(most, 1));
        m_spent = m_spent.plus(spending(actual, 1));
    }

    /**
     * Ends a reservation of a request that brought no answer.
     *
     * @param most as reserved
     * @param perhapsCharged whether the provider may have charged for it nevertheless (no answer in time, half an
     *            answer): then all that was reserved counts as spent
     */
    public synchronized void release(final Usage most, final boolean perhapsCharged) {
        settle(most, perhapsCharged ? most : Usage.NONE);
    }

    /** @return what was spent so far, without what is reserved */
    public synchronized Spending spent() {
        return m_spent;
    }

    /** @return what these tokens cost; 0 where no price is known */
    public BigDecimal cost(final Usage usage) {
        return m_price.map(p -> p.of(usage)).orElse(BigDecimal.ZERO);
    }

    /** @return whether costs are known */
    public boolean hasPrice() {
        return m_price.isPresent();
    }

    private Spending spending(final Usage usage, final long requests) {
        return new Spending(cost(usage), usage, requests);
    }
}
