package org.scelmo.embedded.runner.view;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.scelmo.embedded.core.io.TempFiles;

/**
 * A Chromium that is installed on this computer, run without a window.
 *
 * @param program the program
 */
public record Browser(Path program) {

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");

    private static final int PATIENCE_SECONDS = 60;

    /** @return the browser, if there is one on the path */
    public static Optional<Browser> find() {
        final var folders = Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator);
        return Arrays.stream(folders).flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
            .filter(Files::isExecutable).findFirst().map(Browser::new);
    }

    /**
     * Saves what a page shows once its scripts have run.
     *
     * @param address of the page
     * @param image the PNG file to write
     * @param width of the image, in pixels
     * @param height of the image, in pixels
     * @throws IOException if the browser fails or takes more than a minute
     * @throws InterruptedException if the thread is interrupted; the browser is stopped
     */
    public void screenshot(final URI address, final Path image, final int width, final int height)
        throws IOException, InterruptedException {
        final var profile = Files.createTempDirectory("browser-");
        // the sandbox of the browser does not work for root; the page is our own and can reach nothing
        final var process = new ProcessBuilder(program.toString(), "--headless", "--no-sandbox", "--disable-gpu",
            "--hide-scrollbars", "--disable-dev-shm-usage", "--virtual-time-budget=10000",
            // else the frame is drawn by another process, and the picture may be taken before it is done
            "--disable-features=IsolateSandboxedIframes", "--run-all-compositor-stages-before-draw",
            "--user-data-dir=" + profile, "--screenshot=" + image.toAbsolutePath(),
            "--window-size=%d,%d".formatted(width, height), address.toString())
                .redirectErrorStream(true).redirectOutput(profile.resolve("log.txt").toFile()).start();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0
                || !Files.exists(image)) {
                throw new IOException("The browser %s made no picture of the view".formatted(program));
            }
        } finally {
            process.destroyForcibly();
            TempFiles.delete(profile);
        }
    }
}
