package org.knime.core.data.def;

import java.io.IOException;

import org.knime.core.data.BoundedValue;
import org.knime.core.data.ComplexNumberValue;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataCellDataInput;
import org.knime.core.data.DataCellDataOutput;
import org.knime.core.data.DataCellFactory;
import org.knime.core.data.DataCellSerializer;
import org.knime.core.data.DataType;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.FuzzyIntervalValue;
import org.knime.core.data.FuzzyNumberValue;

/** A cell holding a double. */
public final class DoubleCell extends DataCell
    implements DoubleValue, ComplexNumberValue, FuzzyNumberValue, FuzzyIntervalValue, BoundedValue {

    public static final DataType TYPE = DataType.getType(DoubleCell.class);

    private static final long serialVersionUID = 1;

    private final double m_value;

    public DoubleCell(final double value) {
        m_value = value;
    }

    @Override
    public double getDoubleValue() {
        return m_value;
    }

    @Override
    public double getRealValue() {
        return m_value;
    }

    @Override
    public double getImaginaryValue() {
        return 0;
    }

    @Override
    public double getCore() {
        return m_value;
    }

    @Override
    public double getMinCore() {
        return m_value;
    }

    @Override
    public double getMaxCore() {
        return m_value;
    }

    @Override
    public double getMinSupport() {
        return m_value;
    }

    @Override
    public double getMaxSupport() {
        return m_value;
    }

    @Override
    public double getCenterOfGravity() {
        return m_value;
    }

    @Override
    public String toString() {
        return Double.toString(m_value);
    }

    @Override
    public int hashCode() {
        return Double.hashCode(m_value == 0 ? 0.0 : m_value);
    }

    @Override
    protected boolean equalsDataCell(final DataCell dc) {
        return m_value == ((DoubleCell)dc).m_value || Double.isNaN(m_value) && Double.isNaN(((DoubleCell)dc).m_value);
    }

    /** Makes double cells. */
    public static final class DoubleCellFactory
        implements DataCellFactory.FromSimpleString, DataCellFactory.FromComplexString {

        public static final DataType TYPE = DoubleCell.TYPE;

        public DoubleCellFactory() {
            // nothing to do
        }

        public static DataCell create(final double value) {
            return new DoubleCell(value);
        }

        public static DataCell create(final float value) {
            return new DoubleCell(value);
        }

        public static DataCell create(final int value) {
            return new DoubleCell(value);
        }

        public static DataCell create(final long value) {
            return new DoubleCell(value);
        }

        /**
         * Reads a number.
         *
         * @param s the number, blanks around it are ignored
         * @return a new cell
         * @throws NumberFormatException if it is no such number
         */
        public static DataCell create(final String s) {
            return new DoubleCell(Double.parseDouble(s.trim()));
        }

        @Override
        public DataCell createCell(final String input) {
            return create(input);
        }

        @Override
        public DataType getDataType() {
            return TYPE;
        }
    }

    /** Writes and reads double cells. */
    public static final class DoubleSerializer implements DataCellSerializer<DoubleCell> {

        public DoubleSerializer() {
            // nothing to do
        }

        @Override
        public void serialize(final DoubleCell cell, final DataCellDataOutput output) throws IOException {
            output.writeDouble(cell.m_value);
        }

        @Override
        public DoubleCell deserialize(final DataCellDataInput input) throws IOException {
            return new DoubleCell(input.readDouble());
        }
    }
}
