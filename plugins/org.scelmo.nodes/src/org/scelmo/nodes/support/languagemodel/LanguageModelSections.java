package org.scelmo.nodes.support.languagemodel;

import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;

/** The sections that dialogs of such nodes share, after the node's own options; hidden where no model is asked. */
public interface LanguageModelSections {

    /** Who is asked. */
    @Section(title = "Language model")
    @Effect(type = EffectType.SHOW, predicate = VectorSource.AsksModel.class)
    interface Model {
    }

    /** What it may cost. */
    @Section(title = "Cost")
    @Effect(type = EffectType.SHOW, predicate = VectorSource.AsksModel.class)
    @After(Model.class)
    interface Cost {
    }

    /** Where answers are kept. */
    @Section(title = "Answer cache")
    @Effect(type = EffectType.SHOW, predicate = VectorSource.AsksModel.class)
    @After(Cost.class)
    interface Cache {
    }

    /** How the service is reached. */
    @Section(title = "Connection")
    @Effect(type = EffectType.SHOW, predicate = VectorSource.AsksModel.class)
    @After(Cache.class)
    interface Connection {
    }
}
