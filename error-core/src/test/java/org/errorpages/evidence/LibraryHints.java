package org.errorpages.evidence;

import com.fasterxml.jackson.core.JsonFactory;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.env.StandardEnvironment;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.standard.StandardDialect;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.thymeleaf.templateresolver.FileTemplateResolver;
import org.thymeleaf.templateresolver.ITemplateResolver;

/** Provides exceptions of databases, pools and other libraries; stubs if the library is not on the class path. */
final class LibraryHints {

    /** A foreign key that would get a missing default. */
    private static final String DELETE_WITH_CHILDREN = "CREATE TABLE child (parent INT NOT NULL REFERENCES item"
            + " ON DELETE SET DEFAULT); INSERT INTO child VALUES (1); DELETE FROM item WHERE id = 1";

    private LibraryHints() {}

    static List<HintCase> all() {
        var cases = new ArrayList<HintCase>();
        cases.addAll(databases());
        cases.addAll(others());
        cases.addAll(servlets());
        return cases;
    }

    private static List<HintCase> databases() {
        return List.of(
                database(
                        "pool-exhausted",
                        "The connection pool HikariPool-{n} is exhausted: 1 of 1 in use, 0 waiting",
                        "HikariCP: all connections are in use"),
                database(
                        "pool-exhausted-somewhere",
                        "The connection pool is exhausted",
                        "DBCP2: all connections are in use"),
                HintCase.of(
                        "driver-missing",
                        "No JDBC driver knows the URL of the database",
                        () -> DriverManager.getConnection("jdbc:nobody:shop").close()),
                sql("sql-connection", "The connection to the database failed", "08006", "the server closed it"),
                database("sql-data", "A value does not fit", "H2: value does not fit"),
                sql("sql-constraint", "A constraint of the database was violated", "23000", "refused"),
                HintCase.of(
                        "sql-constraint",
                        "A constraint of the database was violated",
                        DatabaseEvidence.failing(DELETE_WITH_CHILDREN)),
                sql(
                        "sql-constraint-named",
                        "The constraint users_email_key was violated",
                        "23505",
                        "ERROR: duplicate key value violates unique constraint \"users_email_key\""),
                database(
                        "sql-constraint-named",
                        "The constraint PUBLIC.CONSTRAINT_{n} was violated",
                        "H2: duplicate key"),
                sql(
                        "sql-column-null",
                        "The column email must have a value",
                        "23502",
                        "ERROR: null value in column \"email\" of relation \"users\" violates not-null constraint"),
                HintCase.of(
                        "sql-column-null",
                        "The column ID must have a value",
                        DatabaseEvidence.failing("INSERT INTO item VALUES (NULL, 0)")),
                database("sql-login", "The database refused the login", "H2: wrong password"),
                database("sql-conflict", "Two transactions got in each other's way", "H2: deadlock"),
                database(
                        "sql-statement",
                        "The statement is wrong, or something it names is not there",
                        "H2: syntax error"),
                database("sql-object-missing", "NOTHING does not exist in the database", "H2: unknown table"),
                sql("sql-resources", "The database has no resources left", "53300", "sorry, too many clients already"),
                database("sql-cancelled", "The statement was cancelled", "H2: query timeout"),
                database("lock-timeout", "Another transaction kept the lock too long", "H2: lock timeout"),
                database("refused-at", "Nobody listens at 127.0.0.1:", "H2: no server"));
    }

    private static HintCase database(String hint, String title, String failure) {
        return HintCase.of(hint, title, () -> {
            throw DatabaseEvidence.all().stream()
                    .filter(evidence -> evidence.failure().equals(failure))
                    .findFirst()
                    .orElseThrow()
                    .thrown();
        });
    }

    private static HintCase sql(String hint, String title, String state, String message) {
        return HintCase.stub(hint, title, new SQLException(message, state));
    }

