package org.errorpages.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import org.errorpages.source.SourceFinder.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that links open a line in an editor, and nothing else. */
final class EditorLinksTest {

    @ParameterizedTest
    @CsvSource({
        "idea,      idea://open?file=/srv/shop/Order.java&line=42",
        "vscode,    vscode://file/srv/shop/Order.java:42",
        "cursor,    cursor://file/srv/shop/Order.java:42",
        "sublime,   subl://open?url=file:///srv/shop/Order.java&line=42",
        "idea-rest, http://localhost:63342/api/file/srv/shop/Order.java:42",
        "toolbox,   jetbrains://idea/navigate/reference?path=shop/Order.java:42",
        "'vscode://vscode-remote/dev{file}:{line}:{column}', vscode://vscode-remote/dev/srv/shop/Order.java:42:1",
        "'idea://open?class={class}',                        idea://open?class=shop.Order%24Item"
    })
    void anEditorIsConfiguredByNameOrTemplate(String editor, String url) {
        assertThat(url(editor, "", "/srv/shop/Order.java")).hasValue(url);
    }

    @ParameterizedTest
    @CsvSource({
        "'/a b/O.java',          /a%20b/O.java",
        "'/a&line=1#x?y/O.java', /a%26line%3D1%23x%3Fy/O.java",
        "'/a%2e/O+.java',        /a%252e/O%2B.java",
        "/a/Größe.java,          /a/Gr%C3%B6%C3%9Fe.java",
        "'/a\"<b>''/O.java',     /a%22%3Cb%3E%27/O.java"
    })
    void specialCharactersInAPathAreEncoded(String path, String encoded) {
        assertThat(url("vscode", "", path)).hasValue("vscode://file" + encoded + ":42");
    }

    @ParameterizedTest
    @CsvSource({
        "/app=/home/me/shop,          /app/src/O.java, /home/me/shop/src/O.java",
        "/app/=/home/me/shop/,        /app/src/O.java, /home/me/shop/src/O.java",
        "/app=/home/me/shop,          /apple/O.java,   /apple/O.java",
        "'/app=/one, /app/deep=/two', /app/deep/O.java, /two/O.java",
        "/app=C:/work/shop,           /app/O.java,     /C:/work/shop/O.java",
        "'/app=C:\\work\\shop',       /app/O.java,     /C:/work/shop/O.java",
        "'/home=//wsl.localhost/U/home', /home/O.java, //wsl.localhost/U/home/O.java",
        "/=/mnt/box,                  /app/O.java,     /mnt/box/app/O.java"
    })
    void serverPathsAreMappedToTheDevelopersMachine(String mapping, String path, String local) {
        assertThat(url("vscode", mapping, path)).hasValue("vscode://file" + local + ":42");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert('{file}')",
                "JavaScript:alert({line})//{file}",
                "data:text/html,{file}",
                "file://{file}",
                "http://localhost:80/{file}",
                "http://localhost:63342.evil.test/{file}",
                "http://localhost:63342@evil.test/{file}",
                "https://evil.test/{file}",
                "{file}",
                "{class}:x",
                "/path{file}",
                "vscode://file/fixed",
                "vscode://file{file}:{row}",
                "vscode://file{file}\" onclick=\"",
                "vscode://file{file} x",
                "vscode://file{file}\n/x",
                "vim"
            })
    void aTemplateThatIsNoEditorLinkIsRejected(String editor) {
        assertThatThrownBy(() -> EditorLinks.of(editor, ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("editor = '")
                .hasMessageContaining("is not allowed; allowed: ")
                .hasMessageContaining("vscode");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/app", "app=/home", "/app=home", "=", "/app=", "=/home"})
    void anInvalidPathMappingIsRejected(String mapping) {
        assertThatThrownBy(() -> EditorLinks.of("idea", mapping))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("editorPathMapping = '" + mapping + "' is not allowed; allowed: ");
    }

    @Test
    void withoutEditorOrPlainFileThereIsNoLink() {
        assertThat(url("", "", "/srv/O.java")).isEmpty();
        assertThat(EditorLinks.of("idea", "")
                        .linkOf(new SourceText("lib/C.java", "", false, "lib-sources.jar!/lib/C.java", null), frame()))
                .isEmpty();
    }

    @Test
    void aLinkCanOpenAnyLineOfTheFile() {
        var path = Path.of("/srv/{line}/Order.java");
        var link = EditorLinks.of("vscode", "")
                .linkOf(new SourceText("shop/Order.java", "", false, path.toString(), path), frame())
                .orElseThrow();

        assertThat(link.urlOfLine(7)).isEqualTo("vscode://file/srv/%7Bline%7D/Order.java:7");
        assertThat(link.urlOfLine(-1)).endsWith(":1");
    }

    private static Optional<String> url(String editor, String mapping, String path) {
        return EditorLinks.of(editor, mapping)
                .linkOf(new SourceText("shop/Order.java", "", false, path, Path.of(path)), frame())
                .map(EditorLinks.Link::url);
    }

    private static StackTraceElement frame() {
        return new StackTraceElement("shop.Order$Item", "add", "Order.java", 42);
    }
}
