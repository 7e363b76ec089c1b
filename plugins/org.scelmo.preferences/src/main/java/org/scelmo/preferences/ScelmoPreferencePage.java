package org.scelmo.preferences;

import java.util.Locale;
import java.util.stream.Stream;

import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.preference.ComboFieldEditor;
import org.eclipse.jface.preference.DirectoryFieldEditor;
import org.eclipse.jface.preference.FieldEditorPreferencePage;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.eclipse.ui.preferences.ScopedPreferenceStore;
import org.scelmo.nodes.support.preferences.ComputeDevice;
import org.scelmo.nodes.support.preferences.Preference;
import org.scelmo.nodes.support.preferences.ScelmoPreferences;

/** KNIME › scELMo: what holds for all workflows. What a server sets in other ways comes first, and the page says so. */
public final class ScelmoPreferencePage extends FieldEditorPreferencePage implements IWorkbenchPreferencePage {

    /** Made by Eclipse. */
    public ScelmoPreferencePage() {
        super(GRID);
        setPreferenceStore(new ScopedPreferenceStore(InstanceScope.INSTANCE, ScelmoPreferences.NODE));
        setDescription("Used where a node's own settings do not say otherwise. A line in knime.ini (-D"
            + Preference.ANSWER_FOLDER.property() + "=...) or an environment variable ("
            + Preference.ANSWER_FOLDER.variable() + ") comes before what is set here.");
    }

    @Override
    public void init(final IWorkbench workbench) {
        // nothing of the workbench is needed
    }

    @Override
    protected void createFieldEditors() {
        final var parent = getFieldEditorParent();
        final var folder = new DirectoryFieldEditor(Preference.ANSWER_FOLDER.key(),
            "Folder of the common answer cache (empty: .scelmo in the home folder):", parent);
        folder.setEmptyStringAllowed(true);
        addField(folder);
        addField(new ComboFieldEditor(Preference.DEVICE.key(), "The adaptor computes on:", devices(), parent));
        addField(new MegabytesFieldEditor(Preference.MEMORY.key(),
            "Memory for training (MB), outside Java's heap (empty: as much as the heap):", parent));
    }

    /** @return what is shown and what is stored; nothing is stored for the default */
    static String[][] devices() {
        return Stream.of(ComputeDevice.values()).map(d -> new String[]{switch (d) {
            case AUTO -> "Automatic: the graphics card if it can, else the processor";
            case CPU -> "Processor (CPU)";
            case CUDA -> "NVIDIA graphics card (CUDA)";
        }, d == ComputeDevice.AUTO ? "" : d.name().toLowerCase(Locale.ROOT)}).toArray(String[][]::new);
    }
}
