package org.scelmo.nodes.support.languagemodel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.webui.node.dialog.defaultdialog.internal.file.FileSelection;
import org.knime.core.webui.node.dialog.defaultdialog.internal.file.FileWriterWidget;
import org.knime.filehandling.core.connections.FSCategory;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.scelmo.core.ScelmoException;
import org.scelmo.llm.cache.AnswerCache;
import org.scelmo.nodes.support.LocalFile;
import org.scelmo.nodes.support.Messages;
import org.scelmo.nodes.support.preferences.ScelmoPreferences;

/** Where answers are kept, so that none is paid twice. */
@Layout(LanguageModelSections.Cache.class)
public final class CacheParameters implements NodeParameters {

    /** Which cache. */
    enum Place {
            @Label(value = "Common", description = "One for all workflows of this user, in the folder <tt>.scelmo</tt> "
                + "of the home folder, or in the folder that the preferences (<i>KNIME › scELMo</i>), the environment "
                + "variable <tt>SCELMO_LLM_CACHE</tt> or the line <tt>-Dscelmo.llm.cache=…</tt> of <tt>knime.ini</tt> "
                + "names.")
            COMMON,
            @Label(value = "Own file", description = "A file of your choice, for example one that lies with a project "
                + "and is shared.")
            FILE;
    }

    interface PlaceRef extends ParameterReference<Place> {
    }

    static final class IsFile implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(PlaceRef.class).isOneOf(Place.FILE);
        }
    }

    @Widget(title = "Answer cache", description = "Where answers are kept. What was asked before, with the same model, "
        + "options and text, is not asked again; an execution that was canceled or failed goes on where it stopped. "
        + "Several running KNIMEs may share one cache. It holds no key. Default: common.")
    @ValueSwitchWidget
    @ValueReference(PlaceRef.class)
    @Advanced
    Place m_place = Place.COMMON;

    @Widget(title = "Cache file", description = "The file of the cache (<tt>.sqlite</tt>) on this computer; it is made "
        + "if it does not exist. No default: choose a file.")
    @FileWriterWidget(fileExtension = "sqlite")
    @Effect(type = EffectType.SHOW, predicate = IsFile.class)
    @Advanced
    FileSelection m_file = new FileSelection();

    @Override
    public void validate() throws InvalidSettingsException {
        if (m_place == Place.FILE && !LocalFile.isChosen(m_file)) {
            throw Messages.invalid("No file is chosen for the answer cache.",
                "Choose a file in the dialog, or the common cache.");
        }
    }

    /**
     * @return the cache, to be closed
     * @throws IOException if its folder cannot be made
     */
    public AnswerCache open() throws IOException {
        final var file = m_place == Place.FILE ? local(m_file)
            : AnswerCache.defaultFile(ScelmoPreferences.current().answerFolder());
        Files.createDirectories(file.toAbsolutePath().getParent());
        return AnswerCache.open(file);
    }

    private static Path local(final FileSelection selection) {
        final var location = LocalFile.location(selection);
        if (location.getFSCategory() != FSCategory.LOCAL) {
            throw new ScelmoException("The answer cache '%s' does not lie on this computer.".formatted(
                location.getPath()), "Choose a file of the local file system in the dialog, or the common cache.");
        }
        return Path.of(location.getPath());
    }
}
