package org.knime.core.data;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.knime.core.data.collection.CollectionDataValue;
import org.knime.core.data.collection.ListCell;
import org.knime.core.data.collection.SetCell;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;

/** The types of cells there are. */
public final class DataTypeRegistry {

    private static final DataTypeRegistry INSTANCE = new DataTypeRegistry();

    private final Map<Class<? extends DataCell>, DataCellSerializer<?>> m_serializers = new LinkedHashMap<>();

    private DataTypeRegistry() {
        m_serializers.put(StringCell.class, new StringCell.StringSerializer());
        m_serializers.put(DoubleCell.class, new DoubleCell.DoubleSerializer());
        m_serializers.put(IntCell.class, new IntCell.IntCellSerializer());
        m_serializers.put(LongCell.class, new LongCell.LongSerializer());
        m_serializers.put(BooleanCell.class, new BooleanCell.BooleanSerializer());
        m_serializers.put(ListCell.class, new ListCell.ListCellSerializer());
        m_serializers.put(SetCell.class, new SetCell.SetCellSerializer());
    }

    public static DataTypeRegistry getInstance() {
        return INSTANCE;
    }

    public synchronized Collection<DataType> availableDataTypes() {
        return m_serializers.keySet().stream().filter(c -> !CollectionDataValue.class.isAssignableFrom(c))
            .map(DataType::getType).toList();
    }

    public Optional<Class<? extends DataCell>> getCellClass(final String className) {
        return m_serializers.keySet().stream().filter(c -> c.getName().equals(className)).findFirst()
            .map(c -> c.asSubclass(DataCell.class));
    }

    @SuppressWarnings("unchecked") // a serializer is registered under the class it is made for
    public Optional<DataCellSerializer<DataCell>> getSerializer(final Class<? extends DataCell> cellClass) {
        return Optional.ofNullable((DataCellSerializer<DataCell>)m_serializers.get(cellClass));
    }
}
