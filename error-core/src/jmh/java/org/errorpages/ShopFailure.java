package org.errorpages;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.errorpages.http.RequestHeaders;
import org.errorpages.http.RequestSnapshot;

/** A typical failure: three throwables with twenty frames each, some with sources. */
final class ShopFailure {

    /** The package of the application. */
    static final String PACKAGE = "shop";

    private static final String URI = "/orders/42";
    private static final int LINES = 120;
    private static final List<String> OWN = List.of("OrderServlet", "OrderService", "OrderTable");
    private static final List<String> BELOW_EACH = List.of(
            "java.lang.reflect.Method.invoke",
            "org.springframework.web.method.support.InvocableHandlerMethod.doInvoke",
            "org.springframework.web.method.support.InvocableHandlerMethod.invokeForRequest",
            "org.springframework.web.servlet.mvc.method.annotation.ServletInvocableHandlerMethod.invokeAndHandle",
            "org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter.invokeHandlerMethod",
            "org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter.handleInternal",
            "org.springframework.web.servlet.mvc.method.AbstractHandlerMethodAdapter.handle",
            "org.springframework.web.servlet.DispatcherServlet.doDispatch",
            "org.springframework.web.servlet.DispatcherServlet.doService",
            "org.springframework.web.servlet.FrameworkServlet.processRequest",
            "org.springframework.web.servlet.FrameworkServlet.doGet",
            "jakarta.servlet.http.HttpServlet.service",
            "org.springframework.web.servlet.FrameworkServlet.service",
            "org.springframework.web.filter.OncePerRequestFilter.doFilter",
            "java.util.concurrent.ThreadPoolExecutor.runWorker",
            "java.util.concurrent.ThreadPoolExecutor$Worker.run",
            "java.lang.Thread.run");

    private ShopFailure() {}

    /** Returns the throwable; its causes share no frames, so that each is rendered in full. */
    static Throwable thrown() {
        var root = new SQLException("relation \"orders\" does not exist <at character 15>", "42P01");
        var service = new IllegalStateException("order 42 cannot be read & shown", root);
        var servlet = new IllegalArgumentException("order 42 failed", service);
        root.setStackTrace(frames(1));
        service.setStackTrace(frames(2));
        servlet.setStackTrace(frames(3));
        return servlet;
    }

    /** Returns the request, with twelve header lines. */
    static RequestSnapshot request() {
        return new RequestSnapshot("GET", URI, "page=2&sort=date", headers(), "127.0.0.1", "orders", null);
    }

    private static RequestHeaders headers() {
        return RequestHeaders.none()
                .plus("Host", "localhost:8080")
                .plus("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8")
                .plus("Accept-Encoding", "gzip, deflate, br")
                .plus("Accept-Language", "en-GB,en;q=0.9")
                .plus("Cache-Control", "no-cache")
                .plus("Connection", "keep-alive")
                .plus("Cookie", "JSESSIONID=node01x4k2v9; theme=dark")
                .plus("Referer", "http://localhost:8080/orders")
                .plus("Sec-Fetch-Dest", "document")
                .plus("Sec-Fetch-Mode", "navigate")
                .plus("Upgrade-Insecure-Requests", "1")
                .plus("User-Agent", "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0");
    }

    /** Writes the sources of the application to a folder. */
    static void writeSources(Path folder) throws IOException {
        Files.createDirectories(folder.resolve(PACKAGE));
        for (var name : OWN) {
            Files.writeString(folder.resolve(PACKAGE).resolve(name + ".java"), source(name), StandardCharsets.UTF_8);
        }
    }

    /** Deletes the sources. */
    static void removeSources(Path folder) throws IOException {
        for (var name : OWN) {
            Files.delete(folder.resolve(PACKAGE).resolve(name + ".java"));
        }
        Files.delete(folder.resolve(PACKAGE));
        Files.delete(folder);
    }

    private static String source(String name) {
        return IntStream.rangeClosed(1, LINES)
                .mapToObj(line -> "        var line" + line + " = List.<String>of(\"" + name + "\"); // & so on")
                .collect(Collectors.joining("\n", "package shop; class " + name + " {\n", "\n}\n"));
    }

    private static StackTraceElement[] frames(int throwable) {
        var own = OWN.stream().map(name -> frame(PACKAGE + "." + name + ".order", 20 * throwable));
        var below = BELOW_EACH.stream().map(call -> frame(call, 100 * throwable));
        return Stream.concat(own, below).toArray(StackTraceElement[]::new);
    }

    private static StackTraceElement frame(String call, int line) {
        int dot = call.lastIndexOf('.');
        var type = call.substring(0, dot);
        var file = type.substring(type.lastIndexOf('.') + 1).replaceFirst("\\$.*", "") + ".java";
        return new StackTraceElement(type, call.substring(dot + 1), file, line);
    }
}
