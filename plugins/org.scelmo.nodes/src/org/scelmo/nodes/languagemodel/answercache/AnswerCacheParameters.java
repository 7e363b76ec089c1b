package org.scelmo.nodes.languagemodel.answercache;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.webui.node.dialog.defaultdialog.internal.file.FileReaderWidget;
import org.knime.core.webui.node.dialog.defaultdialog.internal.file.FileSelection;
import org.knime.core.webui.node.dialog.defaultdialog.internal.file.FileWriterWidget;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.text.TextInputWidget;
import org.scelmo.nodes.support.ExistingFileChoice;
import org.scelmo.nodes.support.LocalFile;
import org.scelmo.nodes.support.WriteTarget;
import org.scelmo.nodes.support.languagemodel.CacheParameters;

/** Settings of Answer Cache. */
final class AnswerCacheParameters implements NodeParameters {

    /** What to do with the cache. */
    enum Action {
            @Label(value = "Show", description = "Only tells what the cache holds.")
            SHOW,
            @Label(value = "Export", description = "Writes all answers to a text file, one JSON object per line, for a "
                + "colleague or an archive. It holds no key.")
            EXPORT,
            @Label(value = "Import", description = "Adds the answers of such a file. They replace those to the same "
                + "questions.")
            IMPORT,
            @Label(value = "Clear", description = "Removes answers for good: whoever asks again pays again.")
            CLEAR;
    }

    interface ActionRef extends ParameterReference<Action> {
    }

    static final class IsExport implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(ActionRef.class).isOneOf(Action.EXPORT);
        }
    }

    static final class IsImport implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(ActionRef.class).isOneOf(Action.IMPORT);
        }
    }

    static final class IsClear implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(ActionRef.class).isOneOf(Action.CLEAR);
        }
    }

    @Widget(title = "Action", description = "What is done before the table is made. Default: show.")
    @ValueSwitchWidget
    @ValueReference(ActionRef.class)
    Action m_action = Action.SHOW;

    @Widget(title = "File to write", description = "The file for the answers (<tt>.jsonl</tt>). No default: choose a "
        + "file.")
    @FileWriterWidget(fileExtension = "jsonl")
    @Effect(type = EffectType.SHOW, predicate = IsExport.class)
    FileSelection m_target = new FileSelection();

    @Widget(title = "If the file exists", description = "What to do if there is a file of this name. Default: fail.")
    @ValueSwitchWidget
    @Effect(type = EffectType.SHOW, predicate = IsExport.class)
    ExistingFileChoice m_existing = ExistingFileChoice.FAIL;

    @Widget(title = "File to read", description = "A file that this node has written (<tt>.jsonl</tt>). No default: "
        + "choose a file.")
    @FileReaderWidget(fileExtensions = "jsonl")
    @Effect(type = EffectType.SHOW, predicate = IsImport.class)
    FileSelection m_source = new FileSelection();

    @Widget(title = "Model", description = "The model whose answers are removed, as the table names it. Default: "
        + "empty, which means the answers of all models.")
    @TextInputWidget(placeholder = "all models")
    @Effect(type = EffectType.SHOW, predicate = IsClear.class)
    String m_model = "";

    CacheParameters m_cache = new CacheParameters();

    @Override
    public void validate() throws InvalidSettingsException {
        m_cache.validate();
    }

    /** Checks what can be told without opening a file. */
    void check() throws InvalidSettingsException {
        validate();
        if (m_action == Action.EXPORT) {
            target().check();
        } else if (m_action == Action.IMPORT) {
            LocalFile.checkChosen(m_source);
        }
    }

    WriteTarget target() {
        return new WriteTarget(m_target, m_existing.existing(), false);
    }
}
