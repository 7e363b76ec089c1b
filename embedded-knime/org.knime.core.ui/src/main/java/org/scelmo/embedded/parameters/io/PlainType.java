package org.scelmo.embedded.parameters.io;

import java.util.Arrays;
import java.util.Optional;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;

/** The types that settings have entries for, and what stands for an absent value of each. */
enum PlainType {
        INT(Integer.class, int.class, 0, NodeSettingsRO::getInt, (s, k, v) -> s.addInt(k, (int)v)),
        LONG(Long.class, long.class, 0L, NodeSettingsRO::getLong, (s, k, v) -> s.addLong(k, (long)v)),
        DOUBLE(Double.class, double.class, 0.0, NodeSettingsRO::getDouble, (s, k, v) -> s.addDouble(k, (double)v)),
        FLOAT(Float.class, float.class, 0.0f, NodeSettingsRO::getFloat, (s, k, v) -> s.addFloat(k, (float)v)),
        BOOLEAN(Boolean.class, boolean.class, false, NodeSettingsRO::getBoolean,
                (s, k, v) -> s.addBoolean(k, (boolean)v)),
        BYTE(Byte.class, byte.class, (byte)0, NodeSettingsRO::getByte, (s, k, v) -> s.addByte(k, (byte)v)),
        CHAR(Character.class, char.class, ' ', NodeSettingsRO::getChar, (s, k, v) -> s.addChar(k, (char)v)),
        STRING(String.class, String.class, null, NodeSettingsRO::getString, (s, k, v) -> s.addString(k, (String)v)),
        INTS(int[].class, int[].class, new int[0], NodeSettingsRO::getIntArray,
                (s, k, v) -> s.addIntArray(k, (int[])v)),
        LONGS(long[].class, long[].class, new long[0], NodeSettingsRO::getLongArray,
                (s, k, v) -> s.addLongArray(k, (long[])v)),
        DOUBLES(double[].class, double[].class, new double[0], NodeSettingsRO::getDoubleArray,
                (s, k, v) -> s.addDoubleArray(k, (double[])v)),
        BOOLEANS(boolean[].class, boolean[].class, new boolean[0], NodeSettingsRO::getBooleanArray,
                (s, k, v) -> s.addBooleanArray(k, (boolean[])v)),
        STRINGS(String[].class, String[].class, new String[0], NodeSettingsRO::getStringArray,
                (s, k, v) -> s.addStringArray(k, (String[])v));

    private final Class<?> m_type;

    private final Class<?> m_primitive;

    private final Object m_standIn;

    private final Reader m_reader;

    private final Writer m_writer;

    PlainType(final Class<?> type, final Class<?> primitive, final Object standIn, final Reader reader,
        final Writer writer) {
        m_type = type;
        m_primitive = primitive;
        m_standIn = standIn;
        m_reader = reader;
        m_writer = writer;
    }

    static Optional<PlainType> of(final Class<?> type) {
        return Arrays.stream(values()).filter(p -> p.m_type == type || p.m_primitive == type).findFirst();
    }

    Object standIn() {
        return m_standIn;
    }

    Store store(final String key) {
        return new Store() {
            @Override
            public void save(final Object value, final NodeSettingsWO settings) {
                m_writer.write(settings, key, value);
            }

            @Override
            public Object load(final NodeSettingsRO settings) throws InvalidSettingsException {
                return m_reader.read(settings, key);
            }
        };
    }

    private interface Reader {
        Object read(NodeSettingsRO settings, String key) throws InvalidSettingsException;
    }

    private interface Writer {
        void write(NodeSettingsWO settings, String key, Object value);
    }
}
