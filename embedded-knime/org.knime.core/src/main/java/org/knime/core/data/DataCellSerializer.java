package org.knime.core.data;

import java.io.IOException;

import org.knime.core.internal.SerializerMethodLoader;

/**
 * Writes and reads the cells of a class.
 *
 * @param <T> the class
 */
public interface DataCellSerializer<T extends DataCell> extends SerializerMethodLoader.Serializer<T> {

    void serialize(T cell, DataCellDataOutput output) throws IOException;

    T deserialize(DataCellDataInput input) throws IOException;
}
