package org.errorpages;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.errorpages.http.MediaType;
import org.errorpages.render.MarkdownRenderer;
import org.errorpages.render.ProblemJsonRenderer;
import org.errorpages.render.ProblemXmlRenderer;
import org.errorpages.render.Renderer;
import org.errorpages.render.TextRenderer;
import org.errorpages.render.html.HtmlRenderer;

/** The forms in which an answer can be given, the one for who asks for nothing first. */
final class RendererRegistry {

    private RendererRegistry() {}

    /** Returns ours and those of the application, which take the place of ours of the same media type. */
    static List<Renderer> of(ErrorPagesConfig config, List<Renderer> own) {
        var forms = new LinkedHashMap<MediaType, Renderer>();
        var html = HtmlRenderer.of(config.theme(), config.own().pages())
                .linkingTo(config.supportedLocales().tags());
        var ours = Stream.of(
                html, new ProblemJsonRenderer(), new ProblemXmlRenderer(), new TextRenderer(), new MarkdownRenderer());
        Stream.concat(ours, own.stream()).forEach(form -> forms.put(form.mediaType(), form));
        return List.copyOf(forms.values());
    }
}
