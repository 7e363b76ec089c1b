package org.scelmo.preferences;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;

import org.eclipse.ui.IWorkbenchPreferencePage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;

class ScelmoPreferencePageTest {

    @Test
    void pageIsOneOfKnimesAndItsClassIsThere() throws Exception {
        try (var xml = ScelmoPreferencePage.class.getResourceAsStream("/plugin.xml")) {
            final var page = (Element)DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(xml)
                .getElementsByTagName("page").item(0);
            assertEquals("org.knime.workbench.ui.preferences", page.getAttribute("category"));
            assertTrue(IWorkbenchPreferencePage.class.isAssignableFrom(Class.forName(page.getAttribute("class"))));
        }
    }

    @Test
    void defaultOfTheDeviceIsStoredAsNothing() {
        assertEquals(List.of("", "cpu", "cuda"), Stream.of(ScelmoPreferencePage.devices()).map(d -> d[1]).toList());
    }

    @ParameterizedTest
    @CsvSource({"'',true", "' ',true", "64,true", "' 4096 ',true", "63,false", "-64,false", "1.5,false", "2 GB,false",
        "99999999999999999999,false"})
    void memoryIsAWholeNumberOfMegabytesOrNothing(final String text, final boolean allowed) {
        assertEquals(allowed, MegabytesFieldEditor.isAllowed(text));
    }
}
