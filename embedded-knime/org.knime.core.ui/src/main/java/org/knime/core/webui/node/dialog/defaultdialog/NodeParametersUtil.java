package org.knime.core.webui.node.dialog.defaultdialog;

import java.util.stream.Stream;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.scelmo.embedded.parameters.Instances;
import org.scelmo.embedded.parameters.ParametersIO;
import org.scelmo.embedded.ui.model.PortsInput;

/** Makes, stores and reads parameters for node models that are written without {@code DefaultNode}. */
public final class NodeParametersUtil {

    private NodeParametersUtil() {
    }

    /**
     * What is known of a node's ports when only the specs are.
     *
     * @param specs a spec for each input, null where nothing is known
     * @return the same for parameters
     */
    public static NodeParametersInput createDefaultNodeSettingsContext(final PortObjectSpec[] specs) {
        return new PortsInput(Stream.of(specs).map(s -> PortObject.TYPE).toArray(PortType[]::new), new PortType[0], specs);
    }

    /**
     * Reads parameters.
     *
     * @param <S> the parameters class
     * @param settings stored parameters
     * @param clazz the parameters class
     * @return the parameters
     * @throws InvalidSettingsException if a key is missing or its value is invalid
     */
    public static <S extends NodeParameters> S loadSettings(final NodeSettingsRO settings, final Class<S> clazz)
        throws InvalidSettingsException {
        return ParametersIO.load(clazz, settings);
    }

    /**
     * Makes parameters.
     *
     * @param <S> the parameters class
     * @param clazz the parameters class
     * @param specs what the inputs are, for guesses
     * @return new parameters
     */
    public static <S extends NodeParameters> S createSettings(final Class<S> clazz, final PortObjectSpec[] specs) {
        return createSettings(clazz, createDefaultNodeSettingsContext(specs));
    }

    public static <S extends NodeParameters> S createSettings(final Class<S> clazz,
        final NodeParametersInput context) {
        return Instances.of(clazz, context);
    }

    public static <S extends NodeParameters> S createSettings(final Class<S> clazz) {
        return Instances.of(clazz);
    }

    /**
     * Stores parameters.
     *
     * @param settingsClass the parameters class
     * @param settingsObject the parameters
     * @param settings where to
     */
    public static void saveSettings(final Class<? extends NodeParameters> settingsClass,
        final NodeParameters settingsObject, final NodeSettingsWO settings) {
        ParametersIO.save(settingsClass.cast(settingsObject), settings);
    }
}
