package org.scelmo.nodes.port;

import java.util.LinkedHashMap;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContentRO;
import org.knime.core.node.ModelContentWO;
import org.knime.core.node.port.AbstractSimplePortObjectSpec;
import org.scelmo.core.embedding.Provenance;

/** Tells the next node how many vectors of which length it will get, and where they come from. */
public final class EmbeddingPortObjectSpec extends AbstractSimplePortObjectSpec {

    /** Writes and reads the spec; named in plugin.xml. */
    public static final class Serializer
        extends AbstractSimplePortObjectSpecSerializer<EmbeddingPortObjectSpec> {
    }

    private static final int UNKNOWN = -1;

    private long m_size = UNKNOWN;

    private int m_dimensions = UNKNOWN;

    private Provenance m_provenance = Provenance.unknown();

    /** For loading only. */
    public EmbeddingPortObjectSpec() {
        // filled by load
    }

    /**
     * @param size number of vectors
     * @param dimensions length of each
     * @param provenance where they come from
     */
    public EmbeddingPortObjectSpec(final long size, final int dimensions, final Provenance provenance) {
        m_size = size;
        m_dimensions = dimensions;
        m_provenance = provenance;
    }

    /** @return the spec of vectors that only execution tells */
    public static EmbeddingPortObjectSpec open(final Provenance provenance) {
        return new EmbeddingPortObjectSpec(UNKNOWN, UNKNOWN, provenance);
    }

    /** @return whether size and dimensions are not known yet */
    public boolean isOpen() {
        return m_dimensions == UNKNOWN;
    }

    /** @return number of vectors; −1 if open */
    public long size() {
        return m_size;
    }

    /** @return length of each vector; −1 if open */
    public int dimensions() {
        return m_dimensions;
    }

    /** @return where the vectors come from */
    public Provenance provenance() {
        return m_provenance;
    }

    @Override
    protected void save(final ModelContentWO model) {
        model.addLong("size", m_size);
        model.addInt("dimensions", m_dimensions);
        final var entries = m_provenance.entries();
        model.addStringArray("provenanceKeys", entries.keySet().toArray(String[]::new));
        model.addStringArray("provenanceValues", entries.values().toArray(String[]::new));
    }

    @Override
    protected void load(final ModelContentRO model) throws InvalidSettingsException {
        m_size = model.getLong("size");
        m_dimensions = model.getInt("dimensions");
        final var keys = model.getStringArray("provenanceKeys");
        final var values = model.getStringArray("provenanceValues");
        final var entries = new LinkedHashMap<String, String>();
        for (int i = 0; i < keys.length; i++) {
            entries.put(keys[i], values[i]);
        }
        m_provenance = new Provenance(entries);
    }
}
