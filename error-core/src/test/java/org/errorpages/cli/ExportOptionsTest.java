package org.errorpages.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import org.errorpages.i18n.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ExportOptionsTest {

    @Test
    void onlyTheFolderIsRequired() {
        var export = TestExports.parse("pages");

        assertThat(export.folder()).isEqualTo(Path.of("pages"));
        assertThat(export.root()).isEqualTo(Path.of("pages").toAbsolutePath().toString());
        assertThat(export.codes()).containsExactly(500, 501, 502, 503, 504, 505, 506, 507, 508, 510, 511);
        assertThat(export.config().supportedLocales().all()).hasSize(40);
    }

    @Test
    void settingsOfTheApplicationAreAccepted() {
        var export = TestExports.parse(
                "pages",
                "siteName=A = B",
                "contact=help@example.test",
                "homeUrl=/",
                "locales=en,ko",
                "defaultLocale=ko");

        assertThat(export.config().site().name()).isEqualTo("A = B");
        assertThat(export.config().site().contactUrl()).isEqualTo("mailto:help@example.test");
        assertThat(export.config().supportedLocales().all())
                .extracting(Messages::tag)
                .containsExactly("en", "ko");
        assertThat(export.config().supportedLocales().fallback().tag()).isEqualTo("ko");
    }

    @Test
    void codesAreSortedWithoutDuplicates() {
        assertThat(TestExports.parse("pages", "codes= 504,502, 504").codes()).containsExactly(502, 504);
    }

    @Test
    void theRootMayEndWithASlash() {
        assertThat(TestExports.parse("pages", "root=/srv/pages/").root()).isEqualTo("/srv/pages");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "relative/path",
                "",
                "/srv/it's",
                "/srv/a b",
                "/srv/$host",
                "/srv/{x}",
                "/srv/a;b",
                "/srv/a\"b",
                "/srv/a,b)",
                "/srv/%p",
                "/srv/a#b",
                "/srv/a*",
                "/srv/a\nb",
                "/srv/a@b@"
            })
    void aRootWithSpecialCharactersIsRejected(String root) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TestExports.parse("pages", "root=" + root))
                .withMessageStartingWith("root = '" + root + "' is not allowed; allowed: an absolute path");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/srv/errorpages", "/srv/오류/v1.2_a+b~c-d", "C:/errorpages"})
    void aPlainRootIsAccepted(String root) {
        assertThat(TestExports.parse("pages", "root=" + root).root()).isEqualTo(root);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "colour=blue      | unknown setting 'colour'; did you mean",
                "sitename=Shop    | did you mean 'siteName'?",
                "cods=502         | did you mean 'codes'?",
                "roots=/srv       | did you mean 'root'?",
                "codes=502,599    | codes = '502,599' is not allowed; allowed: 500, 501, 502, 503, 504, 505, 506, 507",
                "codes=404        | codes = '404' is not allowed",
                "codes=502,       | codes = '502,' is not allowed",
                "locales=xx       | no locale 'xx'; allowed: ar, bg",
                "defaultLocale=xx | default locale 'xx' is not offered",
                "contact=//x      | contact = '//x' is not allowed",
                "verbose          | 'verbose' isn't a setting; write key=value",
                "=x               | '=x' isn't a setting"
            })
    void aRejectedArgumentIsNamed(String argument, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TestExports.parse("pages", argument))
                .withMessageContaining(message);
    }

    @Test
    void aSettingThatIsSetTwiceIsRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TestExports.parse("pages", "codes=502", "codes=504"))
                .withMessage("'codes' is set twice");
    }

    @Test
    void theFolderMustComeFirst() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TestExports.parse("siteName=Shop", "pages"))
                .withMessage("the first argument is the folder to write to");
    }
}
