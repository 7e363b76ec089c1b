package org.knime.core.data;

/** Values that are fuzzy numbers. */
public interface FuzzyNumberValue extends DataValue {

    double getMinSupport();

    double getCore();

    double getMaxSupport();
}
