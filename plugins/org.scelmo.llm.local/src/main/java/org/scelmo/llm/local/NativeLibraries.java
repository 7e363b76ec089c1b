package org.scelmo.llm.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;

import ai.onnxruntime.OrtEnvironment;

/**
 * Puts the native libraries into one folder a version, before they are loaded. Left alone, one of them would unpack
 * into a new temporary folder in every process and leave it there, the other into a hidden folder of its own name.
 */
final class NativeLibraries {

    private static final String[] RUNTIME = {"onnxruntime", "onnxruntime4j_jni"};

    private NativeLibraries() {
    }

    static void unpack() throws IOException {
        final var folder = folder();
        unpackRuntime(folder);
        System.setProperty("onnxruntime.native.path", folder.toString());
        if (System.getProperty("DJL_CACHE_DIR") == null) {
            System.setProperty("DJL_CACHE_DIR", folder.toString());
        }
    }

    private static Path folder() throws IOException {
        final var name =
            "natives-onnxruntime-" + OrtEnvironment.class.getPackage().getImplementationVersion();
        final var home = Path.of(System.getProperty("user.home"), ".scelmo", name);
        try {
            return Files.createDirectories(home);
        } catch (final IOException e) { // a server's user may have no home to write to
            return Files.createDirectories(Path.of(System.getProperty("java.io.tmpdir"), "scelmo", name));
        }
    }

    private static void unpackRuntime(final Path folder) throws IOException {
        for (final var library : RUNTIME) {
            final var file = System.mapLibraryName(library);
            final var resource = "/ai/onnxruntime/native/" + platform() + "/" + file;
            try (var in = OrtEnvironment.class.getResourceAsStream(resource)) {
                if (in == null) {
                    throw new IOException("The library has no native code for this computer: " + resource);
                }
                final var target = folder.resolve(file);
                final var bytes = in.readAllBytes();
                if (Files.exists(target) && Files.size(target) == bytes.length) {
                    continue;
                }
                final var part = Files.createTempFile(folder, file, ".part");
                Files.write(part, bytes);
                Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static String platform() {
        final var os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        final var arch = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        final var system = os.contains("win") ? "win" : os.contains("mac") ? "osx" : "linux";
        return system + "-" + (arch.contains("aarch64") || arch.contains("arm64") ? "aarch64" : "x64");
    }
}
