package org.errorpages.redact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests secrets that look like words, and words in the place of secrets. */
final class RedactorProseTest {

    private static final Redactor REDACTOR = Redactor.standard();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "token: canary                            | token: [hidden: secret]",
                "Token : canary                           | Token : [hidden: secret]",
                "user: anna, token: canary                | user: anna, token: [hidden: secret]",
                "User{name: anna, token: canary, age: 7}  | User{name: anna, token: [hidden: secret], age: 7}",
                "(token: canary)                          | (token: [hidden: secret])",
                "refused\\ntoken: canary\\nstatus: 401      | refused\\ntoken: [hidden: secret]\\nstatus: 401",
                "invalid token: c4nary-x                  | invalid token: [hidden: secret]",
                "the token: 9f86d081c4nary was refused    | the token: [hidden: secret] was refused",
                "accessToken: canary was refused          | accessToken: [hidden: secret] was refused",
                "refresh_token: canary                    | refresh_token: [hidden: secret]",
                "session: c4nary0815 is gone              | session: [hidden: secret] is gone",
                "password: canary                         | password: [hidden: secret]",
                "password: mustard                        | password: [hidden: secret]",
                "password: must                           | password: [hidden: secret]",
                "mysql -uroot -pcanary shop               | mysql -uroot -p[hidden: secret] shop",
                "/usr/bin/mysqldump -h db -pcanary shop   | /usr/bin/mysqldump -h db -p[hidden: secret] shop",
                "mariadb-dump -p'it is canary' shop       | mariadb-dump -p[hidden: secret] shop",
                "[mysqldump, -uroot, -pcanary, shop]      | [mysqldump, -uroot, -p[hidden: secret] shop]",
                "exec -u root -pc4nary shop               | exec -u root -p[hidden: secret] shop",
                "Bearer canary                            | [hidden: authorization]",
                "BEARER canary                            | [hidden: authorization]",
                "sent Bearer canary to shop               | sent [hidden: authorization] to shop",
                "got \"Bearer canary\", wanted none       | got \"[hidden: authorization]\", wanted none",
                "bearer canary                            | [hidden: authorization]",
                "sent 'bearer canary' to shop             | sent '[hidden: authorization]' to shop",
                "header [bearer canary]                   | header [[hidden: authorization]]"
            })
    void aSecretThatLooksLikeAWordIsRedactedAfterASecretName(String text, String shown) {
        assertThat(REDACTOR.redact(text.replace("\\n", "\n"))).isEqualTo(shown.replace("\\n", "\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "the token: was missing",
                "the token: canary",
                "token: was missing",
                "token: missing",
                "Token: expired",
                "{\"detail\": \"x\"}, token: null",
                "Unexpected token: END_OBJECT",
                "Unexpected token: identifier",
                "token: END_OBJECT",
                "token: ')'",
                "unexpected token: 17",
                "last session: 10:15",
                "the session: 2026-11-22",
                "auth: failed",
                "password: must not be blank",
                "password: size must be between 8 and 20",
                "secret: was not found",
                "mysql -p shop",
                "mysql --protocol=tcp -P3306 shop",
                "jdbc:mysql://db/shop -parameters wrong",
                "com.mysql.cj.jdbc.Driver -path x",
                "docker run -u root -p8080:80 shop",
                "ps -u root -p 1234",
                "javac -unchecked -parameters",
                "mkdir -p target/classes2",
                "mvn -pl error-core verify",
                "Bearer authentication is required",
                "Bearer tokens are missing",
                "Bearer token",
                "Bearer of bad news",
                "bearer canary was refused",
                "the bearer expired yesterday",
                "Bearer realm=\"shop\"",
                "Basic authentication"
            })
    void aSentenceIsNotRedacted(String text) {
        assertThat(REDACTOR.redact(text)).isEqualTo(text);
    }
}
