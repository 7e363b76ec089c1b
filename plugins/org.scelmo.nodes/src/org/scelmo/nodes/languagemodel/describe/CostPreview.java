package org.scelmo.nodes.languagemodel.describe;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;

import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.webui.node.dialog.defaultdialog.internal.file.FileSelection;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.updates.StateProvider;
import org.knime.node.parameters.widget.message.TextMessage.Message;
import org.scelmo.core.ScelmoException;
import org.scelmo.llm.cost.Estimate.AnswerLength;
import org.scelmo.llm.cost.Price;
import org.scelmo.nodes.support.languagemodel.CostForecast;
import org.scelmo.nodes.support.languagemodel.CostParameters;
import org.scelmo.nodes.support.languagemodel.Provider;
import org.scelmo.nodes.support.languagemodel.ServiceParameters;

/** Tells in the dialog what asking all rows would cost, as far as their first ones tell. */
final class CostPreview implements StateProvider<Optional<Message>> {

    private OpenPrompt m_asked;

    private Supplier<Provider> m_provider;

    private Supplier<String> m_model;

    private Supplier<FileSelection> m_prices;

    private Supplier<Manner> m_manner;

    @Override
    public void init(final StateProviderInitializer initializer) {
        initializer.computeBeforeOpenDialog();
        m_asked = OpenPrompt.of(initializer);
        m_provider = initializer.computeFromValueSupplier(ServiceParameters.ProviderRef.class);
        m_model = initializer.computeFromValueSupplier(ServiceParameters.ModelRef.class);
        m_prices = initializer.computeFromValueSupplier(CostParameters.PricesRef.class);
        m_manner = initializer.computeFromValueSupplier(LlmDescribeParameters.MannerRef.class);
    }

    @Override
    public Optional<Message> computeState(final NodeParametersInput input) {
        final Optional<BufferedDataTable> table = input.getInTable(0);
        if (table.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(forecast(table.get()));
        } catch (final ScelmoException | InvalidSettingsException e) { // NOSONAR the preview of the prompt tells it
            return Optional.empty();
        } catch (final IOException e) {
            return Optional.of(CostForecast.unreadablePrices(e));
        }
    }

    private Message forecast(final BufferedDataTable table) throws InvalidSettingsException, IOException {
        final var questions = m_asked.questions(table.getDataTableSpec());
        final var forecast = new CostForecast(m_provider.get(), m_model.get(), AnswerLength.PARAGRAPH);
        try (var rows = table.iterator()) {
            while (rows.hasNext() && forecast.wantsMore()) {
                questions.of(rows.next()).prompt().ifPresent(forecast::add);
            }
        }
        final var single = CostParameters.price(m_provider.get(), m_model.get(), m_prices.get());
        return forecast.message(table.size(), m_manner.get() == Manner.BATCH ? single.map(Price::batch) : single);
    }
}
