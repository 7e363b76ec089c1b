package org.scelmo.embedded.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.objectweb.asm.ClassReader;

/** Reads the signatures of compiled classes. */
public final class ClassFileSignatures {

    private ClassFileSignatures() {
    }

    /**
     * Reads all public and protected classes of a package and those below it.
     *
     * @param classes the folder of class files
     * @param packagePrefix start of the names of the classes, with dots
     * @return their signatures, by name
     * @throws IOException if a class cannot be read
     */
    public static List<Signature> read(final Path classes, final String packagePrefix) throws IOException {
        final var signatures = new ArrayList<Signature>();
        try (var files = Files.walk(classes.resolve(packagePrefix.replace('.', '/')))) {
            for (final var file : files.filter(f -> f.toString().endsWith(".class")).sorted().toList()) {
                final var visitor = new SignatureVisitor();
                new ClassReader(Files.readAllBytes(file)).accept(visitor,
                    ClassReader.SKIP_CODE | ClassReader.SKIP_FRAMES);
                visitor.signature().ifPresent(signatures::add);
            }
        }
        return signatures;
    }
}
