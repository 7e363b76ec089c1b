package org.scelmo.nodes.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.knime.node.DefaultNodeFactory;
import org.knime.node.parameters.NodeParameters;
import org.scelmo.nodes.testing.TestKnime;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;

/** What may depend on what, and how large a class may grow. */
class ArchitectureTest {

    private static final int MAX_COLUMNS = 120;

    private static final int MAX_LINES = 400;

    private static final int MAX_FACTORY_LINES = 300;

    private static final JavaClasses NODES = new ClassFileImporter()
        .withImportOption(location -> !location.contains("test-classes")).importPackages("org.scelmo.nodes");

    @Test
    void nodesUseOnlyOurLibrariesKnimeAndTheJdk() {
        classes().that().resideInAPackage("org.scelmo.nodes..").should().onlyDependOnClassesThat()
            .resideInAnyPackage("org.scelmo.nodes..", "org.scelmo.adaptor..", "org.scelmo.core..", "org.scelmo.llm..",
                "org.knime..", "java..", "org.eclipse.core.runtime.preferences..", "javax.swing..")
            .check(NODES);
    }

    @Test
    void swingOccursOnlyWherePortsMustNameIt() {
        noClasses().that().resideOutsideOfPackage("org.scelmo.nodes.port").should().dependOnClassesThat()
            .resideInAnyPackage("javax.swing..", "java.awt..").check(NODES);
    }

    @Test
    void nodesDoNotKnowEachOther() {
        slices().matching("org.scelmo.nodes.(io|languagemodel|embedding|annotation|evaluation).(*)..").should()
            .notDependOnEachOther().check(NODES);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("org.scelmo.nodes.(**)").should().beFreeOfCycles().check(NODES);
    }

    /** Read from the sources: annotations of the public API drag internal defaults into the class files. */
    @Test
    void internalApiOfKnimeIsOnlyTheFileChooserAndTheFaceOfNodesWithCredentials() throws IOException {
        final var internal = new TreeSet<String>();
        for (final var file : sources("plugins/org.scelmo.nodes/src")) {
            Files.readAllLines(file).stream().filter(line -> line.startsWith("import org.knime.core.webui."))
                .map(line -> line.replaceAll("^import |;$", "")).forEach(internal::add);
        }
        final var dialog = "org.knime.core.webui.node.dialog.";
        final var defaultDialog = dialog + "defaultdialog.";
        final var fileChooser = defaultDialog + "internal.file.";
        final var data = "org.knime.core.webui.data.";
        final var view = "org.knime.core.webui.node.view.";
        assertEquals(Set.of(data + "ApplyDataService", data + "InitialDataService", data + "RpcDataService",
            view + "NodeView", view + "NodeViewFactory", "org.knime.core.webui.page.Page",
            fileChooser + "FileReaderWidget", fileChooser + "FileSelection",
            fileChooser + "FileWriterWidget", dialog + "NodeDialog", dialog + "NodeDialogFactory",
            dialog + "NodeDialogManager", dialog + "SettingsType", defaultDialog + "DefaultNodeDialog",
            defaultDialog + "NodeParametersInputImpl", defaultDialog + "NodeParametersUtil"), internal);
    }

    @Test
    void nothingIsSerializedByJava() {
        noClasses().should().dependOnClassesThat().haveFullyQualifiedName("java.io.ObjectInputStream").check(NODES);
    }

    @Test
    void factoriesAndParametersAreNamedSo() {
        classes().that().areAssignableTo(DefaultNodeFactory.class).should().haveSimpleNameEndingWith("NodeFactory")
            .check(NODES);
        classes().that().areAssignableTo(NodeParameters.class).should().haveSimpleNameEndingWith("Parameters")
            .check(NODES);
    }

    @Test
    void filesStaySmall() throws IOException {
        final List<String> tooLong = new ArrayList<>();
        for (final var folder : List.of("plugins/org.scelmo.nodes/src", "plugins/org.scelmo.nodes.tests/src")) {
            for (final var file : sources(folder)) {
                final int lines = Files.readAllLines(file).size();
                final boolean factory = file.toString().endsWith("NodeFactory.java");
                if (lines > (factory ? MAX_FACTORY_LINES : MAX_LINES)) {
                    tooLong.add(file.getFileName() + ": " + lines);
                }
            }
        }
        assertEquals(List.of(), tooLong);
    }

    @Test
    void linesAreNotTooWide() throws IOException {
        final List<String> tooWide = new ArrayList<>();
        for (final var folder : List.of("plugins/org.scelmo.nodes/src", "plugins/org.scelmo.nodes.tests/src")) {
            for (final var file : sources(folder)) {
                Files.readAllLines(file).stream().filter(line -> line.length() > MAX_COLUMNS)
                    .forEach(line -> tooWide.add(file.getFileName() + ": " + line.strip()));
            }
        }
        assertEquals(List.of(), tooWide);
    }

    private static List<Path> sources(final String folder) throws IOException {
        try (var files = Files.walk(TestKnime.repository().resolve(folder))) {
            return files.filter(f -> f.toString().endsWith(".java")).toList();
        }
    }
}
