package org.scelmo.nodes.languagemodel.geneembed;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;

import org.knime.core.data.StringValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.webui.node.dialog.defaultdialog.internal.file.FileSelection;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.updates.StateProvider;
import org.knime.node.parameters.widget.message.TextMessage.Message;
import org.scelmo.core.ScelmoException;
import org.scelmo.llm.cost.Estimate.AnswerLength;
import org.scelmo.nodes.support.languagemodel.CostForecast;
import org.scelmo.nodes.support.languagemodel.CostParameters;
import org.scelmo.nodes.support.languagemodel.Provider;
import org.scelmo.nodes.support.languagemodel.ServiceParameters;
import org.scelmo.nodes.support.languagemodel.VectorSource;

/** Tells in the dialog what embedding all texts would cost, as far as the first ones tell. */
final class CostPreview implements StateProvider<Optional<Message>> {

    private Supplier<VectorSource> m_source;

    private Supplier<String> m_texts;

    private Supplier<Provider> m_provider;

    private Supplier<String> m_model;

    private Supplier<FileSelection> m_prices;

    @Override
    public void init(final StateProviderInitializer initializer) {
        initializer.computeBeforeOpenDialog();
        m_source = initializer.computeFromValueSupplier(VectorSource.Ref.class);
        m_texts = initializer.computeFromValueSupplier(GeneEmbedParameters.TextsRef.class);
        m_provider = initializer.computeFromValueSupplier(ServiceParameters.ProviderRef.class);
        m_model = initializer.computeFromValueSupplier(ServiceParameters.ModelRef.class);
        m_prices = initializer.computeFromValueSupplier(CostParameters.PricesRef.class);
    }

    @Override
    public Optional<Message> computeState(final NodeParametersInput input) {
        final Optional<BufferedDataTable> table = input.getInTable(0);
        final int column = table.isEmpty() || m_texts.get() == null || m_source.get() == VectorSource.VECTORS ? -1
            : table.get().getDataTableSpec().findColumnIndex(m_texts.get());
        if (column < 0 || !table.get().getDataTableSpec().getColumnSpec(column).getType()
            .isCompatible(StringValue.class)) {
            return Optional.empty();
        }
        try {
            return Optional.of(forecast(table.get(), column));
        } catch (final ScelmoException e) { // NOSONAR an unusable price table is told at configuration
            return Optional.empty();
        } catch (final IOException e) {
            return Optional.of(CostForecast.unreadablePrices(e));
        }
    }

    private Message forecast(final BufferedDataTable table, final int column) throws IOException {
        final var forecast = new CostForecast(m_provider.get(), m_model.get(), AnswerLength.NONE);
        try (var rows = table.iterator()) {
            while (rows.hasNext() && forecast.wantsMore()) {
                final var cell = rows.next().getCell(column);
                forecast.add(cell.isMissing() ? "" : ((StringValue)cell).getStringValue());
            }
        }
        return forecast.message(table.size(), CostParameters.price(m_provider.get(), m_model.get(), m_prices.get()));
    }
}
