package org.scelmo.llm.local;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Executor;

import org.scelmo.core.ScelmoException;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.SessionOptions;
import dev.langchain4j.model.embedding.onnx.AbstractInProcessEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.OnnxBertBiEncoder;
import dev.langchain4j.model.embedding.onnx.PoolingMode;

/**
 * The library's model with sessions of our own: one thread computes one text, so that the numbers do not depend on how
 * many texts are computed at once.
 */
final class BgeSmallModel extends AbstractInProcessEmbeddingModel {

    static final int DIMENSIONS = 384;

    private static final String FILE = "/bge-small-en-v1.5.onnx";

    private static final String TOKENIZER = "/bge-small-en-v1.5-tokenizer.json";

    private final OnnxBertBiEncoder m_encoder;

    BgeSmallModel(final OnnxBertBiEncoder encoder, final Executor executor) {
        super(executor);
        m_encoder = encoder;
    }

    @Override
    protected OnnxBertBiEncoder model() {
        return m_encoder;
    }

    @Override
    protected Integer knownDimension() {
        return DIMENSIONS;
    }

    /** @return the encoder of this process, loaded by the first call in about a second; safe for several threads */
    static OnnxBertBiEncoder encoder() {
        try {
            return Loaded.ENCODER;
        } catch (ExceptionInInitializerError | NoClassDefFoundError e) {
            throw new ScelmoException(e, "The embedding model %s cannot run on this computer (%s, %s)."
                .formatted(BgeSmall.MODEL, System.getProperty("os.name"), System.getProperty("os.arch")),
                "It needs 64-bit Linux, 64-bit Windows, or a Mac with an Apple processor.",
                "Use an embedding service instead, for example Ollama on this computer.");
        }
    }

    /** Loads once: the library's native memory is given back by nobody, so a second copy would stay for good. */
    private static final class Loaded {

        static final OnnxBertBiEncoder ENCODER = load();

        private static OnnxBertBiEncoder load() {
            final var loader = Thread.currentThread().getContextClassLoader();
            // the libraries look for their services and natives through the thread, which in KNIME sees neither
            Thread.currentThread().setContextClassLoader(BgeSmallModel.class.getClassLoader());
            try (var model = OnnxBertBiEncoder.class.getResourceAsStream(FILE);
                    var tokenizer = OnnxBertBiEncoder.class.getResourceAsStream(TOKENIZER)) {
                NativeLibraries.unpack();
                return encoder(model, tokenizer);
            } catch (IOException | OrtException e) {
                throw new IllegalStateException(e);
            } finally {
                Thread.currentThread().setContextClassLoader(loader);
            }
        }

        private static OnnxBertBiEncoder encoder(final InputStream model, final InputStream tokenizer)
            throws IOException, OrtException {
            final var environment = OrtEnvironment.getEnvironment();
            try (var options = new SessionOptions()) {
                options.setIntraOpNumThreads(1);
                options.setInterOpNumThreads(1);
                final var session = environment.createSession(model.readAllBytes(), options);
                return new OnnxBertBiEncoder(environment, session, tokenizer, PoolingMode.CLS);
            }
        }
    }
}
