package org.scelmo.nodes.support.languagemodel;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.webui.node.dialog.defaultdialog.internal.file.FileReaderWidget;
import org.knime.core.webui.node.dialog.defaultdialog.internal.file.FileSelection;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.OptionalWidget;
import org.scelmo.core.ScelmoException;
import org.scelmo.llm.cost.Budget;
import org.scelmo.llm.cost.Limits;
import org.scelmo.llm.cost.Price;
import org.scelmo.llm.cost.PriceTable;
import org.scelmo.nodes.support.LocalFile;
import org.scelmo.nodes.support.Messages;

/** What an execution may cost, and what models cost. */
@Layout(LanguageModelSections.Cost.class)
public final class CostParameters implements NodeParameters {

    /** The chosen price table. */
    public interface PricesRef extends ParameterReference<FileSelection> {
    }

    private static final double DEFAULT_MONEY = 5;

    private static final int DEFAULT_TOKENS = 10_000_000;

    private static final int DEFAULT_REQUESTS = 10_000;

    static final class DefaultMoney implements OptionalWidget.DefaultValueProvider<Double> {
        @Override
        public Double computeState(final NodeParametersInput input) {
            return DEFAULT_MONEY;
        }
    }

    static final class DefaultTokens implements OptionalWidget.DefaultValueProvider<Integer> {
        @Override
        public Integer computeState(final NodeParametersInput input) {
            return DEFAULT_TOKENS;
        }
    }

    static final class DefaultRequests implements OptionalWidget.DefaultValueProvider<Integer> {
        @Override
        public Integer computeState(final NodeParametersInput input) {
            return DEFAULT_REQUESTS;
        }
    }

    @Widget(title = "Limit of money (US dollars)", description = "If selected, nothing more is asked once an execution "
        + "could cost more than this; the rows that are left over are marked as skipped. It needs to know what the "
        + "model costs; models on computers of your own cost nothing. Default: 5 dollars.")
    @OptionalWidget(defaultProvider = DefaultMoney.class)
    @Effect(type = EffectType.SHOW, predicate = ServiceParameters.IsService.class)
    @Advanced
    Optional<Double> m_money = Optional.of(DEFAULT_MONEY);

    @Widget(title = "Limit of tokens", description = "If selected, nothing more is asked once an execution could take "
        + "more tokens than this, those of prompts and answers together. Default: not selected.")
    @OptionalWidget(defaultProvider = DefaultTokens.class)
    @Effect(type = EffectType.SHOW, predicate = ServiceParameters.IsService.class)
    @Advanced
    Optional<Integer> m_tokens = Optional.empty();

    @Widget(title = "Limit of requests", description = "If selected, an execution sends no more requests than this. "
        + "Default: not selected.")
    @OptionalWidget(defaultProvider = DefaultRequests.class)
    @Effect(type = EffectType.SHOW, predicate = ServiceParameters.IsService.class)
    @Advanced
    Optional<Integer> m_requests = Optional.empty();

    @Widget(title = "Own price table", description = "A CSV file with the columns model, input, output, batch, asOf "
        + "and note: dollars per million tokens of prompts and of answers, the share of that for batches, the date and "
        + "a remark. Its prices precede the built-in list. Default: no file.")
    @FileReaderWidget(fileExtensions = "csv")
    @ValueReference(PricesRef.class)
    @Effect(type = EffectType.SHOW, predicate = ServiceParameters.IsService.class)
    @Advanced
    FileSelection m_prices = new FileSelection();

    @Override
    public void validate() throws InvalidSettingsException {
        if (m_money.filter(m -> !(m >= 0)).isPresent() || m_tokens.filter(t -> t < 0).isPresent()
            || m_requests.filter(r -> r < 0).isPresent()) {
            throw Messages.invalid("A limit of cost is negative.", "Enter 0 or more in the dialog.");
        }
    }

    /**
     * @param provider who runs the model
     * @param model its name
     * @param prices the own price table, if one is chosen
     * @return what the model costs, if known
     * @throws IOException if the own price table cannot be read
     */
    public static Optional<Price> price(final Provider provider, final String model, final FileSelection prices)
        throws IOException {
        if (provider.isFree()) {
            return Optional.of(Price.free(model));
        }
        if (!LocalFile.isChosen(prices)) {
            return PriceTable.builtIn().find(model);
        }
        try (var file = LocalFile.open(prices)) {
            return PriceTable.read(file.path()).or(PriceTable.builtIn()).find(model);
        }
    }

    /**
     * @param service whose model
     * @return what it costs, if known
     * @throws IOException if the own price table cannot be read
     */
    public Optional<Price> price(final ServiceParameters service) throws IOException {
        return price(service.m_provider, service.model(), m_prices);
    }

    /**
     * @param service whose model
     * @return what an execution may spend
     * @throws IOException if the own price table cannot be read
     * @throws org.scelmo.llm.cost.PriceException if money is limited and the price is not known
     */
    public Budget budget(final ServiceParameters service) throws IOException {
        return budget(service, UnaryOperator.identity());
    }

    /**
     * @param service whose model
     * @param discount makes the price that is asked for of the listed one
     * @return what an execution may spend
     * @throws IOException if the own price table cannot be read
     * @throws org.scelmo.llm.cost.PriceException if money is limited and the price is not known
     */
    public Budget budget(final ServiceParameters service, final UnaryOperator<Price> discount) throws IOException {
        return new Budget(new Limits(m_money.map(BigDecimal::valueOf),
            m_tokens.map(Integer::longValue).orElse(Long.MAX_VALUE),
            m_requests.map(Integer::longValue).orElse(Long.MAX_VALUE)), price(service).map(discount));
    }

    /**
     * Checks what can be told without reading a file.
     *
     * @param service whose model
     * @throws InvalidSettingsException if money is limited and the price is not known
     */
    public void check(final ServiceParameters service) throws InvalidSettingsException {
        if (LocalFile.isChosen(m_prices)) {
            return;
        }
        try {
            budget(service);
        } catch (final ScelmoException e) {
            throw Messages.invalid(e);
        } catch (final IOException e) {
            throw Messages.invalid(e);
        }
    }
}
