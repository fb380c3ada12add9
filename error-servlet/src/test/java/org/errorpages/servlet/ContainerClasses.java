package org.errorpages.servlet;

import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import org.jspecify.annotations.Nullable;

/** The class path of the test without what an application has to bring along itself. */
final class ContainerClasses extends ClassLoader {

    ContainerClasses() {
        super(ContainerClasses.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (isOfTheApplication(name)) {
            throw new ClassNotFoundException(name);
        }
        return super.loadClass(name, resolve);
    }

    @Override
    public @Nullable URL getResource(String name) {
        return name.startsWith("META-INF/") ? null : super.getResource(name);
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        return name.startsWith("META-INF/") ? Collections.emptyEnumeration() : super.getResources(name);
    }

    private static boolean isOfTheApplication(String name) {
        return name.startsWith("org.errorpages.")
                || name.startsWith("org.thymeleaf.")
                || name.startsWith("com.fasterxml.");
    }
}
