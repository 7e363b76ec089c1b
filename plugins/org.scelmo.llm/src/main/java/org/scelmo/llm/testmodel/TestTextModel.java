package org.scelmo.llm.testmodel;

import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;

import org.scelmo.llm.model.ModelIdentity;
import org.scelmo.llm.model.Prompt;
import org.scelmo.llm.model.TextAnswer;
import org.scelmo.llm.model.TextModel;
import org.scelmo.llm.model.Usage;

/**
 * Answers at once, offline and always the same: a short text about the subject of the prompt that reads like a
 * description and says of itself that it is none. Costs nothing.
 */
public final class TestTextModel implements TextModel {

    /** The name that identities hold. */
    public static final String MODEL = "test-text-model";

    /** What every answer starts with. */
    public static final String MARK = "[Test model, not a fact]";

    private static final List<String> ROLES = List.of("acts as a receptor of the cell surface",
        "encodes an enzyme of the central metabolism", "regulates transcription in the nucleus",
        "takes part in the presentation of antigens", "carries ions across the membrane",
        "binds and transports small molecules", "belongs to the scaffold of the cytoskeleton",
        "is secreted and signals to neighbouring cells");

    private static final List<String> PATHWAYS = List.of("the MAPK cascade", "JAK-STAT signalling", "Wnt signalling",
        "the PI3K-Akt axis", "NF-kB signalling", "oxidative phosphorylation", "Notch signalling", "apoptosis");

    /** What follows the first colon, up to the end of its sentence or line: "... of gene: CD79A. Use ...". */
    private static final Pattern SUBJECT = Pattern.compile(":\\s*(\\S.*?)(?:[.?!](?=\\s|$)|$)", Pattern.MULTILINE);

    private static final int LONGEST_SUBJECT = 200;

    private final long m_seed;

    /** @param seed another seed gives other answers */
    public TestTextModel(final long seed) {
        m_seed = seed;
    }

    @Override
    public ModelIdentity identity() {
        final var parameters = new TreeMap<String, String>();
        parameters.put("seed", Long.toString(m_seed));
        return new ModelIdentity("test", "", MODEL, parameters);
    }

    @Override
    public CompletableFuture<TextAnswer> ask(final Prompt prompt) {
        return CompletableFuture.completedFuture(
            new TextAnswer(describe(prompt), TextAnswer.End.COMPLETE, Usage.NONE, MODEL, "test-" + m_seed));
    }

    @Override
    public void close() {
        // holds nothing
    }

    private String describe(final Prompt prompt) {
        final var subject = subject(prompt.user());
        final long hash = Hash.of(m_seed, prompt.system() + '\n' + prompt.user(), 0,
            prompt.system().length() + 1 + prompt.user().length());
        return MARK + " " + subject + " " + pick(ROLES, hash) + " and is linked to " + pick(PATHWAYS, hash >>> 16)
            + ". Its loss has been tied to " + pick(PATHWAYS, hash >>> 32) + ".";
    }

    private static String subject(final String user) {
        final var matcher = SUBJECT.matcher(user);
        final var subject = matcher.find() ? matcher.group(1) : user.strip();
        return subject.length() <= LONGEST_SUBJECT ? subject : subject.substring(0, LONGEST_SUBJECT);
    }

    private static String pick(final List<String> words, final long hash) {
        return words.get((int)Math.floorMod(hash, (long)words.size()));
    }
}
