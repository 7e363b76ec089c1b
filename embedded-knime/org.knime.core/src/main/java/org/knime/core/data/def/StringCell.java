package org.knime.core.data.def;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataCellDataInput;
import org.knime.core.data.DataCellDataOutput;
import org.knime.core.data.DataCellFactory;
import org.knime.core.data.DataCellSerializer;
import org.knime.core.data.DataType;
import org.knime.core.data.NominalValue;
import org.knime.core.data.StringValue;

/** A cell holding a string. */
public final class StringCell extends DataCell implements StringValue, NominalValue {

    public static final DataType TYPE = DataType.getType(StringCell.class);

    private static final long serialVersionUID = 1;

    private final String m_value;

    public StringCell(final String str) {
        m_value = Objects.requireNonNull(str, "The string of a cell must not be null.");
    }

    @Override
    public String getStringValue() {
        return m_value;
    }

    @Override
    public String toString() {
        return m_value;
    }

    @Override
    public int hashCode() {
        return m_value.hashCode();
    }

    @Override
    protected boolean equalsDataCell(final DataCell dc) {
        return m_value.equals(((StringCell)dc).m_value);
    }

    /** Makes string cells. */
    public static final class StringCellFactory
        implements DataCellFactory.FromSimpleString, DataCellFactory.FromComplexString,
        DataCellFactory.FromInputStream, DataCellFactory.FromReader {

        public static final DataType TYPE = StringCell.TYPE;

        public StringCellFactory() {
            // nothing to do
        }

        public static DataCell create(final String s) {
            return new StringCell(s);
        }

        @Override
        public DataCell createCell(final String input) {
            return create(input);
        }

        @Override
        public DataCell createCell(final Reader input) throws IOException {
            final var out = new StringWriter();
            input.transferTo(out);
            return create(out.toString());
        }

        @Override
        public DataCell createCell(final InputStream input) throws IOException {
            return create(new String(input.readAllBytes(), StandardCharsets.UTF_8));
        }

        @Override
        public DataType getDataType() {
            return TYPE;
        }
    }

    /** Writes and reads string cells. */
    public static final class StringSerializer implements DataCellSerializer<StringCell> {

        public StringSerializer() {
            // nothing to do
        }

        @Override
        public void serialize(final StringCell cell, final DataCellDataOutput output) throws IOException {
            output.writeUTF(cell.m_value);
        }

        @Override
        public StringCell deserialize(final DataCellDataInput input) throws IOException {
            return new StringCell(input.readUTF());
        }
    }
}
