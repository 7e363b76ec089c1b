package org.knime.core.data;

/** What can be read as the id of a row. */
public interface RowKeyValue {

    String getString();

    default RowKey materializeRowKey() {
        return new RowKey(getString());
    }
}
