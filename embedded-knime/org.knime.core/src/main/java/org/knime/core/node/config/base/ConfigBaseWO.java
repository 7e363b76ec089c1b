package org.knime.core.node.config.base;

/** Write access to a settings tree. Adding a key again replaces its value. */
public interface ConfigBaseWO {

    void addBoolean(String key, boolean value);

    void addBooleanArray(String key, boolean... values);

    void addByte(String key, byte value);

    void addChar(String key, char value);

    void addDouble(String key, double value);

    void addDoubleArray(String key, double... values);

    void addFloat(String key, float value);

    void addInt(String key, int value);

    void addIntArray(String key, int... values);

    void addLong(String key, long value);

    void addLongArray(String key, long... values);

    void addShort(String key, short value);

    void addString(String key, String value);

    void addStringArray(String key, String... values);

    void addTransientString(String key, String value);

    ConfigBase addConfigBase(String key);

    String getKey();
}
