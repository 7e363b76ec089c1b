package org.knime.core.node.config.base;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import javax.swing.tree.TreeNode;

import org.knime.core.node.InvalidSettingsException;

/**
 * A settings tree: an ordered map from key to value or nested config.
 *
 * <p>An array is a nested config of the elements under their index as key, and their number under "array-size"; a null
 * array is a nested config without that number.
 */
public abstract class ConfigBase extends AbstractConfigEntry implements ConfigBaseRO, ConfigBaseWO {

    private static final long serialVersionUID = 1;

    private final Map<String, AbstractConfigEntry> m_entries = new LinkedHashMap<>();

    ConfigBase(final String key, final ConfigEntries type) {
        super(type, key);
    }

    /**
     * An empty config.
     *
     * @param key its name in its parent
     */
    public ConfigBase(final String key) {
        this(key, ConfigEntries.config);
    }

    /**
     * Creates an empty config of the type of this one.
     *
     * @param key the key of the new config
     * @return the new config
     */
    public abstract ConfigBase getInstance(String key);

    protected void put(final AbstractConfigEntry entry) {
        entry.setParent(this);
        m_entries.put(entry.getKey(), entry);
    }

    protected AbstractConfigEntry get(final String key) {
        return m_entries.get(key);
    }

    public void addEntry(final AbstractConfigEntry entry) {
        put(entry);
    }

    public AbstractConfigEntry getEntry(final String key) {
        return get(key);
    }

    public final AbstractConfigEntry removeConfig(final String key) {
        return m_entries.remove(key);
    }

    @Override
    public final ConfigBase addConfigBase(final String key) {
        final var config = getInstance(key);
        put(config);
        return config;
    }

    protected final void addConfigBase(final ConfigBase config) {
        put(config);
    }

    @Override
    public final ConfigBase getConfigBase(final String key) throws InvalidSettingsException {
        return required(key, ConfigBase.class, "Config");
    }

    @Override
    public boolean containsKey(final String key) {
        return m_entries.containsKey(key);
    }

    @Override
    public Set<String> keySet() {
        return Collections.unmodifiableSet(m_entries.keySet());
    }

    @Override
    public final Iterator<String> iterator() {
        return keySet().iterator();
    }

    @Override
    public void copyTo(final ConfigBaseWO dest) {
        final var target = (ConfigBase)dest;
        for (final var entry : m_entries.values()) {
            if (entry instanceof ConfigBase config) {
                config.copyTo(target.addConfigBase(entry.getKey()));
            } else {
                target.addEntry(ConfigEntryCopies.copyOf(entry));
            }
        }
    }

    @Override
    public void addBoolean(final String key, final boolean value) {
        put(new ConfigBooleanEntry(key, value));
    }

    @Override
    public boolean getBoolean(final String key) throws InvalidSettingsException {
        return required(key, ConfigBooleanEntry.class, "Boolean").getBoolean();
    }

    @Override
    public boolean getBoolean(final String key, final boolean def) {
        return get(key) instanceof ConfigBooleanEntry entry ? entry.getBoolean() : def;
    }

    @Override
    public void addBooleanArray(final String key, final boolean... values) {
        ConfigArrays.add(addConfigBase(key), values, (c, k, i) -> c.addBoolean(k, values[i]));
    }

    @Override
    public boolean[] getBooleanArray(final String key) throws InvalidSettingsException {
        return ConfigArrays.get(getConfigBase(key), boolean[]::new, (c, k, a, i) -> a[i] = c.getBoolean(k));
    }

    @Override
    public boolean[] getBooleanArray(final String key, final boolean... def) {
        return ConfigArrays.orElse(() -> getBooleanArray(key), def);
    }

    @Override
    public void addByte(final String key, final byte value) {
        put(new ConfigByteEntry(key, value));
    }

    @Override
    public byte getByte(final String key) throws InvalidSettingsException {
        return required(key, ConfigByteEntry.class, "Byte").getByte();
    }

    @Override
    public byte getByte(final String key, final byte def) {
        return get(key) instanceof ConfigByteEntry entry ? entry.getByte() : def;
    }

    @Override
    public void addChar(final String key, final char value) {
        put(new ConfigCharEntry(key, value));
    }

    @Override
    public char getChar(final String key) throws InvalidSettingsException {
        return required(key, ConfigCharEntry.class, "Char").getChar();
    }

    @Override
    public char getChar(final String key, final char def) {
        return get(key) instanceof ConfigCharEntry entry ? entry.getChar() : def;
    }

    @Override
    public void addDouble(final String key, final double value) {
        put(new ConfigDoubleEntry(key, value));
    }

    @Override
    public double getDouble(final String key) throws InvalidSettingsException {
        return required(key, ConfigDoubleEntry.class, "Double").getDouble();
    }

    @Override
    public double getDouble(final String key, final double def) {
        return get(key) instanceof ConfigDoubleEntry entry ? entry.getDouble() : def;
    }

    @Override
    public void addDoubleArray(final String key, final double... values) {
        ConfigArrays.add(addConfigBase(key), values, (c, k, i) -> c.addDouble(k, values[i]));
    }

    @Override
    public double[] getDoubleArray(final String key) throws InvalidSettingsException {
        return ConfigArrays.get(getConfigBase(key), double[]::new, (c, k, a, i) -> a[i] = c.getDouble(k));
    }

    @Override
    public double[] getDoubleArray(final String key, final double... def) {
        return ConfigArrays.orElse(() -> getDoubleArray(key), def);
    }

    @Override
    public void addFloat(final String key, final float value) {
        put(new ConfigFloatEntry(key, value));
    }

