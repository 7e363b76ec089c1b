package org.scelmo.core.demo;

import io.jhdf.api.Node;
import io.jhdf.api.WritableAttributeImpl;
import io.jhdf.object.datatype.DataType;

/** A scalar attribute of {@link HdfBooleanType}. */
final class HdfBooleanAttribute extends WritableAttributeImpl {

    private final DataType m_type = new HdfBooleanType();

    HdfBooleanAttribute(final String name, final Node node, final boolean value) {
        super(name, node, value);
    }

    @Override
    public DataType getDataType() {
        return m_type;
    }
}
