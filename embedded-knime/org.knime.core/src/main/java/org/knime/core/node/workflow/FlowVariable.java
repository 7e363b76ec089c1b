package org.knime.core.node.workflow;

import java.util.Objects;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.node.config.Config;

/** A named value that travels from node to node. */
public final class FlowVariable extends FlowObject {

    private static final String CFG_NAME = "name";

    private static final String CFG_CLASS = "class";

    private final String m_name;

    private final VariableContent<?> m_value;

    public FlowVariable(final String name, final String valueS) {
        this(name, VariableType.StringType.INSTANCE, valueS);
    }

    public FlowVariable(final String name, final double valueD) {
        this(name, VariableType.DoubleType.INSTANCE, valueD);
    }

    public FlowVariable(final String name, final int valueI) {
        this(name, VariableType.IntType.INSTANCE, valueI);
    }

    /**
     * A variable.
     *
     * @param <T> the type of its value
     * @param name its name, not null
     * @param type its type
     * @param value its value, not null
     */
    public <T> FlowVariable(final String name, final VariableType<T> type, final T value) {
        this(name, new VariableContent<>(type, value));
    }

    private FlowVariable(final String name, final VariableContent<?> value) {
        m_name = Objects.requireNonNull(name, "The name of a flow variable must not be null.");
        m_value = value;
    }

    public String getName() {
        return m_name;
    }

    public VariableType<?> getVariableType() {
        return m_value.type();
    }

    /**
     * The value as a value of a type.
     *
     * @param <T> the type of the value
     * @param expectedType the variable's own type or one it can be converted to
     * @return the value
     * @throws IllegalArgumentException if it cannot be converted
     */
    public <T> T getValue(final VariableType<T> expectedType) {
        return m_value.as(expectedType);
    }

    public String getStringValue() {
        return getVariableType() == VariableType.StringType.INSTANCE ? (String)m_value.value() : null;
    }

    public double getDoubleValue() {
        return getVariableType() == VariableType.DoubleType.INSTANCE ? (Double)m_value.value() : Double.NaN;
    }

    public int getIntValue() {
        return getVariableType() == VariableType.IntType.INSTANCE ? (Integer)m_value.value() : 0;
    }

    public String getValueAsString() {
        return m_value.toString();
    }

    void overwrite(final Config config, final String key) throws VariableType.InvalidConfigEntryException {
        SettingOverwriter.overwrite(config, key, m_value);
    }

    public FlowVariable withNewName(final String name) {
        return new FlowVariable(name, m_value);
    }

    public void save(final NodeSettingsWO settings) {
        settings.addString(CFG_NAME, m_name);
        settings.addString(CFG_CLASS, getVariableType().getIdentifier());
        m_value.save(settings);
    }

    public static FlowVariable load(final NodeSettingsRO sub) throws InvalidSettingsException {
        final var name = sub.getString(CFG_NAME);
        final var id = sub.getString(CFG_CLASS);
        for (final var type : VariableTypeRegistry.getInstance().getAllTypes()) {
            if (type.getIdentifier().equals(id)) {
                return new FlowVariable(name, VariableContent.load(type, sub));
            }
        }
        throw new InvalidSettingsException("No flow variable type for identifier/class '" + id + "'");
    }

    @Override
    public String toString() {
        return "\"" + m_name + "\" (" + getVariableType().getIdentifier() + ": " + getValueAsString() + ")";
    }

    @Override
    public int hashCode() {
        return Objects.hash(m_name, m_value);
    }

    @Override
    public boolean equals(final Object obj) {
        return obj instanceof FlowVariable other && m_name.equals(other.m_name) && m_value.equals(other.m_value);
    }
}
