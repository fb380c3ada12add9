package org.errorpages.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells the application's own classes from those of libraries and of the JDK.
 *
 * <p>Own is what lies in one of the named packages or, where none is named, what was loaded from a folder or from
 * {@code WEB-INF/classes} rather than from a jar. No class is initialised by asking.
 */
final class OwnCode {

    private final List<String> packages;
    private final Map<String, Boolean> known = new HashMap<>();

    OwnCode(List<String> packages) {
        this.packages = packages;
    }

    boolean contains(StackTraceElement frame) {
        var className = String.valueOf(frame.getClassName());
        return known.computeIfAbsent(className, this::isOwn);
    }

    private boolean isOwn(String className) {
        if (!packages.isEmpty()) {
            return packages.stream().anyMatch(name -> className.startsWith(name + "."));
        }
        var loader = Thread.currentThread().getContextClassLoader();
        var location = loader == null ? null : loader.getResource(className.replace('.', '/') + ".class");
        return location != null
                && (location.getProtocol().equals("file") || location.getPath().contains("/WEB-INF/classes/"));
    }
}
