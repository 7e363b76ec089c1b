package org.scelmo.nodes.support.languagemodel;

import java.util.Optional;

import org.knime.node.parameters.widget.choices.Label;
import org.scelmo.llm.openai.Preset;

/** Who runs a language model, as a choice in a dialog. */
public enum Provider {
        @Label(value = "Test model (offline, deterministic)", description = "Answers at once, without network and for "
            + "free. Its texts are made up and its vectors only know spelling: for trying a workflow out.")
        TEST(null),
        @Label(value = "On this computer (offline)", description = "An embedding model that runs inside KNIME, "
            + "without network and for free. It comes with the optional extension scELMo Local Embedding Model.")
        IN_PROCESS(null),
        @Label(value = "OpenAI", description = "OpenAI's own service. Needs a key and costs money.")
        OPENAI(Preset.OPENAI),
        @Label(value = "Azure OpenAI", description = "OpenAI's models on Azure. Needs a key and the address of your "
            + "resource as base URL; the model is the name of your deployment.")
        AZURE(Preset.AZURE),
        @Label(value = "DeepSeek", description = "DeepSeek's service. Needs a key and costs money.")
        DEEPSEEK(Preset.DEEPSEEK),
        @Label(value = "Ollama", description = "Models that Ollama runs on this computer, or another one given as "
            + "base URL.")
        OLLAMA(Preset.OLLAMA),
        @Label(value = "vLLM", description = "Models on a server of your own.")
        VLLM(Preset.VLLM),
        @Label(value = "Other", description = "Any other service that speaks OpenAI's API; give its base URL.")
        CUSTOM(Preset.CUSTOM);

    private final Preset m_preset;

    Provider(final Preset preset) {
        m_preset = preset;
    }

    /** @return how the service is reached; empty for models of this process */
    public Optional<Preset> preset() {
        return Optional.ofNullable(m_preset);
    }

    /** @return whether what it does costs nothing, wherever it runs */
    boolean isFree() {
        return this == TEST || this == IN_PROCESS || this == OLLAMA || this == VLLM;
    }

    /** @return its name in messages */
    String title() {
        return switch (this) {
            case TEST -> "the test model";
            case IN_PROCESS -> "the model on this computer";
            case OPENAI -> "OpenAI";
            case AZURE -> "Azure OpenAI";
            case DEEPSEEK -> "DeepSeek";
            case OLLAMA -> "Ollama";
            case VLLM -> "vLLM";
            case CUSTOM -> "the service";
        };
    }
}
