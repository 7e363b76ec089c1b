package org.scelmo.nodes.workflows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scelmo.embedded.runner.view.Browser;
import org.scelmo.nodes.testing.TestKnime;

/** Views as a browser draws them. */
class ViewPictureTest {

    /** Colour of the line beside the findings, which the page draws once it has its data. */
    private static final int ACCENT = 0xff2062a8;

    /** On a busy computer the browser may take its picture before it has drawn. */
    private static final int LOOKS = 3;

    @TempDir
    Path m_folder;

    @Test
    void theFileSummaryIsDrawn() throws IOException {
        assumeTrue(Browser.find().isPresent(), "Chromium is not installed: the view is not looked at");
        final var picture = m_folder.resolve("summary.png");
        int drawn = 0;
        for (int look = 0; drawn == 0 && look < LOOKS; look++) {
            drawn = accented(picture);
        }
        assertTrue(drawn > 50, "only " + drawn + " pixels of the findings were drawn");
    }

    private static int accented(final Path picture) throws IOException {
        final var workflow = TestKnime.repository().resolve("test-workflows/read-and-inspect");
        final var run = RunnerResult.of("run", workflow.toString(), "--reset", "--view", "5", "--picture",
            picture.toString());
        assertEquals(0, run.exitCode(), run.output());
        final var image = ImageIO.read(picture.toFile());
        int accented = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                accented += image.getRGB(x, y) == ACCENT ? 1 : 0;
            }
        }
        return accented;
    }
}
