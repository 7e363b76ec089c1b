package org.knime.core.data;

/** What a cell can be read as; a cell implements one or more such interfaces. */
public interface DataValue {

    UtilityFactory UTILITY = new UtilityFactory();

    default DataCell materializeDataCell() {
        if (this instanceof DataCell cell) {
            return cell;
        }
        throw new UnsupportedOperationException(getClass().getName() + " cannot be turned into a cell.");
    }

    /** How values of a kind are compared. */
    class UtilityFactory {

        protected UtilityFactory() {
        }

        protected DataValueComparator getComparator() {
            return new TextComparator();
        }
    }
}
