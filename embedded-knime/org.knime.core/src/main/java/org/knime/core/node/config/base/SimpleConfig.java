package org.knime.core.node.config.base;

/** A settings tree without the table types. */
public class SimpleConfig extends ConfigBase {

    private static final long serialVersionUID = 1;

    public SimpleConfig(final String key) {
        super(key);
    }

    @Override
    public ConfigBase getInstance(final String key) {
        return new SimpleConfig(key);
    }
}
