package org.scelmo.nodes.support.languagemodel;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

import org.knime.node.parameters.widget.message.TextMessage.Message;
import org.knime.node.parameters.widget.message.TextMessage.MessageType;
import org.scelmo.llm.cost.Estimate.AnswerLength;
import org.scelmo.llm.cost.Price;
import org.scelmo.llm.cost.Tokenizer;
import org.scelmo.llm.model.Prompt;
import org.scelmo.llm.model.Usage;

/** What asking a whole table would cost, told from its first rows; for dialogs, where it has to be quick. */
public final class CostForecast {

    private static final int SAMPLE = 500;

    private static final String TITLE = "Expected cost";

    private final Provider m_provider;

    private final String m_model;

    private final AnswerLength m_answer;

    private final Tokenizer m_tokenizer;

    private int m_counted;

    private long m_tokens;

    /**
     * @param provider who is asked
     * @param model name of the model
     * @param answer how long answers are expected to be
     */
    public CostForecast(final Provider provider, final String model, final AnswerLength answer) {
        m_provider = provider;
        m_model = model;
        m_answer = answer;
        m_tokenizer = Tokenizer.forModel(model);
    }

    /** @return whether more rows would make it better */
    public boolean wantsMore() {
        return m_counted < SAMPLE;
    }

    /** @param prompt of a further row */
    public void add(final Prompt prompt) {
        m_tokens += m_tokenizer.count(prompt);
        m_counted++;
    }

    /** @param text of a further row */
    public void add(final String text) {
        m_tokens += m_tokenizer.count(text);
        m_counted++;
    }

    /**
     * @param rows of the whole table
     * @param price of the model, if known
     * @return the forecast in words
     */
    public Message message(final long rows, final Optional<Price> price) {
        final long input = m_counted == 0 ? 0 : Math.round((double)m_tokens / m_counted * rows);
        final var fewest = new Usage(input, rows * m_answer.fewest());
        final var most = new Usage(input, rows * m_answer.most());
        final var tokens = String.format(Locale.ROOT, "%,d rows with about %,d tokens of prompts or texts%s. ", rows,
            input, m_answer.most() == 0 ? ""
                : String.format(Locale.ROOT, " and %,d to %,d tokens of answers", fewest.outputTokens(),
                    most.outputTokens()));
        if (m_provider.isFree()) {
            return new Message(TITLE, tokens + "The model runs on computers of your own and costs nothing here.",
                MessageType.INFO);
        }
        if (price.isEmpty()) {
            return new Message(TITLE, tokens + "The price of the model '" + m_model + "' is not known: add it to an "
                + "own price table, or limit tokens or requests instead of money.", MessageType.WARNING);
        }
        return new Message(TITLE, tokens + "At the prices of " + price.get().asOf() + " that is "
            + range(price.get().of(fewest), price.get().of(most)) + ". Rows that the answer cache knows, and rows that "
            + "ask the same, cost nothing.", MessageType.INFO);
    }

    private static String range(final BigDecimal lowest, final BigDecimal highest) {
        return lowest.compareTo(highest) == 0 ? dollars(highest) : dollars(lowest) + " to " + dollars(highest);
    }

    private static String dollars(final BigDecimal money) {
        return String.format(Locale.ROOT, money.compareTo(BigDecimal.ONE) < 0 ? "$%.4f" : "$%,.2f", money);
    }

    /** @return what the dialog says if the own price table cannot be read */
    public static Message unreadablePrices(final IOException e) {
        return new Message(TITLE, "The own price table cannot be read: " + e.getMessage(), MessageType.WARNING);
    }
}
