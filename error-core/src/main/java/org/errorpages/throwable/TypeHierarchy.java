package org.errorpages.throwable;

import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Lists the supertypes of a class by name, as rules match them. */
public final class TypeHierarchy {

    private TypeHierarchy() {}

    /** Returns the canonical names of the class, its supertypes, nearest first, and then its annotations. */
    public static List<String> names(Class<?> type) {
        var annotations = Arrays.stream(type.getAnnotations()).map(Annotation::annotationType);
        return Stream.concat(of(type).stream(), annotations)
                .map(found -> ClassName.canonical(found.getName()))
                .toList();
    }

    /** Returns the annotation with that name on the class of an object, or the object itself. */
    public static Object annotationOrSelf(String name, Object object) {
        for (var annotation : object.getClass().getAnnotations()) {
            if (annotation.annotationType().getName().equals(name)) {
                return annotation;
            }
        }
        return object;
    }

    /** Returns the class, its superclasses and then all their interfaces, nearest first. */
    static List<Class<?>> of(Class<?> type) {
        var types = new ArrayList<Class<?>>();
        for (Class<?> c = type; c != null; c = c.getSuperclass()) {
            types.add(c);
        }
        for (int i = 0; i < types.size(); i++) {
            for (var parent : types.get(i).getInterfaces()) {
                if (!types.contains(parent)) {
                    types.add(parent);
                }
            }
        }
        return types;
    }
}
