package org.knime.node;

import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.ColumnRearranger;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.FluentNodeAPI;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.node.parameters.NodeParameters;

/** What a node does: its parameters, how it is configured and how it is executed. */
public abstract sealed class DefaultModel implements FluentNodeAPI {

    final Class<? extends NodeParameters> m_parametersClass;

    private DefaultModel(final Class<? extends NodeParameters> parametersClass) {
        m_parametersClass = parametersClass;
    }

    static RequireModelParameters create() {
        return parametersClass -> new RequireConfigureOrRearrangeColumns() {
            @Override
            public RequireExecute
                configure(final ConfigureOrRearrangerConsumer<ConfigureInput, ConfigureOutput> configure) {
                return execute -> new StandardDefaultModel(parametersClass, configure, execute);
            }

            @Override
            public DefaultModel rearrangeColumns(
                final ConfigureOrRearrangerConsumer<RearrangeColumnsInput, RearrangeColumnsOutput> rearrange) {
                return new RearrangeColumnsDefaultModel(parametersClass, rearrange);
            }
        };
    }

    /** Configures and executes on its own. */
    static final class StandardDefaultModel extends DefaultModel {

        final ConfigureOrRearrangerConsumer<ConfigureInput, ConfigureOutput> m_configure;

        final ExecuteConsumer m_execute;

        StandardDefaultModel(final Class<? extends NodeParameters> parametersClass,
            final ConfigureOrRearrangerConsumer<ConfigureInput, ConfigureOutput> configure,
            final ExecuteConsumer execute) {
            super(parametersClass);
            m_configure = configure;
            m_execute = execute;
        }
    }

    /** Only changes columns of one table. */
    static final class RearrangeColumnsDefaultModel extends DefaultModel {

        final ConfigureOrRearrangerConsumer<RearrangeColumnsInput, RearrangeColumnsOutput> m_rearrange;

        RearrangeColumnsDefaultModel(final Class<? extends NodeParameters> parametersClass,
            final ConfigureOrRearrangerConsumer<RearrangeColumnsInput, RearrangeColumnsOutput> rearrange) {
            super(parametersClass);
            m_rearrange = rearrange;
        }
    }

    /** First stage. */
    public interface RequireModelParameters {

        /**
         * @param parametersClass the node's parameters
         * @return next stage
         */
        RequireConfigureOrRearrangeColumns parametersClass(Class<? extends NodeParameters> parametersClass);

        /** @return next stage, of a node without dialog */
        default RequireConfigureOrRearrangeColumns withoutParameters() {
            return parametersClass(null);
        }
    }

    /** Second stage. */
    public interface RequireConfigureOrRearrangeColumns {

        /**
         * @param configure checks the input and gives the output's specs
         * @return next stage
         */
        RequireExecute configure(ConfigureOrRearrangerConsumer<ConfigureInput, ConfigureOutput> configure);

        /**
         * For nodes with one table in and one out.
         *
         * @param rearrangeColumns gives the columns of the output
         * @return the model
         */
        DefaultModel rearrangeColumns(
            ConfigureOrRearrangerConsumer<RearrangeColumnsInput, RearrangeColumnsOutput> rearrangeColumns);
    }

    /** Last stage. */
    public interface RequireExecute {

        /**
         * @param execute does the work
         * @return the model
         */
        DefaultModel execute(ExecuteConsumer execute);
    }

    /**
     * Configures a node.
     *
     * @param <I> what it gets
     * @param <O> what it sets
     */
    public interface ConfigureOrRearrangerConsumer<I, O> {

        /**
         * @param input what is known
         * @param output what to set
         * @throws InvalidSettingsException if the node cannot be executed like this; the message is for the user
         */
        void accept(I input, O output) throws InvalidSettingsException;
    }

    /** Executes a node. */
    public interface ExecuteConsumer {

        /**
         * @param input the data
         * @param output what to set
         * @throws CanceledExecutionException if the user cancels
         * @throws KNIMEException if the node fails; the message is for the user
         */
        void accept(ExecuteInput input, ExecuteOutput output) throws CanceledExecutionException, KNIMEException;
    }

    /** What configuring gets. Port indices start at 0, without the flow variable port. */
    public interface ConfigureInput {

        /**
         * @param <S> the parameters class
         * @return the parameters
         */
        <S extends NodeParameters> S getParameters();

        /** @return specs of the inputs, null where an optional port is not connected */
        PortObjectSpec[] getInPortSpecs();

        /**
         * @param <S> the spec's class
         * @param index of an input
         * @return its spec
         */
        <S extends PortObjectSpec> S getInPortSpec(int index);

        /** @return specs of the inputs of a node with nothing but tables */
        DataTableSpec[] getInTableSpecs();

        /**
         * @param portIndex of an input table
         * @return its spec
         */
        DataTableSpec getInTableSpec(int portIndex);

        /** @return types of the outputs */
        PortType[] getOutPortTypes();
    }

    /** What configuring sets. */
    public interface ConfigureOutput {

        /**
         * @param <S> the spec's class
         * @param index of an output
         * @param spec its spec, null if not known before execution
         */
        <S extends PortObjectSpec> void setOutSpec(int index, S spec);

        /**
         * @param <S> the specs' class
         * @param specs of all outputs
         */
        @SuppressWarnings("unchecked")
        <S extends PortObjectSpec> void setOutSpecs(S... specs);

        /** @param message shown on the node */
        void setWarningMessage(String message);
    }

    /** What executing gets. Port indices start at 0, without the flow variable port. */
    public interface ExecuteInput {

        /**
         * @param <S> the parameters class
         * @return the parameters
         */
        <S extends NodeParameters> S getParameters();

        /** @return the inputs, null where an optional port is not connected */
        PortObject[] getInPortObjects();

        /**
         * @param <D> the object's class
         * @param portIndex of an input
         * @return its object
         */
        <D extends PortObject> D getInPortObject(int portIndex);

        /** @return the inputs of a node with nothing but tables */
        BufferedDataTable[] getInTables();

        /**
         * @param portIndex of an input table
         * @return the table
         */
        BufferedDataTable getInTable(int portIndex);

        /** @return to create tables and file stores, report progress and ask for cancellation */
        ExecutionContext getExecutionContext();

        /** @return types of the outputs */
        PortType[] getOutPortTypes();
    }

    /** What executing sets. */
    public interface ExecuteOutput {

        /**
         * @param <D> the object's class
         * @param index of an output
         * @param data its object
         */
        <D extends PortObject> void setOutData(int index, D data);

        /**
         * @param <D> the objects' class
         * @param data of all outputs
         */
        @SuppressWarnings("unchecked")
        <D extends PortObject> void setOutData(D... data);

        /**
         * Keeps data for the node's view; saved with the node.
         *
         * @param <D> the objects' class
         * @param data to keep
         */
        @SuppressWarnings("unchecked")
        <D extends PortObject> void setInternalData(D... data);

        /** @param message shown on the node */
        void setWarningMessage(String message);
    }

    /** What rearranging columns gets. */
    public interface RearrangeColumnsInput {

        /**
         * @param <S> the parameters class
         * @return the parameters
         */
        <S extends NodeParameters> S getParameters();

        /** @return spec of the input table */
        DataTableSpec getDataTableSpec();
    }

    /** What rearranging columns sets. */
    public interface RearrangeColumnsOutput {

        /** @param columnRearranger columns of the output table */
        void setColumnRearranger(ColumnRearranger columnRearranger);
    }
}
