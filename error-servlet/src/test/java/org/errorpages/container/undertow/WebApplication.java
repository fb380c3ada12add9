package org.errorpages.container.undertow;

import io.undertow.server.handlers.resource.PathResourceManager;
import io.undertow.server.handlers.resource.ResourceManager;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.api.ServletContainerInitializerInfo;
import jakarta.servlet.ServletContainerInitializer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * Reads an unpacked WAR as far as the tests need it: no annotations, no security,
 * no JSP, no {@code META-INF/resources}.
 */
final class WebApplication {

    private WebApplication() {}

    static DeploymentInfo read(Path war) throws IOException, ClassNotFoundException {
        var webInf = war.resolve("WEB-INF");
        var loader = WebAppLoader.of(webInf);
        var webXml = webXml(webInf.resolve("web.xml"));
        var libraries = Libraries.ordered(
                WebAppLoader.jars(webInf).stream().map(Library::read).toList(), webXml);
        var info = new DeploymentInfo()
                .setClassLoader(loader)
                .setContextPath("/")
                .setDeploymentName(war.toString())
                .setResourceManager(files(war))
                .setTempDir(Files.createTempDirectory(Path.of("target"), "undertow"));
        var reader = new DescriptorReader(info, loader);
        reader.add(webXml);
        if (!webXml.hasAttribute("metadata-complete", "true")) {
            libraries.stream().flatMap(jar -> jar.webFragment().stream()).forEach(reader::add);
        }
        addInitializers(libraries, info);
        if (info.getWelcomePages().isEmpty()) {
            // As in the default web.xml of other containers.
            info.addWelcomePage("index.html");
        }
        return info;
    }

    /** Disables the watch for changes, whose thread would retain the application. */
    private static ResourceManager files(Path war) {
        return PathResourceManager.builder()
                .setBase(war)
                .setAllowResourceChangeListeners(false)
                .build();
    }

    private static Descriptor webXml(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return Descriptor.parse(in);
        }
    }

    private static void addInitializers(List<Library> libraries, DeploymentInfo info) throws ClassNotFoundException {
        for (var library : libraries) {
            for (var name : library.initializers()) {
                var type = info.getClassLoader().loadClass(name).asSubclass(ServletContainerInitializer.class);
                info.addServletContainerInitializer(new ServletContainerInitializerInfo(type, Set.of()));
            }
        }
    }
}
