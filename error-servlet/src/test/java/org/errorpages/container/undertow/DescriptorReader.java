package org.errorpages.container.undertow;

import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.api.ErrorPage;
import io.undertow.servlet.api.FilterInfo;
import io.undertow.servlet.api.ListenerInfo;
import io.undertow.servlet.api.MimeMapping;
import io.undertow.servlet.api.ServletInfo;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.Servlet;
import java.util.EventListener;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;

/** Adds descriptors to a deployment, web.xml first: an earlier one has precedence (Servlet 6.0, section 8.2.3). */
final class DescriptorReader {

    private final DeploymentInfo info;
    private final ClassLoader loader;
    private final Set<String> seen = new HashSet<>();
    private final Map<String, String> pagesOfFragments = new HashMap<>();

    DescriptorReader(DeploymentInfo info, ClassLoader loader) {
        this.info = info;
        this.loader = loader;
    }

    void add(Descriptor descriptor) {
        descriptor.parameters("context-param").forEach((name, value) -> {
            if (isNew("context-param", name)) {
                info.addInitParameter(name, value);
            }
        });
        descriptor.texts("listener", "listener-class").forEach(this::addListener);
        descriptor.all("filter").forEach(this::addFilter);
        descriptor.all("servlet").forEach(this::addServlet);
        addMappings(descriptor, "filter", this::mapFilter);
        addMappings(descriptor, "servlet", this::mapServlet);
        boolean ofFragment = descriptor.name().equals("web-fragment");
        descriptor.all("error-page").forEach(page -> addErrorPage(page, ofFragment));
        descriptor
                .all("mime-mapping")
                .forEach(each ->
                        info.addMimeMapping(new MimeMapping(each.required("extension"), each.required("mime-type"))));
        descriptor.texts("welcome-file-list", "welcome-file").forEach(info::addWelcomePage);
    }

    private void addListener(String name) {
        if (isNew("listener", name)) {
            info.addListener(new ListenerInfo(type(name, EventListener.class)));
        }
    }

    private void addFilter(Descriptor element) {
        var name = element.required("filter-name");
        if (isNew("filter", name)) {
            info.addFilter(new FilterInfo(name, type(element.required("filter-class"), Filter.class))
                    .setAsyncSupported(element.isTrue("async-supported")));
        }
        var filter = Objects.requireNonNull(info.getFilters().get(name));
        element.parameters("init-param").forEach((key, value) -> {
            if (isNew("filter " + name, key)) {
                filter.addInitParam(key, value);
            }
        });
    }

    private void addServlet(Descriptor element) {
        var name = element.required("servlet-name");
        if (isNew("servlet", name)) {
            var servlet = new ServletInfo(name, type(element.required("servlet-class"), Servlet.class))
                    .setAsyncSupported(element.isTrue("async-supported"));
            element.text("load-on-startup").map(Integer::valueOf).ifPresent(servlet::setLoadOnStartup);
            element.first("multipart-config").ifPresent(each -> servlet.setMultipartConfig(multipart(each)));
            info.addServlet(servlet);
        }
        var servlet = servlet(name);
        element.parameters("init-param").forEach((key, value) -> {
            if (isNew("servlet " + name, key)) {
                servlet.addInitParam(key, value);
            }
        });
    }

    private ServletInfo servlet(String name) {
        return Objects.requireNonNull(info.getServlets().get(name), () -> "no servlet " + name);
    }

    private static MultipartConfigElement multipart(Descriptor element) {
        return new MultipartConfigElement(
                element.text("location").orElse(""),
                element.text("max-file-size").map(Long::parseLong).orElse(-1L),
                element.text("max-request-size").map(Long::parseLong).orElse(-1L),
                element.text("file-size-threshold").map(Integer::parseInt).orElse(0));
    }

    /** Ignores mappings of names that an earlier descriptor has mapped. */
    private void addMappings(Descriptor descriptor, String kind, BiConsumer<String, Descriptor> map) {
        var fresh = descriptor.all(kind + "-mapping").stream()
                .filter(each -> !seen.contains(kind + "-mapping " + each.required(kind + "-name")))
                .toList();
        for (var mapping : fresh) {
            var name = mapping.required(kind + "-name");
            seen.add(kind + "-mapping " + name);
            map.accept(name, mapping);
        }
    }

    private void mapServlet(String name, Descriptor mapping) {
        mapping.texts("url-pattern").forEach(servlet(name)::addMapping);
    }

    private void mapFilter(String name, Descriptor mapping) {
        var dispatchers = mapping.texts("dispatcher").stream()
                .map(DispatcherType::valueOf)
                .toList();
        for (var type : dispatchers.isEmpty() ? List.of(DispatcherType.REQUEST) : dispatchers) {
            mapping.texts("url-pattern").forEach(pattern -> info.addFilterUrlMapping(name, pattern, type));
            mapping.texts("servlet-name").forEach(servlet -> info.addFilterServletNameMapping(name, servlet, type));
        }
    }

    /** Two conflicting fragments prevent the start, unless web.xml resolves the conflict, as in WildFly. */
    private void addErrorPage(Descriptor element, boolean ofFragment) {
        var code = element.text("error-code");
        var type = element.text("exception-type");
        var location = element.required("location");
        var key = code.or(() -> type).orElse("default");
        if (!isNew("error-page", key)) {
            if (!location.equals(pagesOfFragments.getOrDefault(key, location))) {
                throw new IllegalStateException("two fragments have an error page for " + key);
            }
            return;
        }
        if (ofFragment) {
            pagesOfFragments.put(key, location);
        }
        info.addErrorPage(code.map(each -> new ErrorPage(location, Integer.parseInt(each)))
                .or(() -> type.map(each -> new ErrorPage(location, type(each, Throwable.class))))
                .orElseGet(() -> new ErrorPage(location)));
    }

    private boolean isNew(String kind, String name) {
        return seen.add(kind + " " + name);
    }

    private <T> Class<? extends T> type(String name, Class<T> supertype) {
        try {
            return loader.loadClass(name).asSubclass(supertype);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
