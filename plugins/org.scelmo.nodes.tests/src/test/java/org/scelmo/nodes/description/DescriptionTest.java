package org.scelmo.nodes.description;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.node.parameters.NodeParameters;
import org.scelmo.embedded.parameters.Instances;
import org.scelmo.embedded.ui.dialog.DialogSnapshot;
import org.scelmo.embedded.ui.dialog.DialogWidgets;
import org.scelmo.embedded.ui.dialog.DialogWidgets.DeclaredWidget;
import org.scelmo.embedded.ui.dialog.WidgetState;
import org.scelmo.nodes.testing.NodePlugin;
import org.scelmo.nodes.testing.NodePlugin.Contribution;
import org.scelmo.nodes.testing.TestKnime;
import org.scelmo.nodes.testing.TypicalInputs;
import org.w3c.dom.Element;

/** Texts, icons and categories as a KNIME user expects them. */
class DescriptionTest {

    private static final Pattern SENTENCE = Pattern.compile("^[A-Z].*[^.]\\.$", Pattern.DOTALL);

    private static final Pattern TITLE_CASE =
        Pattern.compile("(kNN|scIB|In-silico|[A-Z]\\w*|to)( ([A-Z]\\w*|to|and)){0,3}");

    /** Names that keep their capital within a label. */
    private static final List<String> PROPER = List.of("URL", "AnnData", "NumPy", "X");

    static List<Contribution> nodes() {
        return NodePlugin.nodes();
    }

    private static List<Element> elements(final Contribution node, final String tag) {
        final var found = node.factory().getXMLDescription().getElementsByTagName(tag);
        return IntStream.range(0, found.getLength()).mapToObj(i -> (Element)found.item(i)).toList();
    }

    private static String text(final Contribution node, final String tag) {
        return elements(node, tag).get(0).getTextContent().strip();
    }

    private static List<WidgetState> widgets(final Contribution node) {
        return DialogSnapshot.of(node.parameters(), TypicalInputs.of(node)).widgets().stream()
            .filter(w -> !w.kind().equals("message")).toList();
    }

    @ParameterizedTest
    @MethodSource("nodes")
    void nameIsShortAndInTitleCase(final Contribution node) {
        final var name = text(node, "name");
        assertTrue(TITLE_CASE.matcher(name).matches(), name);
        assertFalse(name.contains("Node"), name);
    }

    @ParameterizedTest
    @MethodSource("nodes")
    void shortDescriptionIsOneSentenceThatBeginsWithAVerb(final Contribution node) {
        final var text = text(node, "shortDescription");
        assertTrue(SENTENCE.matcher(text).matches() && !text.replace(".h5ad", "").contains(". "), text);
        assertTrue(text.split(" ")[0].endsWith("s"), text);
        assertFalse(text.contains(text(node, "name")), text);
    }

    @ParameterizedTest
    @MethodSource("nodes")
    void fullDescriptionSaysWhatWhenAndTheRules(final Contribution node) {
        final var intro = elements(node, "intro").get(0);
        assertTrue(intro.getTextContent().contains("Use "), "when to use it");
        final var rules = intro.getElementsByTagName("li");
        assertTrue(rules.getLength() >= 2, "rules as a list");
        for (int i = 0; i < rules.getLength(); i++) {
            final var rule = ((Element)rules.item(i)).getElementsByTagName("b");
            assertTrue(rule.getLength() > 0, "bold lead-in: " + rules.item(i).getTextContent());
        }
    }

    @ParameterizedTest
    @MethodSource("nodes")
    void portsAreDescribed(final Contribution node) {
        final var ports = new ArrayList<Element>();
        for (final var tag : List.of("inPort", "outPort", "dynInPort", "dynOutPort")) {
            ports.addAll(elements(node, tag));
        }
        assertFalse(ports.isEmpty());
        for (final var port : ports) {
            assertFalse(port.getAttribute("name").isBlank());
            assertTrue(SENTENCE.matcher(port.getTextContent().strip()).matches(), port.getTextContent());
        }
    }