    @Override
    public float getFloat(final String key) throws InvalidSettingsException {
        return required(key, ConfigFloatEntry.class, "Float").getFloat();
    }

    @Override
    public float getFloat(final String key, final float def) {
        return get(key) instanceof ConfigFloatEntry entry ? entry.getFloat() : def;
    }

    @Override
    public void addInt(final String key, final int value) {
        put(new ConfigIntEntry(key, value));
    }

    @Override
    public int getInt(final String key) throws InvalidSettingsException {
        return required(key, ConfigIntEntry.class, "Integer").getInt();
    }

    @Override
    public int getInt(final String key, final int def) {
        return get(key) instanceof ConfigIntEntry entry ? entry.getInt() : def;
    }

    @Override
    public void addIntArray(final String key, final int... values) {
        ConfigArrays.add(addConfigBase(key), values, (c, k, i) -> c.addInt(k, values[i]));
    }

    @Override
    public int[] getIntArray(final String key) throws InvalidSettingsException {
        return ConfigArrays.get(getConfigBase(key), int[]::new, (c, k, a, i) -> a[i] = c.getInt(k));
    }

    @Override
    public int[] getIntArray(final String key, final int... def) {
        return ConfigArrays.orElse(() -> getIntArray(key), def);
    }

    @Override
    public void addLong(final String key, final long value) {
        put(new ConfigLongEntry(key, value));
    }

    @Override
    public long getLong(final String key) throws InvalidSettingsException {
        return required(key, ConfigLongEntry.class, "Long").getLong();
    }

    @Override
    public long getLong(final String key, final long def) {
        return get(key) instanceof ConfigLongEntry entry ? entry.getLong() : def;
    }

    @Override
    public void addLongArray(final String key, final long... values) {
        ConfigArrays.add(addConfigBase(key), values, (c, k, i) -> c.addLong(k, values[i]));
    }

    @Override
    public long[] getLongArray(final String key) throws InvalidSettingsException {
        return ConfigArrays.get(getConfigBase(key), long[]::new, (c, k, a, i) -> a[i] = c.getLong(k));
    }

    @Override
    public long[] getLongArray(final String key, final long... def) {
        return ConfigArrays.orElse(() -> getLongArray(key), def);
    }

    @Override
    public void addShort(final String key, final short value) {
        put(new ConfigShortEntry(key, value));
    }

    @Override
    public short getShort(final String key) throws InvalidSettingsException {
        return required(key, ConfigShortEntry.class, "Short").getShort();
    }

    @Override
    public short getShort(final String key, final short def) {
        return get(key) instanceof ConfigShortEntry entry ? entry.getShort() : def;
    }

    @Override
    public void addString(final String key, final String value) {
        put(new ConfigStringEntry(key, value));
    }

    @Override
    public String getString(final String key) throws InvalidSettingsException {
        return required(key, ConfigStringEntry.class, "String").getString();
    }

    @Override
    public String getString(final String key, final String def) {
        return get(key) instanceof ConfigStringEntry entry ? entry.getString() : def;
    }

    @Override
    public void addStringArray(final String key, final String... values) {
        ConfigArrays.add(addConfigBase(key), values, (c, k, i) -> c.addString(k, values[i]));
    }

    @Override
    public String[] getStringArray(final String key) throws InvalidSettingsException {
        return ConfigArrays.get(getConfigBase(key), String[]::new, (c, k, a, i) -> a[i] = c.getString(k));
    }

    @Override
    public String[] getStringArray(final String key, final String... def) {
        return ConfigArrays.orElse(() -> getStringArray(key), def);
    }

    @Override
    public void addTransientString(final String key, final String value) {
        put(new ConfigTransientStringEntry(key, value));
    }

    @Override
    public String getTransientString(final String key) {
        return get(key) instanceof ConfigTransientStringEntry entry ? entry.getTransientString() : null;
    }

    private <E extends AbstractConfigEntry> E required(final String key, final Class<E> type, final String name)
        throws InvalidSettingsException {
        final var entry = get(key);
        if (!type.isInstance(entry)) {
            throw new InvalidSettingsException(name + " for key \"" + key + "\" not found.");
        }
        return type.cast(entry);
    }

    @Override
    public final Enumeration<TreeNode> children() {
        return Collections.enumeration(new ArrayList<TreeNode>(m_entries.values()));
    }

    @Override
    public TreeNode getChildAt(final int childIndex) {
        return new ArrayList<>(m_entries.values()).get(childIndex);
    }

    @Override
    public int getChildCount() {
        return m_entries.size();
    }

    @Override
    public int getIndex(final TreeNode node) {
        return new ArrayList<>(m_entries.values()).indexOf(node);
    }

    @Override
    public final boolean isLeaf() {
        return false;
    }

    @Override
    public boolean hasIdenticalValue(final AbstractConfigEntry entry) {
        return entry instanceof ConfigBase other && m_entries.size() == other.m_entries.size()
            && m_entries.values().stream().allMatch(e -> e.isIdentical(other.get(e.getKey())));
    }

    @Override
    public final String toStringValue() {
        return getKey();
    }

    @Override
    public String toString() {
        return getKey() + "=" + m_entries.values();
    }

    @Override
    public final void saveToXML(final OutputStream os) throws IOException {
        ConfigXmlWriter.write(this, os);
    }

    public void load(final InputStream is) throws IOException {
        ConfigXmlReader.read(this, is);
    }

    protected static ConfigBase loadFromXML(final ConfigBase config, final InputStream in) throws IOException {
        ConfigXmlReader.read(config, in);
        return config;
    }
}
