package org.errorpages.report;

import java.util.List;
import org.errorpages.report.source.CodeOrigins;

/**
 * Tells the application's own classes from those of libraries and of the JDK.
 *
 * <p>Own is what lies in one of the named packages or, where none is named, what was loaded from a folder or from
 * {@code WEB-INF/classes} rather than from a jar. No class is initialised by asking.
 *
 * @param packages the named packages
 * @param origins where classes come from
 */
record OwnCode(List<String> packages, CodeOrigins origins) {

    boolean contains(StackTraceElement frame) {
        var className = String.valueOf(frame.getClassName());
        return packages.isEmpty()
                ? origins.isUnpacked(className)
                : packages.stream().anyMatch(name -> className.startsWith(name + "."));
    }
}
