package org.errorpages.demo.slips;

import java.util.Map;
import java.util.ServiceLoader;
import java.util.UUID;
import org.errorpages.demo.editions.ClassPath;

/** Uses libraries that are not there, or are not those that the shop was compiled against. */
final class Libraries {

    /** Whom {@code META-INF/services} names for it is not there. */
    interface Illustrator {}

    private Libraries() {}

    static Map<String, Slip> slips() {
        return Map.ofEntries(
                Map.entry("method-missing", () -> ClassPath.with("Stock").call("Desk.left")),
                Map.entry("field-missing", () -> ClassPath.with("Stock").call("Desk.shelves")),
                Map.entry("classes-differ", () -> ClassPath.with("Stock").call("Desk.count")),
                Map.entry("method-not-implemented", () -> ClassPath.with("Bell", "Counter")
                        .call("Counter.ring")),
                Map.entry("class-became-interface", () -> ClassPath.with("Catalogue")
                        .call("Desk.titles", new Object[] {null})),
                Map.entry("interface-became-class", () -> ClassPath.with("Courier")
                        .call("Desk.parcels", new Object[] {null})),
                Map.entry("initializer-failed", () -> ClassPath.with().call("Desk.postage")),
                Map.entry("class-not-initialized", Libraries::askTwice),
                Map.entry("two-loaders", () -> ClassPath.with()
                        .call("Desk.take", ClassPath.with().create("Stock"))),
                Map.entry("java-too-old", () -> ClassPath.forLaterJava().call("Desk.left")),
                Map.entry("class-missing", () -> Class.forName("org.harbourbooks.ebooks.Reader")),
                Map.entry("javax-servlet", () -> Class.forName("javax.servlet.http.HttpServlet")),
                Map.entry("jakarta-servlet", Libraries::findServlet),
                Map.entry("jaxb-removed", () -> Class.forName("javax.xml.bind.JAXBContext")),
                Map.entry("package-closed", Libraries::lookInside),
                Map.entry("service-missing", () -> ServiceLoader.load(Illustrator.class)
                        .findFirst()));
    }

    private static void askTwice() throws Throwable {
        var library = ClassPath.with();
        try {
            library.call("Desk.postage");
        } catch (ExceptionInInitializerError first) {
            library.call("Desk.postage");
        }
    }

    /** The classes of the JDK alone are those of a server without servlets. */
    private static void findServlet() throws ClassNotFoundException {
        Class.forName("jakarta.servlet.http.HttpServlet", false, ClassLoader.getPlatformClassLoader());
    }

    private static void lookInside() throws ReflectiveOperationException {
        UUID.class.getDeclaredField("mostSigBits").setAccessible(true);
    }
}
