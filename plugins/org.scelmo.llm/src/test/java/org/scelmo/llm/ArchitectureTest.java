package org.scelmo.llm;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** The rules of the house, held by a test. */
class ArchitectureTest {

    private static final int MAX_LINES = 400;

    private static final JavaClasses CLASSES =
        new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.scelmo.llm");

    @Test
    void packagesFormNoCycle() {
        slices().matching("org.scelmo.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void knowsNeitherKnimeNorDeepLearningNorNodes() {
        noClasses().should().dependOnClassesThat().resideInAnyPackage("org.knime..", "org.deeplearning4j..",
            "org.nd4j..", "org.scelmo.nodes..", "org.scelmo.adaptor..", "org.eclipse..", "org.osgi..").check(CLASSES);
    }

    @Test
    void nothingIsRevivedByJavaSerialization() {
        noClasses().should().dependOnClassesThat().haveFullyQualifiedName("java.io.ObjectInputStream").check(CLASSES);
    }

    @Test
    void noClassIsLong() throws IOException {
        final var tooLong = new ArrayList<String>();
        for (final var source : sources("src/main/java", "src/test/java")) {
            final int lines = Files.readAllLines(source).size();
            if (lines > MAX_LINES) {
                tooLong.add(source + " has " + lines + " lines");
            }
        }
        assertEquals(List.of(), tooLong);
    }

    private static List<Path> sources(final String... roots) throws IOException {
        final var sources = new ArrayList<Path>();
        for (final var root : roots) {
            try (var files = Files.walk(Path.of(root))) {
                files.filter(f -> f.toString().endsWith(".java")).forEach(sources::add);
            }
        }
        return sources;
    }
}
