package org.scelmo.embedded.ui.dialog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A dialog as JSON. */
final class DialogJson {

    private DialogJson() {
    }

    static String render(final List<WidgetState> widgets) {
        return JsonText.of(Map.of("widgets", widgets.stream().map(DialogJson::widget).toList()));
    }

    /** What a reader expects is left out: not advanced, shown, enabled, no constraints. */
    private static Map<String, Object> widget(final WidgetState widget) {
        final var json = new LinkedHashMap<String, Object>();
        json.put("path", widget.path());
        if (!widget.section().isEmpty()) {
            json.put("section", widget.section());
        }
        json.put("title", widget.title());
        json.put("kind", widget.kind());
        flag(json, "advanced", widget.advanced());
        flag(json, "hidden", !widget.shown());
        flag(json, "disabled", !widget.enabled());
        json.put("value", widget.value().orElse(null));
        widget.choices().ifPresent(choices -> json.put("choices", choices.stream().map(DialogJson::choice).toList()));
        if (!widget.constraints().isEmpty()) {
            json.put("constraints", widget.constraints());
        }
        return json;
    }

    private static void flag(final Map<String, Object> json, final String key, final boolean set) {
        if (set) {
            json.put(key, true);
        }
    }

    private static Map<String, Object> choice(final Choice choice) {
        final var json = new LinkedHashMap<String, Object>();
        json.put("id", choice.id());
        json.put("text", choice.text());
        return json;
    }
}
