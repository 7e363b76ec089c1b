package org.knime.core.node.config;

import java.io.IOException;
import java.io.InputStream;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.config.base.AbstractConfigEntry;
import org.knime.core.node.config.base.ConfigBase;

/** A settings tree that also holds data types and cells. */
public abstract class Config extends ConfigBase implements ConfigRO, ConfigWO {

    private static final long serialVersionUID = 1;

    protected Config(final String key) {
        super(key);
    }

    @Override
    public abstract Config getInstance(String key);

    @Override
    public final Config addConfig(final String key) {
        return (Config)addConfigBase(key);
    }

    protected final void addConfig(final Config config) {
        addConfigBase(config);
    }

    @Override
    public final Config getConfig(final String key) throws InvalidSettingsException {
        return (Config)getConfigBase(key);
    }

    @Override
    public void addDataCell(final String key, final DataCell cell) {
        DataCellConfig.save(addConfig(key), cell);
    }

    @Override
    public DataCell getDataCell(final String key) throws InvalidSettingsException {
        return DataCellConfig.load(getConfig(key));
    }

    @Override
    public DataCell getDataCell(final String key, final DataCell def) {
        try {
            return getDataCell(key);
        } catch (final InvalidSettingsException e) { // absent or of another type: that is what the default is for
            return def;
        }
    }

    @Override
    public void addDataCellArray(final String key, final DataCell... values) {
        DataCellConfig.saveAll(addConfig(key), values);
    }

    @Override
    public DataCell[] getDataCellArray(final String key) throws InvalidSettingsException {
        return DataCellConfig.loadAll(getConfig(key));
    }

    @Override
    public DataCell[] getDataCellArray(final String key, final DataCell... def) {
        try {
            return getDataCellArray(key);
        } catch (final InvalidSettingsException e) { // absent or of another type: that is what the default is for
            return def;
        }
    }

    @Override
    public void addDataType(final String key, final DataType type) {
        final var config = addConfig(key);
        config.addBoolean("is_null", type == null);
        if (type != null) {
            type.save(config);
        }
    }

    @Override
    public DataType getDataType(final String key) throws InvalidSettingsException {
        final var config = getConfig(key);
        return config.getBoolean("is_null") ? null : DataType.load(config);
    }

    @Override
    public DataType getDataType(final String key, final DataType def) {
        try {
            return getDataType(key);
        } catch (final InvalidSettingsException e) { // absent or of another type: that is what the default is for
            return def;
        }
    }

    @Override
    public void addEntry(final AbstractConfigEntry entry) {
        super.addEntry(entry);
    }

    @Override
    public void load(final InputStream is) throws IOException {
        super.load(is);
    }

    protected static Config loadFromXML(final Config config, final InputStream in) throws IOException {
        config.load(in);
        return config;
    }

    @Override
    public String toString() {
        return super.toString();
    }
}
