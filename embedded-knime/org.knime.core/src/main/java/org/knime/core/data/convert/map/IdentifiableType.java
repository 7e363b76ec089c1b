package org.knime.core.data.convert.map;

/** A type that has an identifier. */
public interface IdentifiableType {

    String getIdentifier();
}
