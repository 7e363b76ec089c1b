package org.scelmo.llm.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scelmo.llm.model.Usage;

class PriceTableTest {

    private static final String OWN = PriceTable.HEADER + "\n# a comment\n\ngpt-4o, 5, 7.5, 1, 2026-11-01, ours, negotiated\n";

    @Test
    void builtInTableKnowsTheModelsOfThePaper() {
        final var table = PriceTable.builtIn();
        assertEquals(new BigDecimal("2.00"), table.find("gpt-3.5-turbo-1106").orElseThrow().outputPerMillion());
        assertEquals(0, table.find("text-embedding-ada-002").orElseThrow().outputPerMillion().signum());
        assertTrue(table.prices().stream().map(Price::model).distinct().count() == table.prices().size());
    }

    @ParameterizedTest
    @CsvSource({"gpt-4o-2024-08-06,gpt-4o", "gpt-4-0613,gpt-4", "gpt-4o-mini,gpt-4o-mini", "gpt-5-latest,gpt-5"})
    void datedNamesHaveThePriceOfTheirModel(final String model, final String priced) {
        assertEquals(priced, PriceTable.builtIn().find(model).orElseThrow().model());
    }

    @ParameterizedTest
    @CsvSource({"gpt-4o-audio-preview", "gpt-4-vision", "deepseek-chat", "''"})
    void unknownModelsHaveNoPrice(final String model) {
        assertTrue(PriceTable.builtIn().find(model).isEmpty());
    }

    @Test
    void ownTableComesFirst(@TempDir final Path folder) throws IOException {
        final var file = Files.writeString(folder.resolve("prices.csv"), "\uFEFF" + OWN);
        final var table = PriceTable.read(file).or(PriceTable.builtIn());
        assertEquals("ours, negotiated", table.find("gpt-4o").orElseThrow().note());
        assertEquals("OpenAI", table.find("gpt-4").orElseThrow().note());
    }

    @Test
    void costIsExactAndHalfByBatch() {
        final var price = PriceTable.parse(OWN.replace(", 1,", ", 0.5,")).find("gpt-4o").orElseThrow();
        final var usage = new Usage(3, 1);
        assertEquals(0, new BigDecimal("0.0000225").compareTo(price.of(usage)));
        assertEquals(0, new BigDecimal("0.00001125").compareTo(price.batch().of(usage)));
        assertEquals(0, Price.free("local").of(usage).signum());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"gpt-4o,1|there are 2 fields, not 6", "m,x,1,1,2026-01-01,n|must be numbers",
        "m,1,1,1,1.1.2026,n|must be a day", "m,-1,1,1,2026-01-01,n|negative"})
    void malformedLinesAreTold(final String line, final String problem) {
        final var e = assertThrows(PriceException.class, () -> PriceTable.parse(PriceTable.HEADER + "\n" + line));
        assertTrue(e.getMessage().startsWith("Line 2 of the price table cannot be read: "), e.getMessage());
        assertTrue(e.getMessage().contains(problem));
    }

    @Test
    void wrongHeaderIsTold() {
        assertThrows(PriceException.class, () -> PriceTable.parse(""));
        assertThrows(PriceException.class, () -> PriceTable.parse("model;input\n"));
    }
}
