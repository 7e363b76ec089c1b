package org.scelmo.core.demo;

import java.util.ArrayList;

import io.jhdf.ObjectHeader.ObjectHeaderV2;
import io.jhdf.WritableDatasetImpl;
import io.jhdf.api.Group;
import io.jhdf.object.message.AttributeInfoMessage;
import io.jhdf.object.message.AttributeMessage;
import io.jhdf.object.message.DataLayoutMessage.ContiguousDataLayoutMessage;
import io.jhdf.object.message.DataSpace;
import io.jhdf.object.message.DataSpaceMessage;
import io.jhdf.object.message.DataTypeMessage;
import io.jhdf.object.message.FillValueMessage;
import io.jhdf.object.message.Message;
import io.jhdf.storage.HdfFileChannel;

/** A one-dimensional dataset of {@link HdfBooleanType}, stored contiguously. */
final class HdfBooleanDataset extends WritableDatasetImpl {

    private final boolean[] m_values;

    HdfBooleanDataset(final boolean[] values, final String name, final Group parent) {
        super(values, name, parent);
        m_values = values;
    }

    @Override
    public long write(final HdfFileChannel channel, final long position) {
        final var type = new HdfBooleanType();
        final int headerSize = header(type, position, 0).toBuffer().limit();
        final long dataAddress = position + headerSize;
        channel.write(header(type, position, dataAddress).toBuffer(), position);
        channel.write(type.encodeData(m_values), dataAddress);
        final long end = dataAddress + m_values.length;
        channel.position(end);
        return end;
    }

    private ObjectHeaderV2 header(final HdfBooleanType type, final long position, final long dataAddress) {
        final var messages = new ArrayList<Message>();
        messages.add(DataTypeMessage.create(type));
        messages.add(DataSpaceMessage.create(DataSpace.fromObject(m_values)));
        messages.add(FillValueMessage.NO_FILL);
        messages.add(ContiguousDataLayoutMessage.create(dataAddress, m_values.length));
        messages.add(AttributeInfoMessage.create());
        getAttributes().forEach((name, attribute) -> messages.add(AttributeMessage.create(name, attribute)));
        return new ObjectHeaderV2(position, messages);
    }
}
