package org.scelmo.llm.local;

import org.scelmo.llm.model.TextEmbedder;
import org.scelmo.llm.model.TextEmbedderProvider;

/** BAAI's bge-small-en-v1.5 (MIT licence), as the library langchain4j ships it: ONNX, float32, about 130 MB. */
public final class BgeSmall implements TextEmbedderProvider {

    static final String MODEL = "bge-small-en-v1.5";

    @Override
    public String model() {
        return MODEL;
    }

    @Override
    public String description() {
        return "BAAI bge-small-en-v1.5: 384 dimensions, English, first 512 tokens, runs on this computer without a connection";
    }

    @Override
    public TextEmbedder open(final int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads: " + threads);
        }
        return new OnnxTextEmbedder(BgeSmallModel.encoder(), threads);
    }
}
