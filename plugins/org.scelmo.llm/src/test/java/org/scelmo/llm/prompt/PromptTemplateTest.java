package org.scelmo.llm.prompt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;

class PromptTemplateTest {

    @Test
    void placeholdersAreFilledByTheirColumns() {
        final var template = PromptTemplate.parse("{name} of {species}, {name} in {cell type}");
        assertEquals(Set.of("name", "species", "cell type"), template.placeholders());
        assertEquals("CD79A of human, CD79A in B cell",
            template.render(Map.of("name", "CD79A", "species", "human", "cell type", "B cell")::get));
    }

    @Test
    void doubledBracesBelongToTheText() {
        assertEquals("{\"gene\": \"INS\"}", PromptTemplate.parse("{{\"gene\": \"{name}\"}}").render(n -> "INS"));
    }

    @Test
    void whatIsFilledInIsNeverReadAsATemplate() {
        assertEquals("about {name} and {{", PromptTemplate.parse("about {name} and {x}")
            .render(Map.of("name", "{name}", "x", "{{")::get));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{name", "name}", "{}", "{a{b}}", "{a\nb}", "{{name}", "line\n}"})
    void unbalancedBracesAreRefusedWithTheirPlace(final String text) {
        final var e = assertThrows(PromptException.class, () -> PromptTemplate.parse(text));
        assertTrue(e.getMessage().startsWith("The brace in line "), e.getMessage());
        assertTrue(e.resolutions().size() == 2);
    }

    @Test
    void unknownPlaceholderProposesTheNearestColumn() {
        final var template = PromptTemplate.parse("{Tisue} of {name}");
        final var e = assertThrows(PromptException.class, () -> template.check(List.of("name", "species", "tissue")));
        assertEquals("The prompt has the placeholder {Tisue}, but there is no such column.", e.getMessage());
        assertEquals("Write {tissue} instead.", e.resolutions().get(0));
    }

    @Test
    void unknownPlaceholderUnlikeAnyColumnListsThem() {
        final var e = assertThrows(PromptException.class,
            () -> PromptTemplate.parse("{organism}").check(List.of("name", "id")));
        assertEquals("Use one of: {name}, {id}.", e.resolutions().get(0));
    }

    @Test
    void missingValueIsAnErrorOfTheRow() {
        final var template = PromptTemplate.parse("{name} in {tissue}");
        for (final var missing : new String[]{null, " "}) {
            final var e = assertThrows(PromptException.class,
                () -> template.render(n -> n.equals("name") ? "INS" : missing));
            assertEquals("The value of {tissue} is missing.", e.getMessage());
        }
    }

    @Test
    void lineEndsOfEverySystemAskTheSame() {
        assertEquals("a\nb\nc INS", PromptTemplate.parse("a\r\nb\rc {name}").render(n -> "INS"));
    }

    @Property
    void anyTextIsReadOrRefusedAndDoublingItsBracesKeepsIt(
        @ForAll @StringLength(max = 12) @CharRange(from = 'x', to = '}') final String text) {
        final var doubled = text.replace("{", "{{").replace("}", "}}");
        assertEquals(text, PromptTemplate.parse(doubled).render(n -> null));
        try {
            PromptTemplate.parse(text);
        } catch (final PromptException e) {
            assertTrue(text.contains("{") || text.contains("}"));
        }
    }
}
