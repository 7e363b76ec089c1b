package org.knime.core.data;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

import org.knime.core.data.collection.CollectionDataValue;
import org.knime.core.data.convert.map.IdentifiableType;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.config.ConfigRO;
import org.knime.core.node.config.ConfigWO;

/**
 * The type of a column: the class of its cells, or, where cells of several classes meet, the kinds of values they have
 * in common. A collection type also has the type of its elements.
 */
public final class DataType implements IdentifiableType {

    private static final String CFG_CELL_CLASS = "cell_class";

    private static final String CFG_ELEMENT_TYPE = "collection_element_type";

    private static final String CFG_HAS_PREFERRED = "has_pref_value_class";

    private static final String CFG_VALUE_CLASSES = "value_classes";

    /** One object for each type, as every cell that goes into a table is asked for its type. */
    private static final Map<Key, DataType> NATIVE = new ConcurrentHashMap<>();

    private final Class<? extends DataCell> m_cellClass;

    private final List<Class<? extends DataValue>> m_valueClasses;

    private final DataType m_elementType;

    private DataType(final Class<? extends DataCell> cellClass, final Collection<Class<? extends DataValue>> values,
        final DataType elementType) {
        m_cellClass = cellClass;
        m_valueClasses = List.copyOf(values);
        m_elementType = elementType;
    }

    static DataType typeOf(final DataCell cell) {
        return cell instanceof CollectionDataValue collection && !cell.isMissing()
            ? getType(cell.getClass(), collection.getElementType()) : getType(cell.getClass());
    }

    /**
     * The type of cells of a class that is not a collection.
     *
     * @param cell the class
     * @return its type
     */
    public static DataType getType(final Class<? extends DataCell> cell) {
        return getType(cell, null);
    }

    /**
     * The type of cells of a class.
     *
     * @param cell the class
     * @param elementType the type of its elements; null if and only if it is not a collection
     * @return its type
     */
    public static DataType getType(final Class<? extends DataCell> cell, final DataType elementType) {
        final var isCollection = CollectionDataValue.class.isAssignableFrom(cell);
        if (isCollection != (elementType != null)) {
            throw new IllegalArgumentException(isCollection
                ? "A collection type needs the type of its elements: " + cell.getName()
                : "Only collection types have elements: " + cell.getName());
        }
        return NATIVE.computeIfAbsent(new Key(cell, elementType),
            k -> new DataType(cell, ValueClasses.of(cell), elementType));
    }

    public static DataCell getMissingCell() {
        return MissingCell.INSTANCE;
    }

    /**
     * The narrowest type that both given types are kinds of.
     *
     * @param type1 the one
     * @param type2 the other
     * @return one of both, or a new type of the values they share
     */
    public static DataType getCommonSuperType(final DataType type1, final DataType type2) {
        if (type1.isASuperTypeOf(type2)) {
            return type1;
        }
        if (type2.isASuperTypeOf(type1)) {
            return type2;
        }
        final var shared = new ArrayList<>(type1.m_valueClasses);
        shared.retainAll(type2.m_valueClasses);
        final var elements = type1.isCollectionType() && type2.isCollectionType()
            ? getCommonSuperType(type1.m_elementType, type2.m_elementType) : null;
        return new DataType(null, shared, elements);
    }

    /**
     * The utility of a kind of values.
     *
     * @param value the kind
     * @return its own or that of the kinds it extends
     */
    public static DataValue.UtilityFactory getUtilityFor(final Class<? extends DataValue> value) {
        return ValueClasses.utilityOf(value);
    }

    public Class<? extends DataCell> getCellClass() {
        return m_cellClass;
    }

    public Class<? extends DataValue> getPreferredValueClass() {
        return m_valueClasses.get(0);
    }

    public List<Class<? extends DataValue>> getValueClasses() {
        return m_valueClasses;
    }

    public DataType getCollectionElementType() {
        return m_elementType;
    }

    public boolean isCollectionType() {
        return m_elementType != null;
    }

    public boolean isMissingValueType() {
        return m_cellClass == MissingCell.class;
    }

    /**
     * Whether cells of this type can be read as values of a kind.
     *
     * @param valueClass the kind
     * @return true if cells (other than missing ones) can be cast to it
     */
    public boolean isCompatible(final Class<? extends DataValue> valueClass) {
        return isMissingValueType() || m_valueClasses.contains(valueClass);
    }

    /**
     * Whether cells of the other type may stand in a column of this type.
     *
     * @param type the other type
     * @return true if they have all values this type promises
     */
    public boolean isASuperTypeOf(final DataType type) {
        if (equals(type) || type.isMissingValueType()) {
            return true;
        }
        if (isMissingValueType() || !type.m_valueClasses.containsAll(m_valueClasses)) {
            return false;
        }
        return m_elementType == null || type.m_elementType != null && m_elementType.isASuperTypeOf(type.m_elementType);
    }

    public DataValueComparator getComparator() {
        return ValueClasses.comparatorOf(m_valueClasses);
    }

    public String getName() {
        final var utility = getUtilityFor(getPreferredValueClass());
        final var name = utility instanceof ExtensibleUtilityFactory named ? named.getName()
            : getPreferredValueClass().getSimpleName();
        return m_cellClass == null ? "Non-Native " + name : name;
    }

    @Override
    public String getIdentifier() {
        return m_cellClass == null ? toString() : m_cellClass.getName();
    }

    public String toPrettyString() {
        return isCollectionType() ? getName() + " (Collection of: " + m_elementType.toPrettyString() + ")" : getName();
    }

    @Override
    public String toString() {
        return toPrettyString();
    }

    public void save(final ConfigWO config) {
        if (m_elementType != null) {
            m_elementType.save(config.addConfig(CFG_ELEMENT_TYPE));
        }
        if (m_cellClass == null) {
            config.addString(CFG_CELL_CLASS, null);
            config.addBoolean(CFG_HAS_PREFERRED, true);
            config.addStringArray(CFG_VALUE_CLASSES,
                m_valueClasses.stream().map(Class::getName).toArray(String[]::new));
        } else {
            config.addString(CFG_CELL_CLASS, m_cellClass.getName());
        }
    }

    public static DataType load(final ConfigRO config) throws InvalidSettingsException {
        final var elements =
            config.containsKey(CFG_ELEMENT_TYPE) ? load(config.getConfig(CFG_ELEMENT_TYPE)) : null;
        final var name = config.getString(CFG_CELL_CLASS);
        if (name == null) {
            return new DataType(null, ValueClasses.load(config.getStringArray(CFG_VALUE_CLASSES)), elements);
        }
        return getType(ValueClasses.load(name, DataCell.class), elements);
    }

    @Override
    public int hashCode() {
        final var base = m_cellClass == null ? new HashSet<>(m_valueClasses).hashCode() : m_cellClass.hashCode();
        return 31 * base + (m_elementType == null ? 0 : m_elementType.hashCode());
    }

    @Override
    public boolean equals(final Object obj) {
        return this == obj || obj instanceof DataType other && m_cellClass == other.m_cellClass
            && Objects.equals(m_elementType, other.m_elementType) && (m_cellClass != null
                || new HashSet<>(m_valueClasses).equals(new HashSet<>(other.m_valueClasses)));
    }

    private record Key(Class<? extends DataCell> cellClass, DataType elementType) {
    }
}