    private static List<HintCase> others() {
        return List.of(
                named(
                        "changed-meanwhile",
                        "Somebody else changed it meanwhile",
                        "org.hibernate.StaleStateException",
                        "Batch update returned unexpected row count"),
                named(
                        "changed-meanwhile",
                        "Somebody else changed it meanwhile",
                        "javax.persistence.OptimisticLockException",
                        "Row was updated by another transaction"),
                named(
                        "changed-meanwhile",
                        "Somebody else changed it meanwhile",
                        "jakarta.persistence.OptimisticLockException",
                        "Row was updated by another transaction"),
                named(
                        "lazy-after-session",
                        "Data was to be loaded after the session was closed",
                        "org.hibernate.LazyInitializationException",
                        "could not initialize proxy - no Session"),
                named(
                        "lazy-after-session",
                        "Data was to be loaded after the session was closed",
                        "org.hibernate.LazyInitializationException",
                        "could not initialize proxy [shop.Author#7] - the owning Session was closed"),
                named(
                                "json-mismatch",
                                "The JSON does not fit the class",
                                "com.fasterxml.jackson.databind.exc.MismatchedInputException",
                                "Cannot deserialize value of type `int` from String\n"
                                        + " at [Source: (String)\"{}\"; line: 2, column: 7] (through reference chain:"
                                        + " shop.Order[\"count\"])")
                        .saying("At line 2, column 7"),
                HintCase.of("json-malformed", "This is no JSON: line 2, column 2", () -> json("{\n ]")),
                HintCase.of("setting-missing", "The setting shop.url is missing", () -> new StandardEnvironment()
                        .resolveRequiredPlaceholders("${shop.url}")),
                HintCase.stub(
                        "setting-missing",
                        "The setting shop.owner is missing",
                        new IllegalArgumentException(
                                "Could not resolve placeholder 'shop.owner' in value \"${shop.owner}\"")),
                HintCase.of("template-missing", "The template orders was not found", () -> template("orders")),
                HintCase.of(
                        "template-missing",
                        "The template orders.html was not found",
                        () -> template("orders.html", new ClassLoaderTemplateResolver())),
                HintCase.stub(
                        "template-missing",
                        "The template /orders.html was not found",
                        new FileNotFoundException("Web Application resource \"/orders.html\" does not exist")),
                HintCase.of(
                        "template-failed",
                        "The template {file} failed at line 2, column 4",
                        LibraryHints::brokenTemplate));
    }

    private static HintCase named(String hint, String title, String className, String message) {
        return HintCase.of(hint, title, () -> CompiledSources.thrown(className, "RuntimeException", message));
    }

    private static void json(String text) throws IOException {
        try (var parser = new JsonFactory().createParser(text)) {
            while (parser.nextToken() != null) {
                parser.getText();
            }
        }
    }

    private static void brokenTemplate() throws IOException {
        var file = Files.createTempFile("template", ".html");
        Files.writeString(file, "<html>\n<p th:text=\"${\"></p></html>");
        template(file.toString());
    }

    private static void template(String name) {
        var files = new FileTemplateResolver();
        files.setCheckExistence(true);
        template(name, files);
    }

    private static void template(String name, ITemplateResolver resolver) {
        // OGNL is not on the class path, and no expression is evaluated.
        var dialect = new StandardDialect();
        dialect.setVariableExpressionEvaluator((context, expression, expected) -> "");
        var engine = new TemplateEngine();
        engine.setDialect(dialect);
        engine.setTemplateResolver(resolver);
        engine.process(name, new Context());
    }

    /** The messages of Jetty, Tomcat and Undertow; ServletHintsIT of error-servlet provokes them in real containers. */
    private static List<HintCase> servlets() {
        return List.of(
                illegal("writer-taken", "getOutputStream after getWriter", "WRITER"),
                illegal(
                        "writer-taken",
                        "getOutputStream after getWriter",
                        "getWriter() has already been called for this response"),
                illegal(
                        "writer-taken",
                        "getOutputStream after getWriter",
                        "UT010005: Cannot call getOutputStream(), getWriter() already called"),
                illegal("stream-taken", "getWriter after getOutputStream", "STREAM"),
                illegal(
                        "stream-taken",
                        "getWriter after getOutputStream",
                        "UT010006: Cannot call getWriter(), getOutputStream() already called"),
                illegal(
                        "body-taken",
                        "The body of the request has been taken already",
                        "getReader() has already been called for this request"),
                illegal("response-committed", "The response is already on its way", "Committed"),
                illegal(
                        "response-committed",
                        "The response is already on its way",
                        "Cannot call reset() after response has been committed"),
                illegal(
                        "session-too-late",
                        "A session was first asked for after the response was on its way",
                        "Cannot create a session after the response has been committed"),
                illegal(
                        "async-unsupported",
                        "Not all filters and servlets on the way support async",
                        "A filter or servlet of the current chain does not support asynchronous operations."),
                illegal(
                        "multipart-missing",
                        "The servlet is not set up for uploads",
                        "UT010057: multipart config was not present on Servlet"));
    }

    private static HintCase illegal(String hint, String title, String message) {
        return HintCase.stub(hint, title, new IllegalStateException(message));
    }
}
