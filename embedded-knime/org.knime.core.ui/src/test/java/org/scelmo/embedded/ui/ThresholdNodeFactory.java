package org.scelmo.embedded.ui;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.StringChoicesProvider;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.choices.util.ColumnSelectionUtil;
import org.knime.node.parameters.widget.choices.util.CompatibleColumnsProvider.DoubleColumnsProvider;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.message.TextMessage;
import org.knime.node.parameters.widget.message.TextMessage.MessageType;

/** A node made for tests: passes a table through after checking its parameters. */
final class ThresholdNodeFactory extends DefaultNodeFactory {

    ThresholdNodeFactory() {
        super(DefaultNode.create().name("Threshold").icon("threshold.png").shortDescription("Checks a column.")
            .fullDescription("<p>Looks at <i>one</i> column.</p>").sinceVersion(0, 1, 0)
            .ports(p -> p.addInputTable("Data", "Any table.").addOutputTable("Checked", "The same table."))
            .model(m -> m.parametersClass(Parameters.class).configure(ThresholdNodeFactory::configure)
                .execute(ThresholdNodeFactory::execute))
            .nodeType(NodeType.Manipulator).keywords("limit", "cut")
            .addExternalResource("https://example.org", "An example"));
    }

    enum Method {
            @Label(value = "Fixed value", description = "Compares with the limit.")
            FIXED,
            QUANTILE_OF_COLUMN;
    }

    interface MethodRef extends ParameterReference<Method> {
    }

    static final class IsFixed implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(MethodRef.class).isOneOf(Method.FIXED);
        }
    }

    static final class Values implements StringChoicesProvider {
        private Supplier<Method> m_method;

        @Override
        public void init(final StateProviderInitializer initializer) {
            initializer.computeBeforeOpenDialog();
            m_method = initializer.computeFromValueSupplier(MethodRef.class);
        }

        @Override
        public List<String> choices(final NodeParametersInput input) {
            return List.of("by " + m_method.get(), "none");
        }
    }

    static final class NoColumn implements TextMessage.SimpleTextMessageProvider {
        @Override
        public boolean showMessage(final NodeParametersInput input) {
            return ColumnSelectionUtil.getDoubleColumnsOfFirstPort(input).isEmpty();
        }

        @Override
        public String title() {
            return "No column of numbers";
        }

        @Override
        public String description() {
            return "Connect a table that has one.";
        }

        @Override
        public MessageType type() {
            return MessageType.ERROR;
        }
    }

    @Section(title = "Output")
    @After(InputSection.class)
    interface AOutputSection {
    }

    @Section(title = "Input")
    interface InputSection {
    }

    /** The node's parameters. */
    static final class Parameters implements NodeParameters {

        @TextMessage(NoColumn.class)
        Void m_message;

        @Widget(title = "Report", description = "How to report.")
        @ChoicesProvider(Values.class)
        @Layout(AOutputSection.class)
        @Advanced
        String m_report = "none";

        @Widget(title = "Column", description = "The column to check.")
        @ChoicesProvider(DoubleColumnsProvider.class)
        @Layout(InputSection.class)
        String m_column;

        @Widget(title = "Method", description = "How to find the limit.")
        @ValueSwitchWidget
        @ValueReference(MethodRef.class)
        @Layout(InputSection.class)
        Method m_method = Method.FIXED;

        @Widget(title = "Limit", description = "The limit.")
        @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
        @Effect(predicate = IsFixed.class, type = EffectType.SHOW)
        @Layout(InputSection.class)
        Optional<Double> m_limit = Optional.empty();

        Parameters() {
        }

        Parameters(final NodeParametersInput input) {
            m_column = ColumnSelectionUtil.getDoubleColumnsOfFirstPort(input).stream().findFirst()
                .map(DataColumnSpec::getName).orElse(null);
        }

        @Override
        public void validate() throws InvalidSettingsException {
            if (m_limit.isPresent() && m_limit.get() < 0) {
                throw new InvalidSettingsException("The limit must not be negative.");
            }
        }
    }

    private static void configure(final ConfigureInput input, final ConfigureOutput output)
        throws InvalidSettingsException {
        final Parameters parameters = input.getParameters();
        final var spec = input.getInTableSpec(0);
        if (parameters.m_column == null || !spec.containsName(parameters.m_column)) {
            throw new InvalidSettingsException("The column '" + parameters.m_column + "' is missing.");
        }
        if (!spec.getColumnSpec(parameters.m_column).getType().isCompatible(DoubleValue.class)) {
            output.setWarningMessage("Not a number");
        }
        output.setOutSpecs(spec);
    }

    private static void execute(final ExecuteInput input, final ExecuteOutput output) throws KNIMEException {
        final Parameters parameters = input.getParameters();
        final BufferedDataTable table = input.getInTable(0);
        if (table.size() == 0) {
            throw new KNIMEException("The table is empty.");
        }
        if ("warn".equals(parameters.m_report)) {
            output.setWarningMessage("As you wish");
        }
        output.setOutData(0, table);
        output.setInternalData(table);
    }
}
