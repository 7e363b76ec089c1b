package org.scelmo.adaptor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** The rules of the house, held by a test. */
class ArchitectureTest {

    private static final int MAX_LINES = 400;

    private static final JavaClasses CLASSES = new ClassFileImporter()
        .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.scelmo.adaptor");

    @Test
    void packagesFormNoCycle() {
        slices().matching("org.scelmo.adaptor.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void theAdaptorKnowsNeitherKnimeNorLanguageModelsNorJavaSerialization() {
        noClasses().should().dependOnClassesThat().resideInAnyPackage("org.knime..", "java.net.http..",
            "org.scelmo.nodes..", "org.scelmo.llm..", "org.eclipse..", "org.osgi..").check(CLASSES);
        noClasses().should().dependOnClassesThat().haveFullyQualifiedName("java.io.ObjectInputStream").check(CLASSES);
    }

    @Test
    void noClassIsLong() throws Exception {
        try (var files = Files.walk(Path.of("src"))) {
            for (final var file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                assertTrue(Files.readAllLines(file).size() <= MAX_LINES, file + " is too long");
            }
        }
    }
}
