package org.errorpages.i18n;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.errorpages.resource.ClasspathResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests the list of built-in languages. */
final class LanguageListTest {

    static Collection<String> tags() {
        return SupportedLocales.builtIn().tags();
    }

    @ParameterizedTest
    @MethodSource("tags")
    void theDirectionMatchesTheScript(String tag) {
        var rightToLeft = List.of("ar", "dv", "fa", "he", "ps", "ur", "yi")
                .contains(Locale.forLanguageTag(tag).getLanguage());

        assertThat(texts(tag)).containsEntry("dir", rightToLeft ? "rtl" : "ltr");
    }

    @ParameterizedTest
    @MethodSource("tags")
    void aTagIsWellFormed(String tag) {
        assertThat(Locale.forLanguageTag(tag).toLanguageTag()).isEqualTo(tag);
    }

    @ParameterizedTest
    @MethodSource("tags")
    void theFileIsUtf8WithoutAByteOrderMark(String tag) throws IOException {
        try (var in = Objects.requireNonNull(MessagesLoader.class.getResourceAsStream(tag + ".properties"))) {
            var bytes = in.readAllBytes();

            assertThatCode(() -> StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)))
                    .doesNotThrowAnyException();
            assertThat(new String(bytes, StandardCharsets.UTF_8)).doesNotStartWith("\ufeff");
        }
    }

    @Test
    void everyLanguageHasAReviewStatus() {
        assertThat(ClasspathResource.table(MessagesLoader.class, "languages.properties")
                        .values())
                .isSubsetOf("native", "draft");
    }

    @Test
    void everyFileIsListedAndEveryListedFileExists() throws URISyntaxException {
        var folder = Path.of(Objects.requireNonNull(MessagesLoader.class.getResource("languages.properties"))
                        .toURI())
                .resolveSibling("");
        var names = Objects.requireNonNull(folder.toFile().listFiles());

        assertThat(Arrays.stream(names).map(File::getName).filter(name -> name.endsWith(".properties")))
                .containsExactlyInAnyOrderElementsOf(filesOf(tags()));
    }

    @Test
    void everyAliasNamesAListedLanguageAndIsNotOne() {
        var aliases = ClasspathResource.table(MessagesLoader.class, "language-aliases.properties");

        assertThat(tags()).containsAll(aliases.values()).doesNotContainAnyElementsOf(aliases.keySet());
    }

    private static Collection<String> filesOf(Collection<String> tags) {
        var files = new TreeSet<>(List.of("languages.properties", "language-aliases.properties"));
        tags.forEach(tag -> files.add(tag + ".properties"));
        return files;
    }

    private static Map<String, String> texts(String tag) {
        return ClasspathResource.table(MessagesLoader.class, tag + ".properties");
    }
}
