package org.errorpages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.errorpages.report.Site;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ErrorPagesConfigTest {

    @Test
    void productionIsTheDefault() {
        var config = ErrorPagesConfig.defaults();

        assertThat(config.mode()).isEqualTo(Mode.PRODUCTION);
        assertThat(config.developers()).isEqualTo("loopback");
        assertThat(config.site()).isEqualTo(Site.UNNAMED);
        assertThat(config.defaultLocale()).isEqualTo("en");
    }

    @Test
    void everyKeyIsRead() {
        var config = ErrorPagesConfig.from(Map.of(
                "mode", "development",
                "developers", "loopback, 10.0.0.0/8",
                "locales", "ko, en",
                "defaultLocale", "ko",
                "siteName", "Harbour Books",
                "homeUrl", "/start",
                "contact", "help@example.test",
                "applicationPackages", "shop, shop2",
                "sourcePath", "src/main/java, /srv/shop/src"));

        assertThat(config.mode()).isEqualTo(Mode.DEVELOPMENT);
        assertThat(config.developers()).isEqualTo("loopback, 10.0.0.0/8");
        assertThat(config.locales()).containsExactly("ko", "en");
        assertThat(config.defaultLocale()).isEqualTo("ko");
        assertThat(config.site()).isEqualTo(new Site("Harbour Books", "/start", "help@example.test"));
        assertThat(config.site().contactUrl()).isEqualTo("mailto:help@example.test");
        assertThat(config.developer().applicationPackages()).containsExactly("shop", "shop2");
        assertThat(config.developer().sourcePath()).containsExactly(Path.of("src/main/java"), Path.of("/srv/shop/src"));
    }

    @Test
    void theDefaultSourcePathIsThatOfMaven() {
        assertThat(ErrorPagesConfig.defaults().developer().sourcePath()).containsExactly(Path.of("src/main/java"));
        assertThat(ErrorPagesConfig.from(Map.of("sourcePath", "")).developer().sourcePath())
                .isEmpty();
    }

    @Test
    void anInvalidSourcePathIsRejected() {
        assertThatThrownBy(() -> ErrorPagesConfig.from(Map.of("sourcePath", "src\0")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("sourcePath")
                .hasMessageContaining("allowed: folders, separated by commas");
    }

    @Test
    void anUnknownKeyIsRejectedWithTheNearestName() {
        assertThatThrownBy(() -> ErrorPagesConfig.from(Map.of("siteNmae", "x")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("unknown setting 'siteNmae'; did you mean 'siteName'?")
                .hasMessageContaining("defaultLocale");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mode | debug | allowed: production, development",
                "developers | example.org | allowed: loopback, a numeric address",
                "developers | 10.0.0.0/33 | allowed: loopback, a numeric address",
                "locales | tlh | allowed: ar, bg, bn, ",
                "defaultLocale | tlh | allowed: ar, bg, bn, ",
                "homeUrl | javascript:alert(1) | allowed: a path",
                "homeUrl | //evil.test | allowed: a path",
                "contact | javascript:alert(1)@x | allowed: a mail address",
                "contact | data:text/html,x | allowed: a mail address",
            })
    void anInvalidValueIsRejectedWithTheAllowedOnes(String key, String value, String allowed) {
        assertThatThrownBy(() -> ErrorPagesConfig.from(Map.of(key, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(value)
                .hasMessageContaining(allowed);
    }

    @ParameterizedTest
    @CsvSource({"auto, autoRegister", "bareStatus, fillEmptyErrors", "themeGroundDark, themeBackgroundDark"})
    void aRenamedSettingIsRejectedWithItsNewName(String name, String renamed) {
        assertThatThrownBy(() -> ErrorPagesConfig.from(Map.of(name, "false")))
                .hasMessage("setting '%s' is now named '%s'", name, renamed);
    }
}
