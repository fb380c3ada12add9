package org.errorpages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.errorpages.source.EditorLinks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the settings of the developer page. */
final class DeveloperPageSettingsTest {

    @Test
    void theDefaultHasNoEditor() {
        assertThat(ErrorPagesConfig.defaults().developer().editor()).isEqualTo(EditorLinks.none());
    }

    @Test
    void editorAndPathMappingAreRead() {
        var settings = ErrorPagesConfig.from(Map.of("editor", "idea", "editorPathMapping", "/app=/home/me/shop"))
                .developer();

        assertThat(settings.editor()).isEqualTo(EditorLinks.of("idea", "/app=/home/me/shop"));
        assertThat(settings.applicationCode().editor()).isEqualTo(settings.editor());
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert({line})//{file}", "data:text/html,{file}", "notepad"})
    void anInvalidEditorStopsTheStart(String editor) {
        assertThatThrownBy(() -> ErrorPagesConfig.from(Map.of("editor", editor)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("editor = '" + editor + "' is not allowed; allowed: ");
    }
}
