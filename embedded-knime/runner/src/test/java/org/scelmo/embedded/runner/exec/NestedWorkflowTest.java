package org.scelmo.embedded.runner.exec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.node.workflow.FlowVariable;
import org.scelmo.embedded.runner.Runner;
import org.scelmo.embedded.runner.model.Connection;
import org.scelmo.embedded.runner.sample.CountNodeFactory;
import org.scelmo.embedded.runner.sample.RowsNodeFactory;
import org.scelmo.embedded.runner.sample.SlowNodeFactory;
import org.scelmo.embedded.runner.sample.WorkflowBuilder;

/** Metanodes, whose ports start at 0, and components, which are a scope of their own. */
class NestedWorkflowTest {

    private static final String VIRTUAL = "org.knime.core.node.workflow.virtual.subnode.VirtualSubNode";

    @TempDir
    Path m_temp;

    @Test
    void nodesInNestedMetanodesRunAndAreSaved() throws IOException {
        final var builder = new WorkflowBuilder(m_temp.resolve("workflow")).node(1, RowsNodeFactory.class).metanode(2)
            .node(3, CountNodeFactory.class).connect(1, 1, 2, 0).connect(2, 0, 3, 1);
        final var outer = builder.inside(2).metanode(7).connect(Connection.BORDER, 0, 7, 0)
            .connect(7, 0, Connection.BORDER, 0);
        outer.inside(7).node(4, SlowNodeFactory.class).connect(Connection.BORDER, 0, 4, 1)
            .connect(4, 1, Connection.BORDER, 0).write();
        outer.write();
        final var workflow = builder.write();
        final var outcome = Runner.execute("run", workflow, "--save");
        assertEquals(0, outcome.exitCode(), outcome.all());
        assertTrue(outcome.out().contains("Slow (#2.7.4)"), outcome.out());
        assertTrue(Files.exists(workflow.resolve("Meta (#2)/Meta (#7)/Node (#4)/port_1/data.zip")));
        assertTrue(Files.readString(workflow.resolve("Meta (#2)/workflow.knime"))
            .contains("key=\"state\" type=\"xstring\" value=\"EXECUTED\""));
        assertTrue(Runner.execute("run", workflow).out().lines().filter(l -> l.contains("(saved)")).count() == 3);
    }

    @Test
    void metanodeThatOnlyHandsOnIsSkipped() throws IOException {
        final var builder = new WorkflowBuilder(m_temp.resolve("workflow")).node(1, RowsNodeFactory.class).metanode(2)
            .node(3, CountNodeFactory.class).connect(1, 1, 2, 0).connect(2, 0, 3, 1);
        builder.inside(2).connect(Connection.BORDER, 0, Connection.BORDER, 0).write();
        final var outcome = Runner.execute("run", builder.write(), "--table", "3:1");
        assertEquals(0, outcome.exitCode(), outcome.all());
        assertTrue(outcome.out().lines().anyMatch(l -> l.matches("Row0 +3")), outcome.out());
    }

    @Test
    void componentRunsAndLetsOnlyNamedVariablesIn() throws IOException {
        final var builder = new WorkflowBuilder(m_temp.resolve("workflow")).variable(new FlowVariable("n", 4))
            .variable(new FlowVariable("hidden", 9)).node(1, RowsNodeFactory.class).component(2, 10, 11)
            .node(3, CountNodeFactory.class).connect(1, 1, 2, 1).connect(2, 1, 3, 1);
        builder.inside(2).node(10, VIRTUAL + "InputNodeFactory", s -> {
            final var filter = s.addNodeSettings("model").addNodeSettings("variable-filter");
            filter.addStringArray("included_names", "n");
            filter.addString("enforce_option", "EnforceInclusion");
        }).node(11, VIRTUAL + "OutputNodeFactory", s -> s.addNodeSettings("model")).node(5,
            SlowNodeFactory.class.getName(), s -> {
                s.addNodeSettings("model").addInt("steps", 1);
                final var leaf = s.addNodeSettings("variables").addNodeSettings("tree").addNodeSettings("steps");
                leaf.addString("used_variable", "n");
                leaf.addString("exposed_variable", null);
            }).connect(10, 1, 5, 1).connect(5, 1, 11, 1).write();
        final var workflow = builder.write();
        final var outcome = Runner.execute("run", workflow, "--save");
        assertEquals(0, outcome.exitCode(), outcome.all());
        assertTrue(outcome.out().lines().anyMatch(l -> l.matches("Row0 +3")), outcome.out());
        assertEquals(5, Runner.execute("run", workflow).out().lines().filter(l -> l.contains("(saved)")).count());
        assertTrue(Files.notExists(workflow.resolve("Meta (#2)/Node (#11)/port_1")),
            "in KNIME a component's output has no ports");
        final var settings = workflow.resolve("Meta (#2)/Node (#5)/settings.xml");
        Files.writeString(settings, Files.readString(settings).replace("value=\"n\"", "value=\"hidden\""));
        final var hidden = Runner.execute("run", workflow, "--reset");
        assertEquals(1, hidden.exitCode());
        assertTrue(hidden.log().contains("\"hidden\", which does not reach the node"), hidden.log());
    }
}
