package org.errorpages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.errorpages.source.EditorLinks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the settings tell the developer page. */
final class DeveloperSettingsTest {

    @Test
    void withoutSettingsNoEditorIsKnown() {
        assertThat(ErrorPagesConfig.defaults().developer()).isEqualTo(DeveloperSettings.DEFAULT);
        assertThat(DeveloperSettings.DEFAULT.editor()).isEqualTo(EditorLinks.none());
    }

    @Test
    void editorAndItsPathsAreSettings() {
        var settings = ErrorPagesConfig.from(Map.of("editor", "idea", "editorPathMapping", "/app=/home/me/shop"))
                .developer();

        assertThat(settings.editor()).isEqualTo(EditorLinks.of("idea", "/app=/home/me/shop"));
        assertThat(settings.applicationCode().editor()).isEqualTo(settings.editor());
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert({line})//{file}", "data:text/html,{file}", "notepad"})
    void editorThatIsNoneStopsTheStart(String editor) {
        assertThatThrownBy(() -> ErrorPagesConfig.from(Map.of("editor", editor)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("editor = '" + editor + "' is not allowed; allowed: ");
    }
}
