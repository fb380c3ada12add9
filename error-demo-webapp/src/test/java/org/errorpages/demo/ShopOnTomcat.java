package org.errorpages.demo;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.LifecycleState;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.servlets.DefaultServlet;
import org.apache.catalina.startup.ContextConfig;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.scan.StandardJarScanner;

/** The packed shop on Tomcat 11, with nothing of the test's class path in sight. */
record ShopOnTomcat(Tomcat tomcat) {

    static ShopOnTomcat start(Path war) throws Exception {
        var tomcat = new Tomcat();
        var base = Files.createTempDirectory(Path.of("target"), "tomcat").toAbsolutePath();
        Files.createDirectories(base.resolve("webapps"));
        tomcat.setBaseDir(base.toString());
        tomcat.setPort(0);
        tomcat.setAddDefaultWebXmlToWebapp(false);
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        var config = new ContextConfig();
        config.setDefaultWebXml("none");
        var context = (StandardContext)
                tomcat.addWebapp(tomcat.getHost(), "", war.toAbsolutePath().toString(), config);
        context.setParentClassLoader(new WithoutTheShop(ShopOnTomcat.class.getClassLoader()));
        var scanner = new StandardJarScanner();
        scanner.setScanClassPath(false);
        context.setJarScanner(scanner);
        Tomcat.addServlet(context, "default", DefaultServlet.class.getName());
        context.addServletMappingDecoded("/", "default");
        context.addWelcomeFile("index.html");
        tomcat.start();
        if (context.getState() != LifecycleState.STARTED) {
            throw new IllegalStateException("the shop did not open");
        }
        return new ShopOnTomcat(tomcat);
    }

    URI uri() {
        return URI.create("http://localhost:" + tomcat.getConnector().getLocalPort() + "/");
    }

    void close() {
        try {
            tomcat.stop();
            tomcat.destroy();
        } catch (LifecycleException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The class path of the test, without what the WAR has to bring along itself. */
    private static final class WithoutTheShop extends ClassLoader {

        WithoutTheShop(ClassLoader parent) {
            super(parent);
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("org.errorpages.")) {
                throw new ClassNotFoundException(name);
            }
            return super.loadClass(name, resolve);
        }
    }
}