    @ParameterizedTest
    @MethodSource("nodes")
    void optionsAreDescribedWithTheirDefault(final Contribution node) {
        for (final var widget : widgets(node)) {
            final var text = widget.description();
            assertTrue(SENTENCE.matcher(text).matches(), widget.path() + ": " + text);
            assertTrue(text.contains("efault"), widget.path() + ": " + text);
            assertFalse(widget.title().endsWith(":") || widget.title().endsWith("."), widget.title());
            final var words = Arrays.asList(widget.title().split(" "));
            assertTrue(Character.isUpperCase(words.get(0).charAt(0)), widget.title());
            for (final var word : words.subList(1, words.size())) {
                assertTrue(Character.isLowerCase(word.charAt(0)) || PROPER.contains(word) || word.startsWith("("),
                    widget.title());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("nodes")
    void constantsAreDescribed(final Contribution node) {
        for (final var option : elements(node, "option")) {
            final var items = option.getElementsByTagName("li");
            for (int i = 0; i < items.getLength(); i++) {
                final var text = items.item(i).getTextContent();
                assertTrue(SENTENCE.matcher(text.substring(text.indexOf(':') + 1).strip()).matches(), text);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("nodes")
    void dialogShowsAtMostSixOptionsAtOnce(final Contribution node) {
        for (final var parameters : states(node)) {
            final var visible = DialogSnapshot.of(parameters, TypicalInputs.of(node)).widgets().stream()
                .filter(w -> !w.kind().equals("message") && !w.advanced() && w.shown()).map(WidgetState::title)
                .toList();
            assertTrue(visible.size() <= 6, visible.toString());
        }
    }

    /** @return parameters with each choice made that may show other options, one at a time and two at a time */
    private static List<NodeParameters> states(final Contribution node) {
        final Supplier<NodeParameters> fresh = () -> Instances.of(node.parameters(), TypicalInputs.of(node));
        final List<Consumer<NodeParameters>> choices = new ArrayList<>(List.of(p -> { }));
        for (final var widget : DialogWidgets.of(node.parameters())) {
            for (final var constant : Objects.requireNonNullElse(widget.field().valueType().getEnumConstants(),
                new Object[0])) {
                choices.add(p -> widget.field().set(owner(widget, p), constant));
            }
        }
        final var states = new ArrayList<NodeParameters>();
        for (final var first : choices) {
            for (final var second : choices) {
                final var parameters = fresh.get();
                first.andThen(second).accept(parameters);
                states.add(parameters);
            }
        }
        return states;
    }

    private static Object owner(final DeclaredWidget widget, final Object parameters) {
        var owner = parameters;
        for (final var field : widget.trail().subList(0, widget.trail().size() - 1)) {
            owner = field.get(owner);
        }
        return owner;
    }

    @ParameterizedTest
    @MethodSource("nodes")
    void hasTypeKeywordsAndIcon(final Contribution node) throws IOException {
        assertNotEquals(NodeType.Unknown, node.factory().getType());
        final var keywords =
            elements(node, "keyword").stream().map(Element::getTextContent).collect(Collectors.toSet());
        assertTrue(keywords.size() >= 5 && keywords.contains("scELMo"), keywords.toString());
        final var icon = node.folder().resolve(
            node.factory().getXMLDescription().getAttribute("icon").replaceFirst("^.*/", ""));
        assertTrue(Files.exists(icon), icon.toString());
        assertTrue(Files.exists(icon.resolveSibling(icon.getFileName().toString().replace(".png", ".svg"))));
        checkIcon(ImageIO.read(icon.toFile()).getWidth(), ImageIO.read(icon.toFile()).getHeight());
    }

    private static void checkIcon(final int width, final int height) {
        assertEquals(List.of(16, 16), List.of(width, height));
    }

    @ParameterizedTest
    @MethodSource("nodes")
    void categoryExists(final Contribution node) {
        final var paths = NodePlugin.elements("category").stream()
            .map(c -> c.getAttribute("path") + "/" + c.getAttribute("level-id")).toList();
        assertTrue(paths.contains(node.category()), node.category());
    }

    @Test
    void categoriesAreDescribedAndNotEmpty() throws IOException {
        final var used = NodePlugin.nodes().stream().map(Contribution::category).toList();
        for (final var category : NodePlugin.elements("category")) {
            final var path = category.getAttribute("path") + "/" + category.getAttribute("level-id");
            assertFalse(category.getAttribute("description").isBlank(), path);
            assertTrue(used.stream().anyMatch(u -> u.startsWith(path)), path + " is empty");
            final var icon = TestKnime.plugin().resolve(category.getAttribute("icon"));
            checkIcon(ImageIO.read(icon.toFile()).getWidth(), ImageIO.read(icon.toFile()).getHeight());
            assertTrue(Files.exists(icon.resolveSibling(icon.getFileName().toString().replace(".png", ".svg"))));
        }
    }

    @Test
    void everyFactoryIsContributed() throws IOException {
        try (var files = Files.walk(TestKnime.plugin().resolve("src"))) {
            final var factories = files.map(f -> f.getFileName().toString()).filter(f -> f.endsWith("NodeFactory.java"))
                .map(f -> f.replace(".java", "")).sorted().toList();
            assertEquals(factories, NodePlugin.nodes().stream().map(Contribution::toString).sorted().toList());
        }
    }
}
