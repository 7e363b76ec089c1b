package org.knime.node.parameters.widget.choices.filter;

import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import org.knime.node.parameters.persistence.Persistable;
import org.knime.node.parameters.widget.choices.TypedStringChoice.PossibleTypeValue;

/** Selects by type. */
public abstract class TypeFilter implements Persistable {

    /** Identifiers of the selected types. */
    public String[] m_selectedTypes; // NOSONAR a persisted field

    /** Selects nothing. */
    protected TypeFilter() {
        this(new String[0]);
    }

    /** @param selectedTypes identifiers of types */
    protected TypeFilter(final String[] selectedTypes) {
        m_selectedTypes = selectedTypes;
    }

    /**
     * @param typeId identifier of a type
     * @return the type, if known
     */
    protected abstract Optional<PossibleTypeValue> fromTypeId(String typeId);

    /** @return tells whether an identifier is selected */
    protected Predicate<String> getIsSelectedPredicate() {
        return Set.of(m_selectedTypes)::contains;
    }
}
