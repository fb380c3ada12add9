package org.errorpages.servlet;

import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletContext;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Reads the settings of a filter or servlet as text.
 *
 * <p>System properties override init-params, which override context-params. Names of the first and the last have the prefix
 * {@value #PREFIX}.
 */
final class InitParameters {

    /** The prefix of system properties and context-params. */
    static final String PREFIX = "errorpages.";

    private InitParameters() {}

    static Map<String, String> of(FilterConfig config) {
        return read(Collections.list(config.getInitParameterNames()), config::getInitParameter);
    }

    static Map<String, String> of(ServletConfig config) {
        return read(Collections.list(config.getInitParameterNames()), config::getInitParameter);
    }

    /** Returns the effective settings of an application. */
    static Map<String, String> effective(ServletContext context, Map<String, String> initParams) {
        var settings = new HashMap<String, String>();
        Collections.list(context.getInitParameterNames()).stream()
                .filter(name -> name.startsWith(PREFIX))
                .forEach(name -> settings.put(name.substring(PREFIX.length()), context.getInitParameter(name)));
        settings.putAll(initParams);
        System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith(PREFIX))
                .forEach(name -> settings.put(name.substring(PREFIX.length()), System.getProperty(name)));
        return new TreeMap<>(settings);
    }

    private static Map<String, String> read(List<String> names, UnaryOperator<String> value) {
        return names.stream().collect(Collectors.toUnmodifiableMap(Function.identity(), value));
    }
}
