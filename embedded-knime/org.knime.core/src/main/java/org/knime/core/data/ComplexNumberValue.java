package org.knime.core.data;

/** Values that are complex numbers. */
public interface ComplexNumberValue extends DataValue {

    double getRealValue();

    double getImaginaryValue();
}
