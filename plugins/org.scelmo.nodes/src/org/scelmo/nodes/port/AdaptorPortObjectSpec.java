package org.scelmo.nodes.port;

import java.util.List;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContentRO;
import org.knime.core.node.ModelContentWO;
import org.knime.core.node.port.AbstractSimplePortObjectSpec;
import org.scelmo.adaptor.model.AdaptorModel;

/** Tells the next node what a trained adaptor gives: its dimensions and classes, and what it was trained on. */
public final class AdaptorPortObjectSpec extends AbstractSimplePortObjectSpec {

    /** Writes and reads the spec; named in plugin.xml. */
    public static final class Serializer extends AbstractSimplePortObjectSpecSerializer<AdaptorPortObjectSpec> {
    }

    private static final int UNKNOWN = -1;

    private int m_input = UNKNOWN;

    private int m_dimensions = UNKNOWN;

    private int m_genes = UNKNOWN;

    private List<String> m_classes = List.of();

    private String m_fingerprint = "";

    private String m_device = "";

    /** For loading only. */
    public AdaptorPortObjectSpec() {
        // filled by load
    }

    /** @return the spec of an adaptor of which only execution tells more; dimensions −1 if not known either */
    public static AdaptorPortObjectSpec open(final int dimensions) {
        final var spec = new AdaptorPortObjectSpec();
        spec.m_dimensions = dimensions;
        return spec;
    }

    public static AdaptorPortObjectSpec of(final AdaptorModel model) {
        final var spec = open(model.weights().sizes().output());
        spec.m_input = model.weights().sizes().input();
        spec.m_genes = model.genes().size();
        spec.m_classes = model.classes();
        spec.m_fingerprint = model.fingerprint();
        spec.m_device = model.record().device();
        return spec;
    }

    /** @return whether classes and genes are not known yet */
    public boolean isOpen() {
        return m_genes == UNKNOWN;
    }

    /** @return length of the gene vectors it was trained with; −1 if open */
    public int input() {
        return m_input;
    }

    /** @return dimensions of the adapted embedding; −1 if not known yet */
    public int dimensions() {
        return m_dimensions;
    }

    /** @return number of genes; −1 if open */
    public int genes() {
        return m_genes;
    }

    /** @return names of the classes; empty if open */
    public List<String> classes() {
        return m_classes;
    }

    /** @return SHA-256 of the gene vectors it was trained with; empty if open */
    public String fingerprint() {
        return m_fingerprint;
    }

    /** @return what computed, such as "CPU"; empty if open */
    public String device() {
        return m_device;
    }

    @Override
    protected void save(final ModelContentWO model) {
        model.addInt("input", m_input);
        model.addInt("dimensions", m_dimensions);
        model.addInt("genes", m_genes);
        model.addStringArray("classes", m_classes.toArray(String[]::new));
        model.addString("fingerprint", m_fingerprint);
        model.addString("device", m_device);
    }

    @Override
    protected void load(final ModelContentRO model) throws InvalidSettingsException {
        m_input = model.getInt("input");
        m_dimensions = model.getInt("dimensions");
        m_genes = model.getInt("genes");
        m_classes = List.of(model.getStringArray("classes"));
        m_fingerprint = model.getString("fingerprint");
        m_device = model.getString("device");
    }
}
