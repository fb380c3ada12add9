package org.errorpages.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that a JVM with another default locale initialises the framework alike. */
@Tag("thorough")
final class MachineLocaleIT {

    private static final String EXPECTED = AllResponses.digest(AllResponses.all());

    @ParameterizedTest
    @ValueSource(strings = {"en", "ko", "tr", "ar", "th-TH-u-nu-thai"})
    void everyResponseIsTheSameInAJvmWithAnotherLocale(String machine) throws Exception {
        assertThat(answersOfAMachine(Locale.forLanguageTag(machine))).isEqualTo(machine + " " + EXPECTED);
    }

    private static String answersOfAMachine(Locale locale) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Duser.language=" + locale.getLanguage(),
                "-Duser.country=" + locale.getCountry(),
                "-Duser.extensions=" + extensions(locale)));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), AllResponses.class.getName()));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (var out = process.getInputStream()) {
            var printed = new String(out.readAllBytes(), StandardCharsets.UTF_8).strip();
            assertThat(process.waitFor()).as(printed).isZero();
            return printed.lines().reduce("", (first, last) -> last);
        } finally {
            process.destroy();
        }
    }

    private static String extensions(Locale locale) {
        var numbers = locale.getUnicodeLocaleType("nu");
        return numbers == null ? "" : "u-nu-" + numbers;
    }
}
