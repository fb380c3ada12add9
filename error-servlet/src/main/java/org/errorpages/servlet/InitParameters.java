package org.errorpages.servlet;

import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletContext;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * The settings of a filter or servlet in text form: its init-params, before them the system properties and after them
 * the context-params, both with the prefix {@value #PREFIX}.
 */
final class InitParameters {

    /** What the keys begin with outside the filter itself. */
    static final String PREFIX = "errorpages.";

    private InitParameters() {}

    static Map<String, String> of(FilterConfig config) {
        return own(Collections.list(config.getInitParameterNames()), config::getInitParameter);
    }

    static Map<String, String> of(ServletConfig config) {
        return own(Collections.list(config.getInitParameterNames()), config::getInitParameter);
    }

    /** Returns the settings of an application: of one key the value of the most authoritative place. */
    static Map<String, String> effective(ServletContext context, Map<String, String> own) {
        var settings = new HashMap<String, String>();
        Collections.list(context.getInitParameterNames()).stream()
                .filter(name -> name.startsWith(PREFIX))
                .forEach(name -> settings.put(name.substring(PREFIX.length()), context.getInitParameter(name)));
        settings.putAll(own);
        System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith(PREFIX))
                .forEach(name -> settings.put(name.substring(PREFIX.length()), System.getProperty(name)));
        return new TreeMap<>(settings);
    }

    private static Map<String, String> own(Iterable<String> names, UnaryOperator<String> value) {
        var own = new HashMap<String, String>();
        names.forEach(name -> own.put(name, value.apply(name)));
        return Map.copyOf(own);
    }
}
