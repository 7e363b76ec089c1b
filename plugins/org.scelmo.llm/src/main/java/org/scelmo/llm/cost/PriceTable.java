package org.scelmo.llm.cost;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Prices by model. The built-in table holds list prices of a stated day: providers change them, so a user may give an
 * own table, a CSV file with the columns {@value #HEADER}. Immutable.
 */
public final class PriceTable {

    /** First line of a table; amounts per million tokens, the day as 2026-05-31; the note may contain commas. */
    public static final String HEADER = "model,input,output,batch,asOf,note";

    private static final int FIELDS = 6;
    /** What providers append to a name: a day (2024-08-06, 0613, 20240806) or "latest". */
    private static final String VERSION = "-(\\d{4}-\\d{2}-\\d{2}|\\d{4}|\\d{8}|latest)";

    private final List<Price> m_prices;

    private PriceTable(final List<Price> prices) {
        m_prices = List.copyOf(prices);
    }

    /** @return the table of this release */
    public static PriceTable builtIn() {
        try (var in = new BufferedReader(
            new InputStreamReader(PriceTable.class.getResourceAsStream("prices.csv"), StandardCharsets.UTF_8))) {
            return parse(in, "the built-in price table");
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @param file a table in UTF-8
     * @return its prices
     * @throws IOException if the file cannot be read
     * @throws PriceException if it is malformed; names the line
     */
    public static PriceTable read(final Path file) throws IOException {
        try (var in = Files.newBufferedReader(file)) {
            return parse(in, "'" + file + "'");
        }
    }

    /**
     * @param text the content of a table
     * @return its prices
     * @throws PriceException if it is malformed; names the line
     */
    public static PriceTable parse(final String text) {
        try (var in = new BufferedReader(new StringReader(text))) {
            return parse(in, "the price table");
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return all prices, in order */
    public List<Price> prices() {
        return m_prices;
    }

    /** @return a table that asks {@code other} for what this one lacks */
    public PriceTable or(final PriceTable other) {
        final var both = new ArrayList<>(m_prices);
        both.addAll(other.m_prices);
        return new PriceTable(both);
    }

    /**
     * @param model name as the provider spells it
     * @return its price, or that of the model without the date at the end of its name; empty if neither is known
     */
    public Optional<Price> find(final String model) {
        return m_prices.stream().filter(p -> p.model().equals(model)).findFirst()
            .or(() -> m_prices.stream().filter(p -> isVersionOf(model, p.model())).findFirst());
    }

    private static boolean isVersionOf(final String model, final String base) {
        return model.startsWith(base) && model.substring(base.length()).matches(VERSION);
    }

    private static PriceTable parse(final BufferedReader in, final String where) throws IOException {
        final var prices = new ArrayList<Price>();
        final var header = in.readLine();
        if (header == null || !header.replace("\uFEFF", "").strip().equals(HEADER)) {
            throw malformed(1, where, "the first line must be: " + HEADER);
        }
        int number = 1;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            number++;
            if (!line.isBlank() && !line.startsWith("#")) {
                prices.add(price(line, number, where));
            }
        }
        return new PriceTable(prices);
    }

    private static Price price(final String line, final int number, final String where) {
        final var fields = line.split(",", FIELDS);
        if (fields.length < FIELDS) {
            throw malformed(number, where, "there are %d fields, not %d".formatted(fields.length, FIELDS));
        }
        try {
            return new Price(fields[0].strip(), new BigDecimal(fields[1].strip()), new BigDecimal(fields[2].strip()),
                new BigDecimal(fields[3].strip()), LocalDate.parse(fields[4].strip()), fields[5].strip());
        } catch (final NumberFormatException e) { // NOSONAR has no message worth keeping
            throw malformed(number, where, "input, output and batch must be numbers such as 0.15");
        } catch (final DateTimeException e) { // NOSONAR likewise
            throw malformed(number, where, "asOf must be a day such as 2026-05-31");
        } catch (final IllegalArgumentException e) { // NOSONAR a negative price
            throw malformed(number, where, e.getMessage());
        }
    }

    private static PriceException malformed(final int line, final String where, final String problem) {
        return new PriceException("Line %d of %s cannot be read: %s.".formatted(line, where, problem),
            "Correct the line.", "Remove the own price table to use the built-in one.");
    }
}
