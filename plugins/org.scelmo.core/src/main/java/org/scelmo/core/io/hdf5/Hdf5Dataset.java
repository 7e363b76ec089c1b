package org.scelmo.core.io.hdf5;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

import io.jhdf.ObjectHeader;
import io.jhdf.object.message.DataSpaceMessage;
import io.jhdf.object.message.DataTypeMessage;
import io.jhdf.object.message.FillValueMessage;

/**
 * An array. Arrays of one axis (or a single element) are read whole; those of one or two axes also row by row, through
 * {@link #open()}.
 */
public final class Hdf5Dataset implements Hdf5Node {

    private static final long NULL_SPACE = 2;
    private static final long FREE_BYTES = 64L << 20;
    private static final int LONGEST_ARRAY = Integer.MAX_VALUE - 16;

    private final Hdf5File m_file;
    private final String m_path;
    private final ObjectHeader m_header;
    private final long[] m_shape;
    private final ElementType m_type;
    private Layout m_layout;

    Hdf5Dataset(final Hdf5File file, final String path, final ObjectHeader header) {
        m_file = file;
        m_path = path;
        m_header = header;
        final var space = header.getMessageOfType(DataSpaceMessage.class).getDataSpace();
        m_shape = space.getType() == NULL_SPACE ? new long[]{0} : space.getDimensionsAsLong();
        m_type = ElementType.of(header.getMessageOfType(DataTypeMessage.class).getDataType());
    }

    @Override
    public String path() {
        return m_path;
    }

    @Override
    public Hdf5Attributes attributes() throws IOException {
        return m_file.guard(m_path, () -> Hdf5Attributes.of(m_file, m_path, m_header));
    }

    /** @return length of each axis; empty for a single element */
    public long[] shape() {
        return m_shape.clone();
    }

    /** @return what its elements are */
    public ElementType type() {
        return m_type;
    }

    /** @return names of the filters that the data went through, in order, such as shuffle, gzip */
    public List<String> filters() throws IOException {
        return m_file.guard(m_path, () -> Filters.of(m_header).stream().map(Filters::name).toList());
    }

    /** @return the fields of a compound type, none for any other */
    public List<CompoundField> fields() throws IOException {
        return m_file.guard(m_path, () -> CompoundField.of(m_type));
    }

    /**
     * @return a reader for the rows of an array of one or two axes
     * @throws Hdf5Exception if the data are damaged or not of that form
     * @throws UnsupportedFilterException if they went through a filter that cannot be undone
     */
    public RowReader open() throws IOException {
        return m_file.guard(m_path, () -> new RowReader(m_file, this, layout(), fill()));
    }

    private synchronized Layout layout() {
        if (m_layout == null) {
            final var unsupported = Filters.unsupported(Filters.of(m_header));
            if (unsupported != null) {
                throw new UnsupportedFilterException(m_file.path(), m_path, Filters.name(unsupported));
            }
            m_layout = Layout.of(m_file.storage(), m_header, m_shape, Math.multiplyExact(count(), m_type.size()),
                m_type.size());
        }
        return m_layout;
    }

    private byte[] fill() {
        final var none = new byte[0];
        if (!m_header.hasMessageOfType(FillValueMessage.class)) {
            return none;
        }
        final var message = m_header.getMessageOfType(FillValueMessage.class);
        if (!message.isFillValueDefined() || message.getFillValue().remaining() != m_type.size()) {
            return none;
        }
        final var fill = new byte[m_type.size()];
        message.getFillValue().get(fill);
        return fill;
    }

    /**
     * @return bytes that the file holds for the data, as compressed
     * @throws IOException if the file cannot be read
     * @throws Hdf5Exception if it is damaged
     */
    public long storedBytes() throws IOException {
        return m_file.guard(m_path, () -> layout().storedBytes());
    }

    /** @return number of elements */
    long count() {
        return Arrays.stream(m_shape).reduce(1, (a, b) -> {
            if (b < 0) {
                throw m_file.fault(m_path, "an axis has the negative length %d.".formatted(b));
            }
            return Math.multiplyExact(a, b);
        });
    }

    /** @return all elements as whole numbers; unsigned 64-bit ones above 2<sup>63</sup> − 1 come out negative */
    public long[] longs() throws IOException {
        require(m_type.isWhole(), "whole numbers are expected");
        final var values = new long[affordable(Long.BYTES)];
        open().longs(0, values.length, values, 0);
        return values;
    }

    /** @return all elements as real numbers */
    public double[] doubles() throws IOException {
        require(m_type.isNumeric(), "numbers are expected");
        final var values = new double[affordable(Double.BYTES)];
        open().doubles(0, values.length, values, 0);
        return values;
    }

    /** @return all elements as truth values: whatever is not 0 is true */
    public boolean[] booleans() throws IOException {
        final var numbers = longs();
        final var values = new boolean[numbers.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = numbers[i] != 0;
        }
        return values;
    }

    /** @return all elements as texts */
    public String[] strings() throws IOException {
        require(m_type.kind() == ElementType.Kind.TEXT, "text is expected");
        final var values = new String[affordable(Long.BYTES)];
        open().strings(0, values.length, values, 0);
        return values;
    }

    private void require(final boolean right, final String expectation) {
        if (!right || m_shape.length > 1) {
            throw m_file.fault(m_path, "%s in one row, but this is %s of shape %s."
                .formatted(expectation, m_type.name(), Arrays.toString(m_shape)),
                "Save the file again with a current version of anndata.");
        }
    }

    /** @return number of elements, if that many fit into an array */
    private int affordable(final int bytesPerElement) throws IOException {
        checkPlausible();
        final long count = count();
        if (count > LONGEST_ARRAY) {
            throw m_file.fault(m_path, "%d elements are more than can be held.".formatted(count));
        }
        MemoryBudget.check(m_file, m_path, count * bytesPerElement);
        return (int)count;
    }

    /**
     * A file must hold data in proportion to what it claims, before memory is taken for it.
     *
     * @throws Hdf5Exception if it does not
     */
    public void checkPlausible() throws IOException {
        m_file.guard(m_path, () -> {
            final long stored = layout().storedBytes();
            if (Math.multiplyExact(count(), m_type.size()) > FREE_BYTES + Filters.maxRatio(Filters.of(m_header)) * stored) {
                throw m_file.fault(m_path, "%d elements are claimed, but only %d bytes are stored for them."
                    .formatted(count(), stored), "Copy or download the file again: it may be cut off or damaged.");
            }
            return null;
        });
    }
}
