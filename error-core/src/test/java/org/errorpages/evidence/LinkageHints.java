package org.errorpages.evidence;

import java.nio.file.Files;
import java.util.List;
import java.util.ServiceLoader;
import java.util.UUID;

/** Provides class conflicts: classes run with other versions than they were compiled with. */
final class LinkageHints {

    private static final String STOCK = "package shop; public class Stock { public int places = 1;"
            + " public int left(String title) { return 1; } public void count() {} }";
    private static final String EMPTY_STOCK = "package shop; public class Stock { private void count() {} }";

    private LinkageHints() {}

    static List<HintCase> all() {
        return List.of(
                HintCase.of(
                        "method-missing",
                        "shop.Stock has no method left any more",
                        () -> desk("new Stock().left(\"\");")),
                HintCase.of(
                        "field-missing",
                        "The field places is not there any more",
                        () -> desk("int p = new Stock().places;")),
                HintCase.of("classes-differ", "Classes of different versions meet", () -> desk("new Stock().count();")),
                HintCase.of(
                        "method-not-implemented",
                        "shop.Till lacks a method that its interface has",
                        LinkageHints::till),
                HintCase.of(
                        "class-became-interface", "shop.Shelf is an interface now", () -> shelf("class", "interface")),
                HintCase.of("interface-became-class", "shop.Shelf is a class now", () -> shelf("interface", "class")),
                HintCase.of("initializer-failed", "A static initializer failed", LinkageHints::initialize)
                        .saying("The class is shop.Prices."),
                HintCase.of(
                        "class-not-initialized",
                        "shop.Prices failed when it was first used",
                        LinkageHints::initializeAgain),
                HintCase.of(
                                "class-missing",
                                "The class shop.Nowhere is not on the class path",
                                () -> find("shop.Nowhere"))
                        .saying("mvn dependency:tree"),
                HintCase.of(
                        "javax-servlet",
                        "This code is made for javax.servlet, the server has jakarta.servlet",
                        () -> find("javax.servlet.Filter")),
                HintCase.stub(
                        "javax-servlet",
                        "This code is made for javax.servlet, the server has jakarta.servlet",
                        new NoClassDefFoundError("javax/servlet/Filter")),
                HintCase.of(
                        "jakarta-servlet",
                        "This code is made for jakarta.servlet, the server does not have it",
                        () -> find("jakarta.servlet.Filter")),
                HintCase.stub(
                        "jakarta-servlet",
                        "This code is made for jakarta.servlet, the server does not have it",
                        new NoClassDefFoundError("jakarta/servlet/Filter")),
                HintCase.of("jaxb-removed", "JAXB is no longer part of Java", () -> find("javax.xml.bind.JAXBContext")),
                HintCase.of(
                        "java-too-old",
                        "shop.Stock needs Java 26, this is Java "
                                + Runtime.version().feature(),
                        LinkageHints::tooNew),
                HintCase.of("two-loaders", "shop.Stock is there twice, from two class loaders", LinkageHints::twice)
                        .saying("java.net.URLClassLoader"),
                HintCase.of("wrong-type", "A java.lang.String is no java.lang.Integer", LinkageHints::cast),
                HintCase.of("package-closed", "The module java.base keeps java.util closed", LinkageHints::reflect)
                        .saying("java --add-opens java.base/java.util=ALL-UNNAMED"),
                HintCase.of("service-missing", "The service shop.Nobody does not exist", LinkageHints::serve));
    }

    private static void cast() throws Throwable {
        CompiledSources.call(source("Object o = \"\"; Integer i = (Integer) o;"), "shop.Desk", "call");
    }

    private static ClassLoader source(String statement) {
        return CompiledSources.of(
                        List.of("package shop; public class Desk { public static void call() { " + statement + " } }"))
                .loader();
    }

    /** Compiled with the older class, run with the newer one. */
    private static void desk(String statement) throws Throwable {
        var older = CompiledSources.of(List.of(STOCK));
        var desk = CompiledSources.of(
                List.of("package shop; public class Desk { public static void call() { " + statement + " } }"), older);
        CompiledSources.call(desk.loader(CompiledSources.of(List.of(EMPTY_STOCK))), "shop.Desk", "call");
    }

    private static void till() throws Throwable {
        var older = CompiledSources.of(List.of("package shop; public interface Counter { }"));
        var till = CompiledSources.of(List.of("package shop; public class Till implements Counter { }"), older);
        var newer = CompiledSources.of(List.of("package shop; public interface Counter { int count(); }"));
        var desk = CompiledSources.of(
                List.of("package shop; public class Desk { public static void call() { Counter c = new Till();"
                        + " c.count(); } }"),
                newer,
                till);
        CompiledSources.call(desk.loader(till, newer), "shop.Desk", "call");
    }

    private static void shelf(String before, String now) throws Throwable {
        var older = shelf(before);
        var desk = CompiledSources.of(
                List.of("package shop; public class Desk { public static void call() { Shelf s = null; s.count(); } }"),
                older);
        CompiledSources.call(desk.loader(shelf(now)), "shop.Desk", "call");
    }

    private static CompiledSources shelf(String kind) {
        return CompiledSources.of(
                List.of("package shop; public abstract " + kind + " Shelf { public abstract int count(); }"));
    }

    private static ClassLoader prices() {
        return CompiledSources.of(List.of("package shop; public class Prices {"
                        + " static final int BASE = Integer.parseInt(\"much\"); public static void call() {} }"))
                .loader();
    }

    private static void initialize() throws Throwable {
        CompiledSources.call(prices(), "shop.Prices", "call");
    }

    private static void initializeAgain() throws Throwable {
        var loader = prices();
        try {
            CompiledSources.call(loader, "shop.Prices", "call");
        } catch (ExceptionInInitializerError first) {
            CompiledSources.call(loader, "shop.Prices", "call");
        }
    }

    private static void find(String className) throws Exception {
        Class.forName(className, false, ClassLoader.getPlatformClassLoader());
    }

    private static void tooNew() throws Throwable {
        var stock = CompiledSources.of(List.of(STOCK));
        var file = stock.folder().resolve("shop/Stock.class");
        var bytes = Files.readAllBytes(file);
        bytes[7] = 70;
        Files.write(file, bytes);
        Class.forName("shop.Stock", false, stock.loader());
    }

    private static void twice() throws Throwable {
        var stock = CompiledSources.of(List.of(
                STOCK,
                "package shop; public class Desk { public static void take(Object o) { Stock s = (Stock) o; } }"));
        var other = Class.forName("shop.Stock", true, stock.loader())
                .getDeclaredConstructor()
                .newInstance();
        try {
            Class.forName("shop.Desk", true, stock.loader())
                    .getMethod("take", Object.class)
                    .invoke(null, other);
        } catch (java.lang.reflect.InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    private static void reflect() throws Exception {
        UUID.class.getDeclaredField("mostSigBits").setAccessible(true);
    }

    private static void serve() throws Exception {
        var empty = CompiledSources.of(List.of(STOCK));
        var file = empty.folder().resolve("META-INF/services/java.lang.Runnable");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "shop.Nobody");
        ServiceLoader.load(Runnable.class, empty.loader()).iterator().next();
    }
}
