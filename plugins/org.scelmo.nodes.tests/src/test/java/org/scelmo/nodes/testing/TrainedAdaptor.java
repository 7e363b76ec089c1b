package org.scelmo.nodes.testing;

import org.knime.core.node.port.PortObject;
import org.scelmo.nodes.annotation.adaptortrain.AdaptorTrainNodeFactory;
import org.scelmo.nodes.port.AdaptorPortObject;

/** Executed nodes that give cells and an adaptor that has learned them. */
public record TrainedAdaptor(TestNode source, TestNode training) implements AutoCloseable {

    /** @return settings by which a few small cells are learned */
    public static TestNode node() {
        return TestNode.of(AdaptorTrainNodeFactory::new).set("batch", 16).set("rate", 0.01).set("epochs", 11)
            .set("patience", 5).set("selection", "LOSS").set("hidden", 8).set("dimensions", 3);
    }

    public static TrainedAdaptor create() {
        final var source = new LabelledCells().source();
        return new TrainedAdaptor(source, node().run(source.<PortObject> output(0), source.<PortObject> output(1)));
    }

    public PortObject cells() {
        return source.output(0);
    }

    public AdaptorPortObject adaptor() {
        return training.output(0);
    }

    @Override
    public void close() {
        training.close();
        source.close();
    }
}
