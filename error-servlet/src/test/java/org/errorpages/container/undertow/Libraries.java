package org.errorpages.container.undertow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Orders the jars of an application (Servlet 6.0, section 8.2.2). */
final class Libraries {

    private Libraries() {}

    /** Returns the jars that web.xml selects; a jar that it doesn't name is excluded unless it permits others. */
    static List<Library> ordered(List<Library> all, Descriptor webXml) {
        return webXml.first("absolute-ordering")
                .map(order -> absolute(all, order))
                .orElseGet(() -> relative(all));
    }

    private static List<Library> absolute(List<Library> all, Descriptor order) {
        var named = order.texts("name");
        var ordered = new ArrayList<Library>();
        for (var each : order.children().toList()) {
            if (each.name().equals("others")) {
                all.stream().filter(jar -> !named.contains(jar.name())).forEach(ordered::add);
            } else {
                all.stream().filter(jar -> jar.name().equals(each.text())).forEach(ordered::add);
            }
        }
        return ordered;
    }

    /** Supports two relative orders: before all others and after them. */
    private static List<Library> relative(List<Library> all) {
        return all.stream().sorted(Comparator.comparingInt(Libraries::place)).toList();
    }

    private static int place(Library jar) {
        return isOthers(jar, "before") ? -1 : isOthers(jar, "after") ? 1 : 0;
    }

    private static boolean isOthers(Library jar, String side) {
        return jar.webFragment()
                .flatMap(fragment -> fragment.first("ordering"))
                .flatMap(ordering -> ordering.first(side))
                .flatMap(place -> place.first("others"))
                .isPresent();
    }
}
