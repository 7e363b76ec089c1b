package org.scelmo.embedded.runner.registry;

import java.io.IOException;
import java.io.StringReader;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * One plugin.xml: its contributions to extension points.
 *
 * @param bundle the bundle it belongs to
 * @param loader loads the classes it names
 * @param contributions all top elements of all its extensions
 */
record PluginXml(BundleInfo bundle, ClassLoader loader, List<Contribution> contributions) {

    /**
     * An element inside {@code <extension point="...">}.
     *
     * @param point the extension point
     * @param element the element
     */
    record Contribution(String point, Element element) {

        /** @return the attribute, {@code null} if it is absent or empty */
        String attribute(final String name) {
            final var value = element.getAttribute(name);
            return value.isEmpty() ? null : value;
        }

        boolean flag(final String name) {
            return Boolean.parseBoolean(element.getAttribute(name));
        }
    }

    static PluginXml read(final URL place, final ClassLoader loader) throws IOException {
        final var connection = place.openConnection();
        connection.setUseCaches(false);
        try (var in = connection.getInputStream()) {
            final var builders = DocumentBuilderFactory.newInstance();
            builders.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            final var builder = builders.newDocumentBuilder();
            // nothing outside the file is read: an external entity is empty
            builder.setEntityResolver((publicId, systemId) -> new InputSource(new StringReader("")));
            final var root = builder.parse(in).getDocumentElement();
            final var contributions = new ArrayList<Contribution>();
            for (var extension : children(root, "extension")) {
                for (var element : children(extension, null)) {
                    contributions.add(new Contribution(extension.getAttribute("point"), element));
                }
            }
            return new PluginXml(BundleInfo.besides(place), loader, List.copyOf(contributions));
        } catch (final SAXException | ParserConfigurationException e) {
            throw new IOException("Cannot read %s: %s".formatted(place, e.getMessage()), e);
        }
    }

    /** @return the contributions to one extension point with the given element name */
    List<Contribution> to(final String point, final String elementName) {
        return contributions.stream()
            .filter(c -> c.point().equals(point) && c.element().getTagName().equals(elementName)).toList();
    }

    private static List<Element> children(final Element parent, final String name) {
        final var found = new ArrayList<Element>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && (name == null || name.equals(element.getTagName()))) {
                found.add(element);
            }
        }
        return found;
    }
}
