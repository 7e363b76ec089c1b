package org.knime.core.data;

/** Values that name things; their distinct values are kept in the domain. */
public interface NominalValue extends DataValue {
}
