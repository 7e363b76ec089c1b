package org.scelmo.embedded.ui.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.WidgetGroup;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.persistence.Persistable;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.StateProvider;
import org.knime.node.parameters.updates.ValueProvider;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.updates.util.BooleanReference;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.util.AllColumnsProvider;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;
import org.scelmo.embedded.ui.model.PortsInput;

class DialogSnapshotTest {

    private static final DataTableSpec SPEC =
        new DataTableSpec(new String[]{"a", "b"}, new DataType[]{StringCell.TYPE, DoubleCell.TYPE});

    private static NodeParametersInput input(final PortObjectSpec spec) {
        final var table = new PortType[]{BufferedDataTable.TYPE};
        return new PortsInput(table, table, spec);
    }

    static final class Detailed implements BooleanReference {
    }

    interface Count extends ParameterReference<Integer> {
    }

    static final class Twice implements StateProvider<Integer> {
        private Supplier<Integer> m_count;

        @Override
        public void init(final StateProviderInitializer initializer) {
            initializer.computeBeforeOpenDialog();
            m_count = initializer.computeFromValueSupplier(Count.class);
        }

        @Override
        public Integer computeState(final NodeParametersInput parametersInput) {
            return 2 * m_count.get();
        }
    }

    @Section(title = "Details")
    @Advanced
    @Effect(predicate = Detailed.class, type = EffectType.SHOW)
    interface DetailsSection {
    }

    static final class Group implements WidgetGroup, Persistable {
        @Widget(title = "Inner", description = "In a group.")
        String m_inner = "i";
    }

    static final class Parameters implements NodeParameters {
        @Widget(title = "Double", description = "Twice the count.")
        @ValueProvider(Twice.class)
        @Layout(DetailsSection.class)
        int m_double;

        @Widget(title = "Detailed", description = "Shows details.")
        @ValueReference(Detailed.class)
        boolean m_detailed;

        @Widget(title = "Count", description = "A number.")
        @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
        @ValueReference(Count.class)
        int m_count = 4;

        @Widget(title = "Column", description = "Any column.")
        @ChoicesProvider(AllColumnsProvider.class)
        String m_column;

        @Effect(predicate = Detailed.class, type = EffectType.DISABLE)
        Group m_group = new Group();
    }

    @Test
    void widgetsWithoutSectionComeFirst() {
        assertEquals(List.of("detailed", "count", "column", "group/inner", "double"),
            DialogSnapshot.of(Parameters.class, input(SPEC)).widgets().stream().map(WidgetState::path).toList());
    }

    @Test
    void choicesComeFromThePorts() {
        assertEquals(Optional.of(List.of(new Choice("a", "a"), new Choice("b", "b"))),
            DialogSnapshot.of(Parameters.class, input(SPEC)).widget("column").choices());
    }

    @Test
    void opensWithoutConnection() {
        assertEquals(Optional.of(List.of()),
            DialogSnapshot.of(Parameters.class, input(null)).widget("column").choices());
    }

    @Test
    void effectsFollowTheValues() {
        final var closed = DialogSnapshot.of(Parameters.class, input(SPEC));
        assertFalse(closed.widget("double").shown());
        assertTrue(closed.widget("group/inner").enabled());
        final var parameters = new Parameters();
        parameters.m_detailed = true;
        final var open = DialogSnapshot.of(parameters, input(SPEC));
        assertTrue(open.widget("double").shown());
        assertTrue(open.widget("double").advanced(), "the section is advanced");
        assertFalse(open.widget("group/inner").enabled());
    }

    @Test
    void providedValuesAreComputedBeforeTheDialogOpens() {
        assertEquals(Optional.of(8), DialogSnapshot.of(Parameters.class, input(SPEC)).widget("double").value());
    }

    @Test
    void rendersAsJson() {
        final var json = DialogSnapshot.of(Parameters.class, input(SPEC)).toJson();
        assertTrue(json.contains("""
                {
                  "path": "count",
                  "title": "Count",
                  "kind": "number",
                  "value": 4,
                  "constraints": [
                    "The value must be at least 1."
                  ]
                }""".indent(4).stripTrailing()), json);
        assertTrue(json.contains("\"hidden\": true"), json);
    }

    static final class Dangling implements NodeParameters {
        @Widget(title = "Double", description = "Twice nothing.")
        @ValueProvider(Twice.class)
        int m_double;
    }

    @Test
    void aReferenceThatLeadsNowhereIsReported() {
        final var e = assertThrows(NoSuchElementException.class,
            () -> DialogSnapshot.of(Dangling.class, input(SPEC)));
        assertTrue(e.getMessage().contains("Count"), e.getMessage());
    }

    static final class Circle implements StateProvider<String> {
        @Override
        public void init(final StateProviderInitializer initializer) {
            initializer.computeFromProvidedState(Circle.class);
        }

        @Override
        public String computeState(final NodeParametersInput parametersInput) {
            return "";
        }
    }

    static final class Round implements NodeParameters {
        @Widget(title = "Round", description = "Depends on itself.")
        @ValueProvider(Circle.class)
        String m_round;
    }

    @Test
    void providersInACircleAreReported() {
        assertThrows(IllegalStateException.class, () -> DialogSnapshot.of(Round.class, input(SPEC)));
    }
}
