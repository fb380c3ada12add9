package org.errorpages.status;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The classes and interfaces that an object is of. */
final class Lineage {

    private Lineage() {}

    /** Returns the class, its superclasses, and then all interfaces of these, nearest first. */
    static List<Class<?>> of(Class<?> type) {
        Set<Class<?>> all = new LinkedHashSet<>();
        Set<Class<?>> interfaces = new LinkedHashSet<>();
        for (Class<?> c = type; c != null; c = c.getSuperclass()) {
            all.add(c);
            interfaces.addAll(List.of(c.getInterfaces()));
        }
        var open = new ArrayList<>(interfaces);
        for (int i = 0; i < open.size(); i++) {
            if (all.add(open.get(i))) {
                open.addAll(List.of(open.get(i).getInterfaces()));
            }
        }
        return List.copyOf(all);
    }
}
