package org.scelmo.embedded.runner.registry;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeFactoryClassMapper;
import org.knime.core.node.NodeModel;
import org.scelmo.embedded.runner.builtin.TableCreatorNodeFactory;

/**
 * The nodes that are available: those that plugin.xml files contribute, and the stand-ins for KNIME's own. A factory
 * that no plugin.xml names is not available, even if its class could be loaded: as in KNIME.
 */
public final class NodeCatalog {

    private static final String NODES = "org.knime.workbench.repository.nodes";

    /** That of KNIME 5.11 and newer, and the one before, which newer ones have as well. */
    private static final List<String> TABLE_CREATORS =
        List.of("org.knime.base.node.io.tablecreator.TableCreator3NodeFactory",
            "org.knime.base.node.io.tablecreator.TableCreator2NodeFactory");

    private static final String CATEGORIES = "org.knime.workbench.repository.categories";

    private static final String MAPPERS = "org.knime.core.NodeFactoryClassMapper";

    private final Map<String, NodeExtension> m_nodes = new LinkedHashMap<>();

    private final Map<String, String> m_categoryNames = new LinkedHashMap<>();

    private final List<NodeFactoryClassMapper> m_mappers = new ArrayList<>();

    private NodeCatalog() {
    }

    /**
     * Reads the contributions and registers their port types.
     *
     * @param plugins the bundles' plugin.xml files
     * @throws IOException if a contribution names a class that cannot be loaded
     */
    static NodeCatalog of(final Collection<PluginXml> plugins) throws IOException {
        final var catalog = new NodeCatalog();
        // the one of KNIME's own nodes that small workflows cannot do without
        TABLE_CREATORS.forEach(name -> catalog.add(NodeExtension.standIn(name, TableCreatorNodeFactory.class,
            "/io/other")));
        for (var plugin : plugins) {
            PortTypes.register(plugin);
            for (var node : plugin.to(NODES, "node")) {
                catalog.add(NodeExtension.contributed(node, plugin));
            }
            for (var category : plugin.to(CATEGORIES, "category")) {
                final var path = Optional.ofNullable(category.attribute("path")).orElse("/");
                catalog.m_categoryNames.put((path.endsWith("/") ? path : path + "/") + category.attribute("level-id"),
                    category.attribute("name"));
            }
            for (var mapper : plugin.to(MAPPERS, "NodeFactoryClassMapper")) {
                catalog.m_mappers.add(Instances.create(NodeFactoryClassMapper.class, plugin.loader(),
                    mapper.attribute("classMapper"), plugin.bundle()));
            }
        }
        return catalog;
    }

    /** @return all nodes, in the order of their categories */
    public List<NodeExtension> nodes() {
        return m_nodes.values().stream().sorted(Comparator.comparing(NodeExtension::categoryPath)).toList();
    }

    /**
     * @param factoryClass the factory's class name as a workflow has it, also an old one that a class mapper knows
     * @return the node, empty if it is not available
     */
    public Optional<NodeExtension> find(final String factoryClass) {
        final var direct = m_nodes.get(factoryClass);
        if (direct != null) {
            return Optional.of(direct);
        }
        for (var mapper : m_mappers) {
            final NodeFactory<? extends NodeModel> mapped = mapper.mapFactoryClassName(factoryClass);
            if (mapped != null) {
                return Optional.ofNullable(m_nodes.get(mapped.getClass().getName()));
            }
        }
        return Optional.empty();
    }

    /** @return the readable form of a category path, such as {@code Community Nodes › scELMo} */
    public String categoryName(final String categoryPath) {
        final var names = new ArrayList<String>();
        final var path = new StringBuilder();
        for (var level : categoryPath.split("/")) {
            if (!level.isEmpty()) {
                path.append('/').append(level);
                names.add(m_categoryNames.getOrDefault(path.toString(),
                    path.toString().equals("/community") ? "Community Nodes" : level));
            }
        }
        return String.join(" › ", names);
    }

    private void add(final NodeExtension node) {
        m_nodes.putIfAbsent(node.factoryClass(), node);
    }
}
