package org.errorpages.throwable;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The classes and interfaces that an object is of. */
public final class TypeHierarchy {

    private TypeHierarchy() {}

    /** Returns the names of the classes and interfaces, and then of the annotations of the class. */
    public static List<String> names(Class<?> type) {
        var names = new ArrayList<String>();
        of(type).forEach(ancestor -> names.add(ancestor.getName()));
        for (var annotation : type.getAnnotations()) {
            names.add(annotation.annotationType().getName());
        }
        return names;
    }

    /** Returns the annotation of that name on the class of an object, or the object itself. */
    public static Object holder(String name, Object object) {
        for (var annotation : object.getClass().getAnnotations()) {
            if (annotation.annotationType().getName().equals(name)) {
                return annotation;
            }
        }
        return object;
    }

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
